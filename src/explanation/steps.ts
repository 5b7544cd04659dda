import type { Words } from '../base/text.ts';
import type { Rule } from '../law/version.ts';
import { basisOf, type Basis, type Context } from './context.ts';

/** One step of an explanation: what was found, how, and on which legal basis. */
export interface Step {
  readonly label: string;
  /** The computation or the finding in words and numbers. */
  readonly text: string;
  /** For conditions: whether it held. */
  readonly held?: boolean;
  /** Conditions that held, and remarks. */
  readonly notes: readonly string[];
  /** What would change the outcome. */
  readonly remedies?: readonly string[];
  readonly basis: readonly Basis[];
}

/** The name of a part of an explanation. */
export type SectionName =
  | 'law'
  | 'schemes'
  | 'subject'
  | 'measures'
  | 'salary'
  | 'routes'
  | 'benefits'
  | 'findings'
  | 'interpretations'
  | 'pension';

/** The parts of an explanation, in their order. */
export const SECTION_TITLES: Readonly<Record<SectionName, Words>> = {
  law: { vi: 'Phiên bản luật áp dụng', en: 'The law that applies' },
  schemes: { vi: 'Các chế độ đã xét', en: 'The schemes considered' },
  subject: { vi: 'Đối tượng', en: 'The subject' },
  measures: { vi: 'Thời gian để tính', en: 'The measures' },
  salary: { vi: 'Tiền lương tháng hiện hưởng', en: 'Current monthly salary' },
  routes: { vi: 'Điều kiện hưởng', en: 'Conditions' },
  benefits: { vi: 'Các khoản được hưởng', en: 'What is paid' },
  findings: { vi: 'Lưu ý', en: 'Findings' },
  interpretations: { vi: 'Vấn đề còn cách hiểu khác nhau', en: 'Open legal questions' },
  pension: { vi: 'Lương hưu (để tham khảo)', en: 'Pension (for information)' },
};

/** A part of an explanation. */
export interface Section {
  readonly section: SectionName;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A section under its title. */
export function section(context: Context, name: SectionName, steps: readonly Step[]): Section {
  return { section: name, title: SECTION_TITLES[name][context.lang], steps };
}

/** A step, with the legal basis of the rules it stands on. */
export function step(
  context: Context,
  label: string,
  text: string,
  rules: readonly (Rule | undefined)[] = [],
  notes: readonly string[] = [],
): Step {
  const cites = rules.flatMap((rule) => rule?.cites ?? []);
  return { label, text, notes, basis: basisOf(context.law, cites, context.lang) };
}

/** A text with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
