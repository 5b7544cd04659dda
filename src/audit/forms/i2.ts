import type { Form } from './form.ts';
import { PERSON_COLUMNS, remarks, salaryColumn, serviceColumn } from './person.ts';

const FIRST = 'first-12-months';
const AFTER = 'from-month-13';

/** Phụ lục I.2: severance under Decree 178 (nghỉ thôi việc, phục viên). */
export const FORM_I2: Form = {
  id: 'I.2',
  title: { vi: 'Phụ lục I.2 – nghỉ thôi việc', en: 'Annex I.2 – severance' },
  scheme: 'nd178',
  route: 'severance',
  impact: 'direct',
  columns: [
    ...PERSON_COLUMNS,
    {
      number: 8,
      key: 'leaving',
      title: { vi: 'Thời điểm nghỉ thôi việc', en: 'Leaving' },
      holds: 'date',
      words: [['thoi diem', 'thoi viec'], ['thoi diem nghi'], ['phuc vien'], ['nghi thoi viec'], ['ngay nghi']],
    },
    salaryColumn(9),
    {
      number: 10,
      key: 'severanceMonths',
      title: { vi: 'Số tháng để tính trợ cấp', en: 'Severance months' },
      holds: 'months',
      words: [['so thang', 'tro cap'], ['so thang', 'bhxh'], ['so thang']],
      gives: { measure: 'severanceMonths' },
      needs: ['service'],
    },
    serviceColumn(11),
    {
      number: 12,
      key: 'perMonthFirst',
      title: { vi: '12 tháng đầu: 0,8 tháng lương cho mỗi tháng', en: 'First 12 months: 0.8 per month' },
      holds: 'money',
      words: [
        ['12 thang dau', '0,8'],
        ['12 thang dau', '0.8'],
      ],
      gives: { benefit: 'severance-months', window: FIRST },
      needs: ['age', 'service', 'salary', 'window'],
    },
    {
      number: 13,
      key: 'perYearFirst',
      title: { vi: '12 tháng đầu: 1,5 tháng lương cho mỗi năm', en: 'First 12 months: 1.5 per year' },
      holds: 'money',
      words: [
        ['12 thang dau', '1,5'],
        ['12 thang dau', '1.5'],
      ],
      gives: { benefit: 'severance-service', window: FIRST },
      needs: ['age', 'service', 'salary', 'window'],
    },
    {
      number: 14,
      key: 'jobSearchFirst',
      title: { vi: '12 tháng đầu: 03 tháng lương tìm việc làm', en: 'First 12 months: job search, 3 months' },
      holds: 'money',
      words: [
        ['12 thang dau', 'tim viec'],
        ['12 thang dau', '3 thang'],
      ],
      gives: { benefit: 'job-search', window: FIRST },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 15,
      key: 'perMonthAfter',
      title: { vi: 'Từ tháng thứ 13: 0,4 tháng lương cho mỗi tháng', en: 'From month 13: 0.4 per month' },
      holds: 'money',
      words: [
        ['thang thu 13', '0,4'],
        ['thang thu 13', '0.4'],
      ],
      gives: { benefit: 'severance-months', window: AFTER },
      needs: ['age', 'service', 'salary', 'window'],
    },
    {
      number: 16,
      key: 'perYearAfter',
      title: { vi: 'Từ tháng thứ 13: 1,5 tháng lương cho mỗi năm', en: 'From month 13: 1.5 per year' },
      holds: 'money',
      words: [
        ['thang thu 13', '1,5'],
        ['thang thu 13', '1.5'],
      ],
      gives: { benefit: 'severance-service', window: AFTER },
      needs: ['age', 'service', 'salary', 'window'],
    },
    {
      number: 17,
      key: 'jobSearchAfter',
      title: { vi: 'Từ tháng thứ 13: 03 tháng lương tìm việc làm', en: 'From month 13: job search, 3 months' },
      holds: 'money',
      words: [
        ['thang thu 13', 'tim viec'],
        ['thang thu 13', '3 thang'],
      ],
      gives: { benefit: 'job-search', window: AFTER },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 18,
      key: 'total',
      title: { vi: 'Cộng trợ cấp theo Nghị định 178', en: 'Total' },
      holds: 'money',
      words: [['cong']],
      gives: { total: true },
      needs: ['age', 'service', 'salary', 'window'],
    },
    {
      number: 19,
      key: 'other',
      title: { vi: 'Chế độ khác', en: 'Other regimes' },
      holds: 'money',
      words: [['che do khac'], ['tro cap khac'], ['che do khong']],
    },
    {
      number: 20,
      key: 'grandTotal',
      title: { vi: 'Tổng cộng', en: 'Grand total' },
      holds: 'money',
      words: [['tong cong'], ['tong so']],
      gives: { sum: [18, 19] },
      needs: ['age', 'service', 'salary', 'window'],
    },
    remarks(21),
  ],
};
