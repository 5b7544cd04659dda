import type { Group, Route, SchemeId } from '../../rules/names.generated.ts';
import type { OneOf } from '../base/text.ts';
import type { Block, Ground, Impact, PaidLike, Programme, Schedule, Sex } from './enumerations.ts';

/** A text as it is typed. */
export type TextInput = string;
/** A text that programs often hold as a number: an id, the number of a decision. */
export type LabelInput = string | number;
/** A day: `2025-05-01`; `01/05/2025` is read as well. */
export type DayInput = string;
/** A day of birth: `1966-01-15`, `1966-01` or `1966` where the rest is not known; the year may be a number. */
export type BirthInput = string | number;
/** A whole number, as a number or as text. */
export type CountInput = number | string;
/** A coefficient as text, `"4.65"` or `"4,65"`: a number such as 4.65 is no exact decimal in a program. */
export type DecimalInput = string;
/** A per cent as text: `"25%"` or `"0.25"`. */
export type PercentInput = string;
/** An amount in đồng: text, or a whole number that a program holds exactly (at most 2^53 − 1). */
export type DongInput = string | number;
/** Yes or no: `true`, `false`, or as people write it (`"có"`, `"x"`). */
export type FlagInput = boolean | string;
/** An age in years and months: `58`, `"61y3m"`, `"61.25"`, or in parts. */
export type AgeInput = number | string | DurationInput;
/** A word of the contract, or how people write it (`"nam"`, `"công chức"`). */
export type WordInput<W extends string> = OneOf<W>;

/** Years, and months beside them; years may be written with their months (`"22 năm 6 tháng"`). */
export interface DurationInput {
  readonly years: CountInput | null;
  readonly months?: CountInput | null | undefined;
}

/** The person (người hưởng). */
export interface PersonInput {
  readonly name?: TextInput | null | undefined;
  /** Giới tính: `male`, `female`. */
  readonly sex: WordInput<Sex>;
  readonly birth: BirthInput;
  /** Nhóm đối tượng: `civil-servant` ... */
  readonly group: WordInput<Group>;
  /** Cơ yếu hưởng lương như. */
  readonly paidLike?: WordInput<PaidLike> | null | undefined;
  /** Chức vụ. */
  readonly position?: TextInput | null | undefined;
  /** Đơn vị. */
  readonly unit?: TextInput | null | undefined;
  /** Nguồn kinh phí, told on papers alone. */
  readonly funding?: TextInput | null | undefined;
  /** Đang hưởng lương hưu hoặc trợ cấp mất sức lao động. */
  readonly pensioner?: FlagInput | null | undefined;
  /** Ngày bắt đầu hưởng lương hưu, trợ cấp. */
  readonly pensionSince?: DayInput | null | undefined;
  /** Cấp bậc hàm khi quyết định. */
  readonly rank?: TextInput | null | undefined;
}

/** The leaving (việc nghỉ). */
export interface LeavingInput {
  /** Chính sách: `early-retirement`, `severance` ...; `auto`: the first whose conditions hold. */
  readonly route: WordInput<Route | 'auto'>;
  /** First day of retirement or severance (ngày nghỉ). */
  readonly date: DayInput;
  /** Ngày văn bản sắp xếp có hiệu lực. */
  readonly reorganisation?: DayInput | null | undefined;
  /** Ngày quyết định cho nghỉ. */
  readonly decided?: DayInput | null | undefined;
  /** Số quyết định cho nghỉ. */
  readonly decision?: LabelInput | null | undefined;
  /** Ngày nộp đủ hồ sơ. */
  readonly filed?: DayInput | null | undefined;
  /** Lý do nghỉ; default: `reorganisation` where its date is given. */
  readonly ground?: WordInput<Ground> | null | undefined;
  readonly programme?: WordInput<Programme> | null | undefined;
  /** Mức độ chịu tác động; default `direct`. */
  readonly impact?: WordInput<Impact> | null | undefined;
  readonly voluntary?: FlagInput | null | undefined;
  /** Trường hợp chưa xem xét; default `none`. */
  readonly blocked?: WordInput<Block> | null | undefined;
}

/** Which retirement age (tuổi nghỉ hưu theo). */
export interface AgeSettingInput {
  /** Default: as usual for the group. */
  readonly schedule?: WordInput<Schedule> | null | undefined;
  /** Hạn tuổi phục vụ (armed forces). */
  readonly limit?: AgeInput | null | undefined;
}

/** Insured time (thời gian đóng BHXH). */
export interface InsuranceInput {
  readonly years: CountInput;
  /** Default 0. */
  readonly months?: CountInput | null | undefined;
  /** Thời gian trong khu vực công; default: the total. */
  readonly publicSector?: DurationInput | null | undefined;
  /** Thời gian chưa hưởng trợ cấp; default: the total. */
  readonly countable?: DurationInput | null | undefined;
  /** Thời gian làm việc nặng nhọc, độc hại, nguy hiểm hoặc ở vùng đặc biệt khó khăn. */
  readonly hazardous?: DurationInput | null | undefined;
  /** Thời gian đóng BHXH bắt buộc ở chức danh khác. */
  readonly otherPosts?: DurationInput | null | undefined;
  /** Thời gian đóng bảo hiểm thất nghiệp. */
  readonly unemployment?: DurationInput | null | undefined;
  /** Overrides the computed condition of the pension. */
  readonly pensionEligible?: FlagInput | null | undefined;
}

/** The salary: its components, or one of `contract`, `monthly`, `allowance` (tiền lương). */
export interface SalaryInput {
  /** Loại ngạch, in place of the coefficient, with `step`. */
  readonly scale?: TextInput | null | undefined;
  /** Bậc lương. */
  readonly step?: CountInput | null | undefined;
  /** Số tháng giữ bậc lương cuối. */
  readonly stepMonths?: CountInput | null | undefined;
  /** Hệ số lương. */
  readonly coefficient?: DecimalInput | null | undefined;
  /** Hệ số phụ cấp chức vụ lãnh đạo. */
  readonly positionAllowance?: DecimalInput | null | undefined;
  /** Phụ cấp thâm niên vượt khung. */
  readonly overFrame?: PercentInput | null | undefined;
  /** Phụ cấp thâm niên nghề. */
  readonly profession?: PercentInput | null | undefined;
  /** Phụ cấp ưu đãi theo nghề. */
  readonly preferential?: PercentInput | null | undefined;
  /** Phụ cấp trách nhiệm theo nghề. */
  readonly responsibility?: PercentInput | null | undefined;
  /** Phụ cấp công vụ. */
  readonly publicService?: PercentInput | null | undefined;
  /** Phụ cấp công tác đảng, đoàn thể. */
  readonly party?: PercentInput | null | undefined;
  /** Phụ cấp đặc thù lực lượng vũ trang. */
  readonly specific?: PercentInput | null | undefined;
  /** Hệ số chênh lệch bảo lưu. */
  readonly retained?: DecimalInput | null | undefined;
  /** Hệ số phụ cấp cấp ủy viên. */
  readonly committee?: DecimalInput | null | undefined;
  /** Tiền lương theo hợp đồng lao động, đồng a month. */
  readonly contract?: DongInput | null | undefined;
  /** Tiền lương tháng hiện hưởng, đồng. */
  readonly monthly?: DongInput | null | undefined;
  /** Phụ cấp hằng tháng của người hoạt động không chuyên trách, đồng. */
  readonly allowance?: DongInput | null | undefined;
  /** Tiền lương bình quân 5 năm cuối, đồng; it may stand beside any of the others. */
  readonly average?: DongInput | null | undefined;
}

/**
 * What may be written for one person (hồ sơ một người): what has a default may be left out, words may be spelled as people
 * do, numbers stand as text or as whole numbers. `null` says nothing, as absence does.
 * `calculate` and `parseCase` take any value and tell what is wrong with it; this type tells an editor what may stand there.
 */
export interface CaseInput {
  readonly id?: LabelInput | null | undefined;
  /** Chế độ áp dụng: `nd154`, `nd178@2025-03-15`; default: the one that governs the case is found. */
  readonly law?: OneOf<SchemeId> | null | undefined;
  /** Chấp nhận số liệu bất thường. */
  readonly acceptImplausible?: FlagInput | null | undefined;
  readonly person: PersonInput;
  readonly leaving: LeavingInput;
  readonly age?: AgeSettingInput | null | undefined;
  readonly insurance: InsuranceInput;
  /** Thời gian công tác của người hoạt động không chuyên trách. */
  readonly work?: DurationInput | null | undefined;
  /** Học nghề: months, and the fee of the course in đồng. */
  readonly training?:
    { readonly months?: CountInput | null | undefined; readonly fee?: DongInput | null | undefined } | null | undefined;
  /** Chế độ đã hưởng trước đó. */
  readonly settled?:
    | {
        readonly scheme: OneOf<SchemeId> | null;
        readonly amount?: DongInput | null | undefined;
        readonly date?: DayInput | null | undefined;
      }
    | null
    | undefined;
  /** Chức vụ thôi giữ. */
  readonly post?:
    | { readonly termEnds?: DayInput | null | undefined; readonly newAllowance?: DecimalInput | null | undefined }
    | null
    | undefined;
  readonly salary: SalaryInput;
}

/**
 * A value that comes from outside and may be no case at all: `unknown`, written so that an editor still offers the keys and
 * words of a case where one is written.
 */
export type Unread = NonNullable<unknown> | null | undefined;
