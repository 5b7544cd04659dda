import { unaccented } from '../../base/text.ts';
import type { Writing } from '../../law/form.ts';

/** What stands before the words of a heading: `A.`, `I`, `1.2)`, a dash. */
const BEFORE = /^(?:(?:[ivx]+|[a-z]|\d+(?:\.\d+)*)(?:[.):]| |$)|[-+*])\s*/;

/**
 * The groups that a heading between people names: "B. Quân nhân chuyên nghiệp (12 người)". The heading is the name of the
 * group alone, so that "Trường Sĩ quan A" is a unit and no section. Undefined for every other heading.
 */
export function sectionGroups(heading: string, { ranks, groups, sections }: Writing): readonly string[] | undefined {
  let text = unaccented(heading)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  while (/[ :.;,]$/.test(text)) text = text.slice(0, -1);
  const tries = [text, text.replace(BEFORE, '')];
  for (const one of tries) {
    const bare = withoutLead(one, sections);
    const force = ranks.forces.find(({ marks }) => marks.includes(bare));
    if (force) return [force.group];
    const named = groups.find(({ words }) => words.some((phrase) => pattern(phrase).test(bare)));
    if (named) return named.groups;
  }
  return undefined;
}

/** A phrase of the rule files whose commas may be ampersands, or missing. */
function pattern(phrase: string): RegExp {
  return new RegExp(`^${phrase.replace(/, /g, ' ?[,&]? ?')}$`);
}

function withoutLead(text: string, sections: readonly string[]): string {
  const lead = sections.find((word) => text.startsWith(`${word} `) || text.startsWith(`${word}:`));
  return lead === undefined
    ? text
    : text
        .slice(lead.length)
        .replace(/^[ :]+/, '')
        .replace(/^la /, '');
}
