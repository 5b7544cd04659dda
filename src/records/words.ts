import type { Lang, Words } from '../base/text.ts';
import { quantityLabel, RESULT_QUANTITIES } from '../engine/measure/quantities.ts';
import type { ChainBreak } from './chain.ts';
import { fill } from '../messages/issue.ts';
import type { EffectLine } from './effect.ts';
import type { Cause } from './replay.ts';

/** What each cause means, for people. */
export const CAUSES: { readonly [C in Cause]: Words } = {
  'input-altered': {
    vi: 'hồ sơ đã bị sửa sau khi tính',
    en: 'the case was altered after it was computed',
  },
  'output-altered': {
    vi: 'kết quả đã bị sửa sau khi tính',
    en: 'the result was altered after it was computed',
  },
  'law-altered': {
    vi: 'luật của ngày đó trong chương trình có nội dung khác lúc tính (đã đính chính, hoặc dùng tệp quy tắc khác)',
    en: 'the law of that date has another text in this program than when it was computed (corrected since, or another rule file)',
  },
  'engine-changed': {
    vi: 'bộ tính phiên bản khác cho kết quả khác',
    en: 'another version of the engine gave another result',
  },
  'law-not-installed': {
    vi: 'phiên bản luật của bản ghi không được cài; không tính lại bằng phiên bản khác',
    en: 'the law version of the record is not installed; it was not recomputed under another',
  },
  'receipt-broken': {
    vi: 'biên nhận thiếu hoặc tự mâu thuẫn',
    en: 'the receipt is missing or contradicts itself',
  },
};

/** The names of measures, for people. */
export const MEASURES: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(RESULT_QUANTITIES.map((name) => [name, quantityLabel(name)])),
  outcome: { vi: 'kết quả', en: 'outcome' },
  route: { vi: 'chính sách', en: 'route' },
  monthlySalary: { vi: 'tiền lương tháng', en: 'monthly salary' },
  normalRetirement: { vi: 'tháng đủ tuổi nghỉ hưu', en: 'normal retirement' },
  pensionStart: { vi: 'tháng hưởng lương hưu', en: 'pension start' },
  window: { vi: 'thời điểm nghỉ', en: 'window' },
  pensionEligible: { vi: 'đủ điều kiện lương hưu', en: 'pension eligible' },
  total: { vi: 'tổng', en: 'total' },
};

/** What a difference is about, for people. */
export const KINDS: Readonly<Record<string, Words>> = {
  salary: { vi: 'tiền lương', en: 'salary' },
  line: { vi: 'khoản', en: 'line' },
  'top-up': { vi: 'cấp bù', en: 'top-up' },
  pension: { vi: 'lương hưu', en: 'pension' },
  scheme: { vi: 'chế độ áp dụng', en: 'scheme' },
  provision: { vi: 'căn cứ', en: 'legal basis' },
  interpretation: { vi: 'cách hiểu', en: 'reading' },
  finding: { vi: 'lưu ý', en: 'finding' },
  case: { vi: 'hồ sơ', en: 'case' },
};

/** Why a line moves under another law, for people. */
export const BECAUSE: { readonly [B in EffectLine['because']]: Words } = {
  row: { vi: 'quy định khác', en: 'another provision' },
  months: { vi: 'số tháng khác', en: 'other months' },
  base: { vi: 'mức lương khác', en: 'another base' },
};

const BREAKS: { readonly [K in ChainBreak['kind']]: Words } = {
  removed: {
    vi: 'Thiếu bản ghi số {numbers}[ (trước dòng {row})]: đã bị xóa.',
    en: 'Record {numbers} is missing[ (before row {row})]: it was removed.',
  },
  added: { vi: 'Dòng {row} không thuộc chuỗi: được thêm vào.', en: 'Row {row} is not of the chain: it was added.' },
  reordered: {
    vi: 'Dòng {row} (bản ghi số {numbers}) đứng sai thứ tự.',
    en: 'Row {row} (record {numbers}) stands out of order.',
  },
  altered: {
    vi: 'Dòng {row} không phải bản ghi mà dòng sau đã nối vào: đã bị sửa hoặc thay.',
    en: 'Row {row} is not the record that the next was linked to: it was altered or replaced.',
  },
  head: {
    vi: 'Bản ghi cuối[ (dòng {row})] không khớp mã cuối đã lưu: phần cuối tệp đã bị cắt, sửa hoặc nối thêm.',
    en: 'The last record[ (row {row})] does not have the head that was kept: the end of the file was cut, altered or added to.',
  },
};

/** A break of the chain in a sentence. */
export function breakText({ kind, row, from, to }: ChainBreak, lang: Lang): string {
  const numbers = from === undefined ? undefined : from === to ? String(from) : `${from}–${to}`;
  return fill(BREAKS[kind][lang], { row, numbers });
}
