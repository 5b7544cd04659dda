/** The routes a person may leave by; `auto` is the first whose conditions hold. */
export type RouteChoice = 'auto' | (string & {});

/** A length of insured time: years and months 0 to 11 (thời gian đóng BHXH). */
export interface Duration {
  readonly years: number;
  readonly months: number;
}

/** The components of a State pay-table salary: coefficients as decimals, percentages as "25%". */
export interface SalaryComponents {
  /** Hệ số lương. */
  readonly coefficient?: string;
  /** Hệ số phụ cấp chức vụ lãnh đạo. */
  readonly positionAllowance?: string;
  /** Phụ cấp thâm niên vượt khung. */
  readonly overFrame?: string;
  /** Phụ cấp thâm niên nghề. */
  readonly profession?: string;
  /** Phụ cấp ưu đãi theo nghề. */
  readonly preferential?: string;
  /** Phụ cấp trách nhiệm theo nghề. */
  readonly responsibility?: string;
  /** Phụ cấp công vụ. */
  readonly publicService?: string;
  /** Phụ cấp công tác đảng, đoàn thể. */
  readonly party?: string;
  /** Phụ cấp đặc thù lực lượng vũ trang. */
  readonly specific?: string;
  /** Hệ số chênh lệch bảo lưu. */
  readonly retained?: string;
  /** Hệ số phụ cấp cấp ủy viên. */
  readonly committee?: string;
}

/** A salary: its components, or one amount in đồng a month. */
export interface Salary extends SalaryComponents {
  /** Tiền lương theo hợp đồng lao động. */
  readonly contract?: string;
  /** Tiền lương tháng hiện hưởng đã xác định. */
  readonly monthly?: string;
  /** Phụ cấp hằng tháng của người hoạt động không chuyên trách. */
  readonly allowance?: string;
  /** Tiền lương bình quân 5 năm cuối; it may stand beside any of the others. */
  readonly average?: string;
  /** Loại ngạch của bảng lương, in place of a coefficient: A1, A2.1 ... */
  readonly scale?: string;
  /** Bậc lương, from 1. */
  readonly step?: number;
  /** Số tháng giữ bậc lương cuối, for over-frame seniority. */
  readonly stepMonths?: number;
}

/** Why a person leaves (lý do nghỉ). */
export type Ground = 'reorganisation' | 'job-position' | 'standard' | 'quality' | 'health' | 'leadership' | 'wish';

/** One person, read and checked; every default that does not depend on the law is filled in. */
export interface Case {
  readonly id?: string;
  /** The scheme the case names, with or without a date: `nd154`, `nd178@2025-03-15`; absent: found (`auto`). */
  readonly law?: string;
  /** Chấp nhận số liệu bất thường: values beyond the bounds of plausible input are true; absent: they are refused. */
  readonly acceptImplausible?: true;
  readonly person: {
    readonly name?: string;
    readonly sex: 'male' | 'female';
    /** YYYY-MM-DD, YYYY-MM or YYYY. */
    readonly birth: string;
    readonly group: string;
    /** Cấp bậc hàm khi quyết định. */
    readonly rank?: string;
    /** Cơ yếu hưởng lương như: civil when not given. */
    readonly paidLike?: 'civil' | 'army' | 'police';
    /** Chức vụ. */
    readonly position?: string;
    /** Đơn vị. */
    readonly unit?: string;
    /** Nguồn kinh phí: the id of a source (rules/papers/funding.yaml) or the words of the office; told on papers alone. */
    readonly funding?: string;
    /** Đang hưởng lương hưu hoặc trợ cấp mất sức lao động. */
    readonly pensioner?: boolean;
    /** Ngày bắt đầu hưởng lương hưu, trợ cấp mất sức lao động, YYYY-MM-DD. */
    readonly pensionSince?: string;
  };
  readonly leaving: {
    readonly route: RouteChoice;
    /** First day of retirement or severance, YYYY-MM-DD. */
    readonly date: string;
    readonly reorganisation?: string;
    readonly decided?: string;
    /** Số quyết định cho nghỉ. */
    readonly decision?: string;
    /** Ngày nộp đủ hồ sơ, YYYY-MM-DD. */
    readonly filed?: string;
    /** Lý do nghỉ; without it a reorganisation where its date is given. */
    readonly ground?: Ground;
    /** Chương trình sắp xếp riêng. */
    readonly programme?: 'school-merger';
    readonly impact: 'direct' | 'indirect' | 're-election';
    readonly voluntary?: boolean;
    readonly blocked: 'none' | 'pregnancy-or-small-child' | 'discipline-or-inspection';
  };
  /** `limit`: hạn tuổi phục vụ in years, with odd months as `61y3m`. */
  readonly age: { readonly schedule?: 'normal' | 'reduced' | 'limit'; readonly limit?: string };
  readonly insurance: Duration & {
    /** Thời gian trong cơ quan Đảng, Nhà nước, tổ chức chính trị - xã hội, lực lượng vũ trang. */
    readonly publicSector: Duration;
    /** Thời gian chưa hưởng trợ cấp, được tính trợ cấp. */
    readonly countable: Duration;
    /** Thời gian làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn. */
    readonly hazardous?: Duration;
    /** Thời gian đóng BHXH bắt buộc ở chức danh khác, chưa hưởng trợ cấp (người hoạt động không chuyên trách). */
    readonly otherPosts?: Duration;
    /** Thời gian đóng bảo hiểm thất nghiệp. */
    readonly unemployment?: Duration;
    readonly pensionEligible?: boolean;
  };
  /** Thời gian công tác của người hoạt động không chuyên trách. */
  readonly work?: Duration;
  /** Học nghề: số tháng, chi phí khóa học (đồng). */
  readonly training?: { readonly months?: number; readonly fee?: string };
  /** Chế độ đã hưởng trước đó: theo chế độ nào, bao nhiêu đồng, ngày nào. */
  readonly settled?: { readonly scheme: string; readonly amount?: string; readonly date?: string };
  /** Chức vụ thôi giữ: ngày hết nhiệm kỳ, hệ số phụ cấp chức vụ mới. */
  readonly post?: { readonly termEnds?: string; readonly newAllowance?: string };
  readonly salary: Salary;
}
