import type { Lang } from '../../src/base/text.ts';
import { EXIT } from '../exit.ts';
import type { PlacedIssue } from '../../src/case/file/syntax.ts';
import { printable } from '../../src/base/printable.ts';

/** Issues that come from how the command was called, not from the data. */
const USAGE: ReadonlySet<string> = new Set(['unknown-scheme', 'unknown-interpretation', 'unknown-option']);

/** The exit code that issues call for. */
export function issuesExit(issues: readonly PlacedIssue[]): number {
  if (issues.some((one) => one.code === 'rule-defect')) return EXIT.ruleDefect;
  return issues.length > 0 && issues.every((one) => USAGE.has(one.code)) ? EXIT.usage : EXIT.invalid;
}

/** Most issues that are told to people; programs get them all. */
const MOST_SHOWN = 20;

/** Issues for people: a heading, then one line each with its place, what is wrong and the way out. */
export function issuesText(issues: readonly PlacedIssue[], lang: Lang): string {
  const count = issues.length;
  const heading =
    lang === 'vi' ? `Không tính được: ${count} lỗi.` : `Not computed: ${count} ${count === 1 ? 'issue' : 'issues'}.`;
  const shown = issues.slice(0, MOST_SHOWN).map((one) => `  ${lineOf(one)}`);
  const rest = count - shown.length;
  const more = lang === 'vi' ? `  ... và ${rest} lỗi khác.` : `  ... and ${rest} more.`;
  return [heading, ...shown, ...(rest > 0 ? [more] : [])].join('\n');
}

function lineOf({ place, path, message }: PlacedIssue): string {
  const where = place ?? (message.includes(path) ? '' : path);
  return printable(where === '' ? message : `${where}: ${message}`);
}

/** Issues for programs, as the contract writes a refusal. */
export function refusalOf(id: unknown, issues: readonly PlacedIssue[]): Record<string, unknown> {
  const named = typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {};
  const plain = issues.map(({ code, path, message, place }) => ({
    code,
    path,
    message,
    ...(place === undefined ? {} : { place }),
  }));
  return { schema: 'nd178/refusal@1', ...named, issues: plain };
}
