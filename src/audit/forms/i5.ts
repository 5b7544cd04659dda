import type { Form, FormColumn } from './form.ts';
import { PERSON_COLUMNS, remarks } from './person.ts';

const money = (
  number: number,
  key: string,
  vi: string,
  en: string,
  words: string[][],
  component: string,
): FormColumn => ({
  number,
  key,
  title: { vi, en },
  holds: 'money',
  words,
  gives: { component },
  needs: ['salary'],
});

/** Phụ lục I.5: the current monthly salary (tiền lương tháng hiện hưởng). */
export const FORM_I5: Form = {
  id: 'I.5',
  title: { vi: 'Phụ lục I.5 – tiền lương tháng', en: 'Annex I.5 – monthly salary' },
  scheme: 'nd178',
  route: 'early-retirement',
  impact: 'direct',
  columns: [
    ...PERSON_COLUMNS.filter(({ number }) => number <= 4),
    {
      number: 5,
      key: 'unit',
      title: { vi: 'Đơn vị', en: 'Unit' },
      holds: 'text',
      words: [['don vi']],
    },
    {
      number: 6,
      key: 'coefficient',
      title: { vi: 'Hệ số lương', en: 'Salary coefficient' },
      holds: 'coefficient',
      words: [['he so luong'], ['he so', 'cap bac']],
    },
    {
      number: 7,
      key: 'retained',
      title: { vi: 'Hệ số chênh lệch bảo lưu', en: 'Retained difference coefficient' },
      holds: 'coefficient',
      words: [['he so', 'bao luu']],
    },
    {
      number: 8,
      key: 'position',
      title: { vi: 'Hệ số phụ cấp chức vụ', en: 'Position coefficient' },
      holds: 'coefficient',
      words: [
        ['he so', 'chuc vu'],
        ['he so', 'lanh dao'],
      ],
    },
    {
      number: 9,
      key: 'enlisted',
      title: { vi: 'Nhập ngũ, tuyển dụng', en: 'Enlisted' },
      holds: 'date',
      words: [['nhap ngu'], ['tuyen dung']],
    },
    {
      number: 10,
      key: 'leaving',
      title: { vi: 'Thời điểm nghỉ', en: 'Leaving' },
      holds: 'date',
      words: [['thoi diem nghi'], ['nghi huu'], ['thoi viec']],
    },
    {
      number: 11,
      key: 'responsibilityPercent',
      title: { vi: '% phụ cấp trách nhiệm', en: 'Responsibility %' },
      holds: 'percent',
      words: [['%', 'trach nhiem']],
    },
    {
      number: 12,
      key: 'specificPercent',
      title: { vi: '% phụ cấp đặc thù', en: 'Specific %' },
      holds: 'percent',
      words: [['%', 'dac thu']],
    },
    money(13, 'retainedAmount', 'Tiền chênh lệch bảo lưu', 'Retained difference', [['tien', 'bao luu']], 'retained'),
    money(14, 'coefficientAmount', 'Tiền lương theo hệ số', 'Coefficient salary', [['tien luong']], 'coefficient'),
    money(
      15,
      'positionAmount',
      'Tiền phụ cấp chức vụ',
      'Position allowance',
      [['tien', 'chuc vu'], ['chuc vu']],
      'positionAllowance',
    ),
    money(
      16,
      'professionAmount',
      'Tiền thâm niên nghề',
      'Professional seniority',
      [['tham nien nghe'], ['tham nien']],
      'profession',
    ),
    {
      number: 17,
      key: 'overFrame',
      title: { vi: 'Tiền thâm niên vượt khung', en: 'Over-frame seniority' },
      holds: 'money',
      words: [['vuot khung']],
    },
    money(
      18,
      'responsibilityAmount',
      'Tiền phụ cấp trách nhiệm',
      'Responsibility',
      [['tien', 'trach nhiem'], ['trach nhiem']],
      'responsibility',
    ),
    money(
      19,
      'publicServiceAmount',
      'Tiền phụ cấp công vụ 25%',
      'Public service, 25 %',
      [['cong vu']],
      'publicService',
    ),
    money(20, 'specificAmount', 'Tiền phụ cấp đặc thù', 'Specific', [['tien', 'dac thu'], ['dac thu']], 'specific'),
    {
      number: 21,
      key: 'otherAmount',
      title: { vi: 'Khoản khác', en: 'Other' },
      holds: 'money',
      words: [['khac']],
    },
    {
      number: 22,
      key: 'total',
      title: { vi: 'Tổng tiền lương tháng', en: 'Total' },
      holds: 'money',
      words: [['tong cong'], ['tong'], ['cong']],
      gives: { total: true },
      needs: ['salary'],
    },
    remarks(23),
  ],
};

/**
 * The rate that the heading of column 19 states. The form has no column that says who draws the allowance: an amount
 * says that the person does.
 */
export const PUBLIC_SERVICE_PERCENT = '25%';
