import type { Law } from '../../src/index.ts';
import type { Words } from '../../src/base/text.ts';
import { FINDINGS } from '../../src/messages/findings.ts';
import { ISSUES } from '../../src/messages/issues.ts';
import { codeTitle } from '../../src/table/code-title.ts';
import { TABLE_ISSUES } from '../../src/table/messages.ts';

/** A code that the law tells, the words it is told with, and where in the rule files. */
export interface LawCode {
  readonly code: string;
  readonly message: Words;
  readonly at: string;
}

/** Whatever in the rule files tells a message under a code, wherever it stands. */
export function lawCodes({ acts }: Pick<Law, 'acts'>): LawCode[] {
  return [...acts.values()].flatMap((act) => {
    const within = (part: unknown, address: string): LawCode[] => {
      if (typeof part !== 'object' || part === null) return [];
      const { code, message, at } = part as { code?: unknown; message?: Words; at?: unknown };
      const here = typeof at === 'string' ? at : address;
      const own = typeof code === 'string' && message ? [{ code, message, at: `${act.act}, ${here}` }] : [];
      return [...own, ...Object.values(part).flatMap((inner) => within(inner, here))];
    };
    return within(act, '');
  });
}

/** Every code of an issue or a finding with its words, as tables of a document. */
export function codeTables(law: Law): string {
  const parts = [
    ['Khi đọc và tính một hồ sơ · Of a case', ISSUES],
    ['Khi đọc một danh sách · Of a list', TABLE_ISSUES],
    ['Trong kết quả · In a result', FINDINGS],
  ] as const;
  const engine = parts.map(([title, messages]) => {
    const rows = Object.entries(messages).map(([code, words]) => row(law, code, words));
    return [`## ${title}`, '', ...HEAD, ...rows].join('\n');
  });
  const told = new Map<string, LawCode>();
  for (const one of lawCodes(law)) if (!told.has(one.code)) told.set(one.code, one);
  const rows = [...told.values()]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, message, at }) => `| \`${code}\` | ${cell(message.vi)} | ${cell(message.en)} | ${cell(at)} |`);
  const ofLaw = ['## Của luật · Of the law', '', '| Mã | Lời | Words | Nơi |', '|---|---|---|---|', ...rows].join('\n');
  return [...engine, ofLaw].join('\n\n');
}

const HEAD = ['| Mã | Tên · Title | Lời | Words |', '|---|---|---|---|'];

function row(law: Law, code: string, { vi, en }: Words): string {
  const title = codeTitle(law, code);
  return `| \`${code}\` | ${title?.vi ?? ''} · ${title?.en ?? ''} | ${cell(vi)} | ${cell(en)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');
}
