import type { Form } from './form.ts';
import { PERSON_COLUMNS, remarks, salaryColumn, serviceColumn, yearsEarlyColumn } from './person.ts';

/** The points of Điều 7 khoản 2 whose headings say "from 2 to 5 years" and "over 5 to 10 years". */
const SHORT = ['a', 'c'];
const LONG = ['b'];
/** "5 years or less" of the one-off allowance also holds those with less than 2 years. */
const UP_TO_5 = [...SHORT, 'd', 'đ'];

const FIRST = 'first-12-months';
const AFTER = 'from-month-13';

/** Phụ lục I.1: early retirement under Decree 178 (nghỉ hưu trước tuổi). */
export const FORM_I1: Form = {
  id: 'I.1',
  title: { vi: 'Phụ lục I.1 – nghỉ hưu trước tuổi', en: 'Annex I.1 – early retirement' },
  scheme: 'nd178',
  route: 'early-retirement',
  impact: 'direct',
  columns: [
    ...PERSON_COLUMNS,
    {
      number: 8,
      key: 'leaving',
      title: { vi: 'Thời điểm nghỉ hưu', en: 'Retirement' },
      holds: 'date',
      words: [['thoi diem nghi'], ['nghi huu'], ['huong luong huu'], ['ngay nghi']],
    },
    salaryColumn(9),
    {
      number: 10,
      key: 'monthsEarly',
      title: { vi: 'Số tháng nghỉ sớm', en: 'Months early' },
      holds: 'months',
      words: [['so thang nghi'], ['thang nghi som'], ['so thang', 'truoc tuoi']],
      gives: { measure: 'monthsEarly' },
      needs: ['age'],
    },
    yearsEarlyColumn(11),
    serviceColumn(12),
    {
      number: 13,
      key: 'earlyMonthsFirstShort',
      title: {
        vi: 'Trợ cấp một lần, nghỉ trong 12 tháng đầu, còn từ đủ 5 năm trở xuống',
        en: 'One-off, first 12 months, 5 years or less',
      },
      holds: 'money',
      words: [
        ['12 thang dau', 'tro xuong'],
        ['12 thang dau', 'du 5 nam'],
      ],
      gives: { benefit: 'early-months', window: FIRST, band: UP_TO_5 },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 14,
      key: 'earlyMonthsFirstLong',
      title: {
        vi: 'Trợ cấp một lần, nghỉ trong 12 tháng đầu, còn trên 5 năm đến đủ 10 năm',
        en: 'One-off, first 12 months, over 5 to 10 years',
      },
      holds: 'money',
      words: [
        ['12 thang dau', 'tren 5'],
        ['12 thang dau', '10 nam'],
      ],
      gives: { benefit: 'early-months', window: FIRST, band: LONG },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 15,
      key: 'earlyMonthsAfterShort',
      title: {
        vi: 'Trợ cấp một lần, nghỉ từ tháng thứ 13, còn từ đủ 5 năm trở xuống',
        en: 'One-off, from month 13, 5 years or less',
      },
      holds: 'money',
      words: [
        ['thang thu 13', 'tro xuong'],
        ['thang thu 13', 'du 5 nam'],
      ],
      gives: { benefit: 'early-months', window: AFTER, band: UP_TO_5 },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 16,
      key: 'earlyMonthsAfterLong',
      title: {
        vi: 'Trợ cấp một lần, nghỉ từ tháng thứ 13, còn trên 5 năm đến đủ 10 năm',
        en: 'One-off, from month 13, over 5 to 10 years',
      },
      holds: 'money',
      words: [
        ['thang thu 13', 'tren 5'],
        ['thang thu 13', '10 nam'],
      ],
      gives: { benefit: 'early-months', window: AFTER, band: LONG },
      needs: ['age', 'salary', 'window'],
    },
    {
      number: 17,
      key: 'earlyYearsShort',
      title: { vi: 'Còn 2-5 năm: 05 tháng lương cho mỗi năm nghỉ sớm', en: '2-5 years: five months per early year' },
      holds: 'money',
      words: [
        ['5 thang', 'moi nam'],
        ['5 thang', 'nghi som'],
      ],
      gives: { benefit: 'early-years', band: SHORT },
      needs: ['age', 'salary'],
    },
    {
      number: 18,
      key: 'serviceFirstShort',
      title: { vi: 'Còn 2-5 năm: 20 năm (15 năm) đầu công tác', en: '2-5 years: first 20 (15) years' },
      holds: 'money',
      words: [
        ['5 nam', '20 nam', 'dau'],
        ['5 nam', '15 nam', 'dau'],
      ],
      gives: { benefit: 'service', part: 'fixed', band: SHORT },
      needs: ['age', 'service', 'salary'],
      mergesWith: 19,
    },
    {
      number: 19,
      key: 'serviceRestShort',
      title: { vi: 'Còn 2-5 năm: mỗi năm còn lại 1/2 tháng lương', en: '2-5 years: further years, half a month each' },
      holds: 'money',
      words: [
        ['5 nam', 'tu nam thu'],
        ['5 nam', '1/2 thang'],
        ['5 nam', 'nam con lai'],
        ['5 nam', '0,5'],
      ],
      gives: { benefit: 'service', part: 'counted', band: SHORT },
      needs: ['age', 'service', 'salary'],
      mergesWith: 18,
    },
    {
      number: 20,
      key: 'earlyYearsLong',
      title: {
        vi: 'Còn trên 5-10 năm: 04 tháng lương cho mỗi năm nghỉ sớm',
        en: 'Over 5-10 years: four months per early year',
      },
      holds: 'money',
      words: [
        ['4 thang', 'moi nam'],
        ['4 thang', 'nghi som'],
      ],
      gives: { benefit: 'early-years', band: LONG },
      needs: ['age', 'salary'],
    },
    {
      number: 21,
      key: 'serviceFirstLong',
      title: { vi: 'Còn trên 5-10 năm: 20 năm (15 năm) đầu công tác', en: 'Over 5-10 years: first 20 (15) years' },
      holds: 'money',
      words: [
        ['10 nam', '20 nam', 'dau'],
        ['10 nam', '15 nam', 'dau'],
      ],
      gives: { benefit: 'service', part: 'fixed', band: LONG },
      needs: ['age', 'service', 'salary'],
      mergesWith: 22,
    },
    {
      number: 22,
      key: 'serviceRestLong',
      title: { vi: 'Còn trên 5-10 năm: mỗi năm còn lại 1/2 tháng lương', en: 'Over 5-10 years: further years' },
      holds: 'money',
      words: [
        ['10 nam', 'tu nam thu'],
        ['10 nam', '1/2 thang'],
        ['10 nam', 'nam con lai'],
        ['10 nam', '0,5'],
      ],
      gives: { benefit: 'service', part: 'counted', band: LONG },
      needs: ['age', 'service', 'salary'],
      mergesWith: 21,
    },
    {
      number: 23,
      key: 'total',
      title: { vi: 'Tổng cộng', en: 'Total' },
      holds: 'money',
      words: [['tong cong'], ['tong so tien'], ['cong'], ['tong tien']],
      gives: { total: true },
      needs: ['age', 'service', 'salary', 'window'],
    },
    remarks(24),
  ],
};
