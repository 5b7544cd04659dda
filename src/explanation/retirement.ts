import { monthText } from '../base/calendar.ts';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { retirementMonth } from '../engine/measure/retirement.ts';
import { issue } from '../messages/issue.ts';
import { basisOf, type Basis } from './context.ts';
import type { Document } from './document.ts';
import { formatBirth, formatDuration, formatMonth } from './format.ts';
import { wordLabel } from './labels.ts';

/** A birth and the law to look it up in. */
export interface RetirementQuestion {
  readonly law: Law;
  readonly version: LawVersion;
  readonly sex: 'male' | 'female';
  /** As written: YYYY-MM-DD, YYYY-MM or YYYY. */
  readonly birth: string;
  readonly month: number;
  readonly lang: Lang;
}

/** The normal retirement under one schedule. */
export interface RetirementRow {
  readonly schedule: string;
  readonly title: string;
  /** YYYY-MM, and the age then in months. */
  readonly ageReached: string;
  readonly ageMonths: number;
  readonly pensionStart: string;
  readonly cite: readonly Basis[];
}

/** The normal retirement of a birth under every schedule that covers it; `notCovered` tells the others. */
export interface RetirementTable {
  readonly schema: 'nd178/retirement-age@1';
  readonly birth: string;
  readonly sex: 'male' | 'female';
  readonly law: { readonly scheme: string; readonly version: string };
  readonly rows: readonly RetirementRow[];
  readonly notCovered: readonly Issue[];
}

/** Looks a birth up in every schedule; issues when it is before all of them (tuổi nghỉ hưu). */
export function retirementTable(question: RetirementQuestion): Checked<RetirementTable> {
  const { law, version, sex, birth, month, lang } = question;
  const rows: RetirementRow[] = [];
  const notCovered: Issue[] = [];
  const after = version.rules('months-early')[0]?.provision.pensionStartsAfterMonths ?? 0;
  for (const { provision, cites } of version.rules('retirement-age')) {
    const { schedule } = provision;
    const found = retirementMonth(version, schedule, sex, month);
    if (!found) continue;
    if ('coveredFrom' in found) {
      notCovered.push(issue(lang, 'birth-not-covered', 'birth', { birth, from: found.coveredFrom, schedule }));
      continue;
    }
    rows.push({
      schedule,
      title: provision.title?.[lang] ?? schedule,
      ageReached: monthText(found.ageMonth),
      ageMonths: found.ageMonth - month,
      pensionStart: monthText(found.ageMonth + after),
      cite: basisOf(law, cites, lang),
    });
  }
  if (rows.length === 0) return bad(notCovered);
  const used = { scheme: version.scheme, version: version.date };
  return good({ schema: 'nd178/retirement-age@1', birth, sex, law: used, rows, notCovered });
}

/** Lays the table out as a document. */
export function retirementDocument({ birth, sex, rows, notCovered }: RetirementTable, lang: Lang): Document {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = say('Tuổi nghỉ hưu', 'Retirement age');
  return {
    lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'text',
        text: say(
          `Sinh ${formatBirth(birth, lang)}, ${wordLabel('sex', sex, lang)}`,
          `Born ${birth}, ${wordLabel('sex', sex, lang)}`,
        ),
      },
      {
        kind: 'table',
        columns: [
          { title: say('Bảng tuổi', 'Schedule'), align: 'left' },
          { title: say('Tuổi', 'Age'), align: 'left' },
          { title: say('Tháng đủ tuổi', 'Age reached'), align: 'right' },
          { title: say('Hưởng lương hưu từ', 'Pension from'), align: 'right' },
          { title: say('Căn cứ', 'Basis'), align: 'left' },
        ],
        rows: rows.map((row) => [
          row.title,
          formatDuration(row.ageMonths, lang),
          formatMonth(row.ageReached, lang),
          formatMonth(row.pensionStart, lang),
          row.cite.map((basis) => basis.text).join('; '),
        ]),
      },
      ...(notCovered.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: notCovered.map(({ message }) => ({ text: message, tone: 'warning' as const })),
            } as const,
          ]),
    ],
  };
}
