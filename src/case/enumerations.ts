/** Giới tính. */
export const SEXES: readonly ['male', 'female'] = Object.freeze(['male', 'female'] as const);
/** Mức độ chịu tác động (Nghị định 178 Điều 2 khoản 1 và 3, khoản 2, khoản 4). */
export const IMPACTS: readonly ['direct', 'indirect', 're-election'] = Object.freeze([
  'direct',
  'indirect',
  're-election',
] as const);
/** Trường hợp chưa xem xét cho nghỉ. */
export const BLOCKS: readonly ['none', 'pregnancy-or-small-child', 'discipline-or-inspection'] = Object.freeze([
  'none',
  'pregnancy-or-small-child',
  'discipline-or-inspection',
] as const);
/** Lý do nghỉ theo chế độ. */
export const GROUNDS: readonly [
  'reorganisation',
  'job-position',
  'standard',
  'quality',
  'health',
  'leadership',
  'wish',
] = Object.freeze(['reorganisation', 'job-position', 'standard', 'quality', 'health', 'leadership', 'wish'] as const);
/** Chương trình sắp xếp riêng. */
export const PROGRAMMES: readonly ['school-merger'] = Object.freeze(['school-merger'] as const);
/** Tuổi nghỉ hưu theo: bình thường, thấp hơn, hạn tuổi. */
export const SCHEDULES: readonly ['normal', 'reduced', 'limit'] = Object.freeze([
  'normal',
  'reduced',
  'limit',
] as const);
/** Cơ yếu hưởng lương như. */
export const PAID_LIKE: readonly ['civil', 'army', 'police'] = Object.freeze(['civil', 'army', 'police'] as const);

/** Giới tính. */
export type Sex = (typeof SEXES)[number];
/** Mức độ chịu tác động. */
export type Impact = (typeof IMPACTS)[number];
/** Trường hợp chưa xem xét cho nghỉ. */
export type Block = (typeof BLOCKS)[number];
/** Why a person leaves (lý do nghỉ). */
export type Ground = (typeof GROUNDS)[number];
/** Chương trình sắp xếp riêng. */
export type Programme = (typeof PROGRAMMES)[number];
/** Tuổi nghỉ hưu theo. */
export type Schedule = (typeof SCHEDULES)[number];
/** Cơ yếu hưởng lương như. */
export type PaidLike = (typeof PAID_LIKE)[number];
