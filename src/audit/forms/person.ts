import type { FormColumn } from './form.ts';

/** Columns 1 to 7, which forms I.1 and I.2 share: primary data of the person. */
export const PERSON_COLUMNS: readonly FormColumn[] = [
  {
    number: 1,
    key: 'name',
    title: { vi: 'Họ và tên', en: 'Full name' },
    holds: 'text',
    words: [['ho va ten'], ['ho ten'], ['ho, ten'], ['ho, chu dem']],
  },
  {
    number: 2,
    key: 'birth',
    title: { vi: 'Tháng, năm sinh', en: 'Month and year of birth' },
    holds: 'birth',
    words: [['nam sinh'], ['ngay sinh'], ['thang sinh']],
  },
  {
    number: 3,
    key: 'rank',
    title: { vi: 'Cấp bậc', en: 'Rank' },
    holds: 'rank',
    words: [['cap bac'], ['quan ham'], ['ngach'], ['chuc danh nghe nghiep']],
  },
  {
    number: 4,
    key: 'post',
    title: { vi: 'Chức vụ, đơn vị', en: 'Post' },
    holds: 'text',
    words: [['chuc vu'], ['chuc danh'], ['don vi']],
  },
  {
    number: 5,
    key: 'enlisted',
    title: { vi: 'Nhập ngũ, tuyển dụng', en: 'Enlisted' },
    holds: 'date',
    words: [['nhap ngu'], ['tuyen dung'], ['vao quan doi'], ['vao nganh']],
  },
  {
    number: 6,
    key: 'assessment',
    title: { vi: 'Kết quả đánh giá', en: 'Assessment' },
    holds: 'text',
    words: [['danh gia'], ['xep loai'], ['phan loai']],
  },
  {
    number: 7,
    key: 'merger',
    title: { vi: 'Thời điểm sáp nhập, giải thể đơn vị', en: 'Merger or dissolution of the unit' },
    holds: 'date',
    words: [['sap nhap'], ['giai the'], ['hop nhat'], ['sap xep'], ['to chuc lai']],
  },
];

/** The column in which people write remarks. */
export function remarks(number: number): FormColumn {
  return { number, key: 'remarks', title: { vi: 'Ghi chú', en: 'Remarks' }, holds: 'text', words: [['ghi chu']] };
}

/** The current monthly salary. */
export function salaryColumn(number: number): FormColumn {
  return {
    number,
    key: 'salary',
    title: { vi: 'Tiền lương tháng hiện hưởng', en: 'Current monthly salary' },
    holds: 'money',
    words: [['tien luong', 'hien huong'], ['tien luong thang'], ['luong hien huong'], ['muc luong']],
    gives: { measure: 'salary' },
    needs: ['salary'],
  };
}

/** The insurance or service years. */
export function serviceColumn(number: number): FormColumn {
  return {
    number,
    key: 'service',
    title: { vi: 'Số năm đóng BHXH', en: 'Insurance years' },
    holds: 'years',
    words: [
      ['so nam', 'bhxh'],
      ['so nam', 'bao hiem'],
      ['thoi gian', 'bhxh'],
      ['so nam cong tac'],
      ['thoi gian cong tac'],
    ],
    gives: { measure: 'serviceYears' },
    needs: ['service'],
  };
}

/** The years early. */
export function yearsEarlyColumn(number: number): FormColumn {
  return {
    number,
    key: 'yearsEarly',
    title: { vi: 'Số năm nghỉ sớm', en: 'Years early' },
    holds: 'years',
    words: [['so nam nghi'], ['nam nghi som'], ['so nam', 'truoc tuoi']],
    gives: { measure: 'yearsEarly' },
    needs: ['age'],
  };
}
