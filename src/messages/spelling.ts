/** What may be wrong with the way in which a value is written, in a cell, a file, a flag or an answer. */
export const SPELLING_ISSUES = {
  'ambiguous-number': {
    vi: '"{value}" có thể là {one} hoặc {other}. Viết lại không có dấu nhóm (ví dụ {one}), hoặc thêm một số 0 sau phần thập phân ({more}).',
    en: '"{value}" may be {one} or {other}. Write it without grouping (for example {one}), or with one more zero after the decimals ({more}).',
  },
  'ambiguous-money': {
    vi: 'Các dấu trong "{value}" không nhóm số tiền một cách thống nhất: có thể là {one} đồng, có thể không. Viết lại không có dấu nhóm (ví dụ {one}).',
    en: 'The marks in "{value}" do not group the amount in one way: it may be {one} đồng, or not. Write it without grouping (for example {one}).',
  },
  dash: {
    vi: 'Chỉ có dấu "{value}". Để trống; ở chỗ của số cũng có thể ghi 0.',
    en: 'There is only "{value}". Leave it blank; in place of a number 0 will do too.',
  },
  'duration-in-years': {
    vi: '"{value}" gồm cả năm và tháng, hoặc không chỉ là số năm. Ghi số năm vào "{years}" và số tháng lẻ (0 đến 11) vào "{months}".',
    en: '"{value}" holds years and months, or not years alone. Put the years into "{years}" and the months beyond them (0 to 11) into "{months}".',
  },
  'fraction-of-years': {
    vi: '"{value}" không phải số năm tròn, và không rõ phần lẻ là tháng hay phần của năm. Ghi số năm vào "{years}" và số tháng lẻ (0 đến 11) vào "{months}".',
    en: '"{value}" is not a whole number of years, and its fraction may be months or a part of a year. Put the years into "{years}" and the months beyond them (0 to 11) into "{months}".',
  },
  'months-beyond-year': {
    vi: '{value} tháng lẻ bên cạnh {years} năm: số tháng lẻ chỉ từ 0 đến 11. Nếu {value} là tổng số tháng thì ghi {wholeYears} năm và {rest} tháng lẻ.',
    en: '{value} months beside {years} years: the months beyond full years are 0 to 11. If {value} is the total, write {wholeYears} years and {rest} months.',
  },
  'months-twice': {
    vi: '{value} tháng, mà số năm ghi "{duration}" đã có số tháng. Chỉ ghi số tháng ở một chỗ.',
    en: '{value} months, while the years say "{duration}", months and all. Write the months in one place.',
  },
  'not-a-number': {
    vi: '"{value}" không phải số. Viết bằng chữ số, ví dụ 4,65 hoặc 15.356.250.',
    en: '"{value}" is not a number. Write digits, for example 4.65 or 15,356,250.',
  },
  'ambiguous-percent': {
    vi: '"{value}" không rõ là phần trăm hay tỷ lệ. Viết "{value}%", hoặc tỷ lệ nhỏ hơn 1 (25% = 0,25).',
    en: '"{value}" may be a percentage or a ratio. Write "{value}%", or a ratio below 1 (25% = 0.25).',
  },
  'not-a-percent': {
    vi: '"{value}" quá lớn để là phần trăm: có thể là số tiền hoặc hệ số. Ghi phần trăm (ví dụ 25%), hoặc chuyển giá trị về đúng chỗ.',
    en: '"{value}" is too large for a percentage: it may be an amount or a coefficient. Write the percentage (for example 25%), or put the value where it belongs.',
  },
  'unexpected-percent': {
    vi: '"{value}" là phần trăm, nhưng giá trị này không tính theo phần trăm. Bỏ dấu %.',
    en: '"{value}" is a percentage, but this value is none. Remove the % sign.',
  },
  'ambiguous-date': {
    vi: '"{value}" có thể là năm 19{year} hoặc 20{year}. Viết đủ bốn chữ số năm, ví dụ 01/05/2025.',
    en: '"{value}" may be 19{year} or 20{year}. Write the year with four digits, for example 01/05/2025.',
  },
  'incomplete-date': {
    vi: '"{value}" chưa đủ ngày, tháng, năm. Viết đủ, ví dụ 01/05/2025.',
    en: '"{value}" lacks the day. Write day/month/year, for example 01/05/2025.',
  },
  'date-with-time': {
    vi: '"{value}" có cả giờ trong ngày. Chỉ ghi ngày/tháng/năm (dd/MM/yyyy).',
    en: '"{value}" holds a day and a time of day. Write the day alone (dd/MM/yyyy).',
  },
  'serial-number': {
    vi: 'Số {value} ở chỗ của ngày có thể là ngày của Excel mất định dạng. Viết ngày/tháng/năm (dd/MM/yyyy).',
    en: 'The number {value} in place of a date may be an Excel date that lost its format. Write day/month/year (dd/MM/yyyy).',
  },
  'not-an-age': {
    vi: '"{value}" không phải tuổi. Ghi số năm (58), hoặc năm và tháng (61y3m; 61,25 là 61 năm 3 tháng).',
    en: '"{value}" is not an age. Write years (58), or years and months (61y3m; 61.25 is 61 years 3 months).',
  },
  'ambiguous-word': {
    vi: '"{value}" có thể là {known}. Viết rõ một trong các giá trị này.',
    en: '"{value}" may be {known}. Write one of them.',
  },
  'text-too-long': {
    vi: 'Dài hơn {value} ký tự. Rút ngắn.',
    en: 'Longer than {value} characters. Shorten it.',
  },
  'control-character': {
    vi: 'Có ký tự điều khiển không nhìn thấy[ ({value}, ký tự thứ {place})]. Xóa giá trị và gõ lại.',
    en: 'There is a control character that cannot be seen[ ({value}, character {place})]. Clear the value and type it again.',
  },
  'broken-character': {
    vi: 'Có ký tự hỏng (\ufffd) thay cho chữ đã mất khi lưu hoặc chép sai bảng mã. Gõ lại giá trị; tệp thì lưu lại bằng UTF-8.',
    en: 'There is a broken character (\ufffd) in place of one that was lost in a wrong encoding. Type the value again; save a file as UTF-8.',
  },
} as const;

/** The stable code of a fault of spelling; those of words, dates and blurred numbers stand in both catalogues. */
export type SpellingIssueCode = keyof typeof SPELLING_ISSUES | 'impossible-date' | 'unknown-word' | 'inexact-number';
