import { targetOf, type Act } from '../../src/law/act.ts';
import type { Law } from '../../src/law/law.ts';

/** Where each Article stands: the section of docs/architecture.md. */

/** What the rule files have of an Article. */
interface Stated {
  readonly act: string;
  readonly article: string;
  /** The kinds of its provisions. */
  readonly kinds: Set<string>;
  /** The acts that insert, change or repeal something in it. */
  readonly by: Set<string>;
}

/** The Article of an address: "Điều 7a khoản 1" → "Điều 7a"; the address itself where it names none. */
function articleOf(address: string): string {
  return /^(Điều|Mục|Phụ lục) [\p{L}0-9.]+/u.exec(address)?.[0] ?? address;
}

function order(article: string): number {
  return Number(/[0-9]+/.exec(article)?.[0] ?? 999);
}

function articlesOf(act: Act, law: Law): Stated[] {
  const found = new Map<string, Stated>();
  const entry = (address: string): Stated => {
    const article = articleOf(address);
    const known = found.get(article) ?? { act: act.act, article, kinds: new Set(), by: new Set() };
    found.set(article, known);
    return known;
  };
  for (const { at, kind } of act.provisions ?? []) entry(at).kinds.add(kind);
  for (const { act: by, amendments = [] } of law.acts.values()) {
    for (const one of amendments) {
      if ('insert' in one) {
        if (one.insert !== act.act) continue;
        const { kinds, by: changers } = entry(one.provision.at);
        kinds.add(one.provision.kind);
        changers.add(by);
      } else if (targetOf(one).act === act.act) entry(targetOf(one).at).by.add(by);
    }
  }
  return [...found.values()].sort((a, b) => order(a.article) - order(b.article) || (a.article < b.article ? -1 : 1));
}

/** The table of all acts and their Articles: which kinds of provision an Article has, and which acts changed it. */
export function articleTable(law: Law): string {
  const code = (words: Iterable<string>): string =>
    [...words]
      .sort()
      .map((word) => `\`${word}\``)
      .join(', ');
  const rows = [...law.acts.values()].flatMap((act) =>
    articlesOf(act, law).map(
      ({ article, kinds, by }) => `| \`rules/acts/${act.act}.yaml\` | ${article} | ${code(kinds)} | ${code(by)} |`,
    ),
  );
  return ['| rule file | Article | kinds of provision | changed by |', '|---|---|---|---|', ...rows].join('\n');
}
