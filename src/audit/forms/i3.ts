import type { Form } from './form.ts';
import { PERSON_COLUMNS, remarks, salaryColumn, serviceColumn, yearsEarlyColumn } from './person.ts';

/** Phụ lục I.3: not re-elected, under Decree 177/2024 (không đủ điều kiện tái cử). */
export const FORM_I3: Form = {
  id: 'I.3',
  title: { vi: 'Phụ lục I.3 – không tái cử (Nghị định 177)', en: 'Annex I.3 – not re-elected (Decree 177)' },
  scheme: 'nd177',
  route: 'early-retirement',
  impact: 're-election',
  soldiersBy: 'nd178',
  columns: [
    ...PERSON_COLUMNS.filter(({ number }) => number < 7),
    {
      number: 7,
      key: 'congress',
      title: { vi: 'Thời điểm đại hội hoặc thôi chức vụ', en: 'Congress or end of the post' },
      holds: 'text',
      words: [['dai hoi'], ['tai cu'], ['thoi giu chuc']],
    },
    {
      number: 8,
      key: 'leaving',
      title: { vi: 'Thời điểm nghỉ', en: 'Leaving' },
      holds: 'date',
      words: [['thoi diem nghi'], ['nghi huu'], ['ngay nghi']],
    },
    salaryColumn(9),
    serviceColumn(10),
    yearsEarlyColumn(11),
    {
      number: 12,
      key: 'earlyYears',
      title: { vi: '05 tháng lương cho mỗi năm nghỉ sớm', en: 'Five months per early year' },
      holds: 'money',
      words: [
        ['5 thang', 'moi nam'],
        ['5 thang', 'nghi som'],
      ],
      gives: { benefit: 'early-years' },
      needs: ['age', 'salary'],
    },
    {
      number: 13,
      key: 'serviceFirst',
      title: { vi: '20 năm (15 năm) đầu công tác', en: 'First 20 (15) years' },
      holds: 'money',
      words: [
        ['20 nam', 'dau'],
        ['15 nam', 'dau'],
      ],
      gives: { benefit: 'service', part: 'fixed' },
      needs: ['age', 'service', 'salary'],
      mergesWith: 14,
    },
    {
      number: 14,
      key: 'serviceRest',
      title: { vi: 'Mỗi năm còn lại 1/2 tháng lương', en: 'Further years' },
      holds: 'money',
      words: [['tu nam thu'], ['1/2 thang'], ['nam con lai'], ['0,5']],
      gives: { benefit: 'service', part: 'counted' },
      needs: ['age', 'service', 'salary'],
      mergesWith: 13,
    },
    {
      number: 15,
      key: 'total',
      title: { vi: 'Tổng cộng', en: 'Total' },
      holds: 'money',
      words: [['tong cong'], ['tong so tien'], ['cong']],
      gives: { total: true },
      needs: ['age', 'service', 'salary'],
    },
    remarks(16),
  ],
};
