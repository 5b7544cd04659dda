/** For whom a draft is: one for each person, one for the whole list, or one for an audit of annex workbooks. */
export type DraftKind = 'person' | 'list' | 'audit';

/** Placeholders of the office, in every draft; what stands in them. */
const OFFICE = {
  co_quan_chu_quan: 'cơ quan chủ quản (tệp --office)',
  co_quan: 'cơ quan ban hành (tệp --office)',
  dia_danh: 'địa danh (tệp --office)',
  ngay_thang: 'ngày tháng của giấy tờ (tệp --office); không có thì để chỗ trống',
  tham_quyen_ban_hanh: 'chức vụ của người ký và cơ quan, viết hoa: GIÁM ĐỐC SỞ NỘI VỤ',
  chuc_vu_nguoi_ky: 'chức vụ của người ký sau cùng (tệp --office)',
  ten_nguoi_ky: 'họ tên của người ký sau cùng (tệp --office)',
  nguon_kinh_phi: 'nguồn kinh phí (của từng người, hoặc tệp --office)',
  chuong: 'chương ngân sách (tệp --office)',
} as const;

/** Placeholders of a person. */
const PERSON = {
  ho_ten: 'họ và tên',
  ma_ho_so: 'mã hồ sơ',
  ong_ba: 'ông hoặc bà, theo giới tính',
  ong_ba_hoa: 'Ông hoặc Bà, ở đầu câu',
  gioi_tinh: 'giới tính',
  ngay_sinh: 'ngày sinh như đã khai: 15/01/1966, 01/1966 hoặc 1966',
  sinh: 'ngày sinh để viết trong câu: ngày 15/01/1966, tháng 01/1966 hoặc năm 1966',
  chuc_vu: 'chức vụ',
  don_vi: 'đơn vị',
  doi_tuong: 'nhóm đối tượng',
  cap_bac: 'cấp bậc hàm',
  che_do: 'chế độ: nghỉ hưu trước tuổi, nghỉ thôi việc ...',
  van_ban: 'văn bản quy định chế độ, tên đầy đủ',
  ngay_nghi: 'ngày nghỉ',
  so_quyet_dinh: 'số quyết định cho nghỉ',
  ngay_quyet_dinh: 'ngày quyết định cho nghỉ',
  ngay_sap_xep: 'ngày văn bản sắp xếp có hiệu lực',
  thang_du_tuoi: 'tháng đủ tuổi nghỉ hưu',
  thoi_gian_bhxh: 'thời gian đóng bảo hiểm xã hội',
  so_thang_nghi_som: 'số tháng nghỉ sớm',
  so_nam_nghi_som: 'số năm nghỉ sớm',
  so_nam_tinh_tro_cap: 'số năm tính trợ cấp',
  luong_thang: 'tiền lương tháng hiện hưởng',
  tong_tien: 'tổng số tiền',
  tong_tien_bang_chu: 'tổng số tiền bằng chữ',
  phien_ban_luat: 'phiên bản luật đã dùng để tính',
  ma_bien_nhan: 'mã biên nhận ở chân bảng tính, tra lại bằng nd178 replay --receipt',
} as const;

/** Placeholders of a benefit of a person; the row or paragraph is repeated for each benefit. */
const BENEFIT = {
  tt: 'số thứ tự của khoản',
  ten: 'tên khoản',
  cach_tinh: 'cách tính',
  so_tien: 'số tiền',
} as const;

/** Placeholders of a list of people. */
const LIST = {
  so_nguoi: 'số người được chi trả',
  tong_tien: 'tổng số tiền của cả danh sách',
  tong_tien_bang_chu: 'tổng số tiền của cả danh sách bằng chữ',
} as const;

/** Placeholders of an audit: of all workbooks, or of the one that a unit sent. */
const AUDIT = {
  don_vi_kiem_tra: 'đơn vị được kiểm tra (tên tệp); của biên bản là danh sách các tệp',
  so_tep: 'số tệp được kiểm tra',
  so_nguoi_kiem_tra: 'số người được kiểm tra',
  so_dung: 'số người khai đúng',
  so_sai: 'số người khai sai',
  so_chua_ket_luan: 'số người chưa kết luận được',
  so_chua_doc: 'số người chưa đọc được',
  so_trung: 'số hàng trùng người',
  so_thua: 'số người khai thừa',
  tien_thua: 'tổng số tiền khai thừa',
  tien_thua_bang_chu: 'tổng số tiền khai thừa bằng chữ',
  so_thieu: 'số người khai thiếu',
  tien_thieu: 'tổng số tiền khai thiếu',
  tien_khai: 'tổng số tiền đơn vị khai',
  tien_dung: 'tổng số tiền tính được',
  doi_chieu: 'kết quả đối chiếu với danh sách đã chi và biểu tổng hợp',
  cach_chon_mau: 'cách chọn mẫu kiểm tra',
} as const;

/** Placeholders of a person who declared wrongly; the row or paragraph is repeated for each. */
const WRONG = {
  tt: 'số thứ tự',
  ho_ten: 'họ và tên',
  don_vi: 'đơn vị',
  noi: 'tệp, trang, hàng',
  khai: 'số tiền đơn vị khai',
  dung: 'số tiền tính được',
  chenh_lech: 'chênh lệch: dương là khai thừa',
  loai: 'loại sai',
  giai_trinh: 'giải trình, căn cứ',
} as const;

/** Placeholders of a kind of error. */
const CAUSE = {
  ten: 'loại sai',
  so_nguoi: 'số người',
  thua: 'số tiền khai thừa',
  thieu: 'số tiền khai thiếu',
} as const;

/** Placeholders of somebody of the sample. */
const DRAWN = {
  tt: 'số thứ tự',
  ho_ten: 'họ và tên',
  noi: 'tệp, trang, hàng',
  khai: 'số tiền đơn vị khai',
  ket_qua: 'kết quả kiểm tra',
} as const;

/** Placeholders whose paragraph is repeated for each of their lines. */
const LINES = {
  can_cu: 'văn bản làm căn cứ, mỗi văn bản một đoạn',
  can_cu_chi_tiet: 'căn cứ đến điều, khoản, điểm, mỗi văn bản một đoạn',
  noi_nhan: 'nơi nhận (tệp --office), mỗi nơi một đoạn',
} as const;

/** The placeholders of the lines. */
export const LISTS: ReadonlySet<string> = new Set(Object.keys(LINES));

/** A draft that names one of these is one for the whole list. */
export const OF_THE_LIST: ReadonlySet<string> = new Set(['nguoi', 'so_nguoi']);

/** A draft that names one of these is one for an audit. */
export const OF_THE_AUDIT: ReadonlySet<string> = new Set([...Object.keys(AUDIT), 'sai', 'loai', 'mau']);

/** What the placeholders of an office, of a person and of a list are called. */
export type OfficeKey = keyof typeof OFFICE;
export type PersonKey = keyof typeof PERSON;
export type BenefitKey = keyof typeof BENEFIT;
export type ListKey = keyof typeof LIST;
export type LinesKey = keyof typeof LINES;
export type AuditKey = keyof typeof AUDIT;
export type WrongKey = keyof typeof WRONG;
export type CauseKey = keyof typeof CAUSE;
export type DrawnKey = keyof typeof DRAWN;

/** Every placeholder that a draft of a kind may have, with what stands in it, in Vietnamese. */
export function draftKeys(kind: DraftKind): ReadonlyMap<string, string> {
  const of = (group: string, keys: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(keys).map(([key, title]) => [`${group}.${key}`, title]);
  const own: Readonly<Record<DraftKind, [string, string][]>> = {
    person: [...Object.entries(PERSON), ...of('khoan', BENEFIT)],
    list: [...Object.entries(LIST), ['nguoi.tt', 'số thứ tự của người'], ...of('nguoi', PERSON)],
    audit: [...Object.entries(AUDIT), ...of('sai', WRONG), ...of('loai', CAUSE), ...of('mau', DRAWN)],
  };
  return new Map([...own[kind], ...Object.entries(LINES), ...Object.entries(OFFICE)]);
}
