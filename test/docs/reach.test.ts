import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { builtinLaw } from '../../src/law/builtin.ts';
import { ledgerOf } from '../../src/lawbook/show/sources.ts';

/** `npm run docs:write` writes the tables anew. */
const WRITE = process.env['ND178_DOCS'] === 'write';

const FILE = 'docs/reach.md';
const SECTION = /(<!-- reach: written by npm run docs:write -->\n)[\s\S]*(<!-- \/reach -->)/;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** The day, the schemes, the acts and what nobody has seen, from the rule files alone. */
function reachTables(): string {
  const law = builtinLaw();

  const schemes = [...law.schemes.values()].map(({ scheme, title, covers }) => [
    ...[`\`${scheme}\``, title.vi, title.en, covers.from, covers.until ?? '', String(law.versions(scheme).length)],
  ]);
  const acts = [...law.acts.values()]
    .filter(({ kind }) => kind !== 'guard')
    .map(({ act, official, title, issued, applies }) => [`\`${act}\``, (official ?? title).vi, issued, applies]);
  const unverified = ledgerOf(law).filter(({ certainty }) => certainty === 'U');
  const unseen = unverified.map(({ act, at, provision, leaf }) => [
    ...[`\`${act}\``, at, `\`${provision}${leaf === undefined ? '' : ` ${leaf}`}\``],
  ]);
  return [
    `**${law.reach?.words.vi}**`,
    `**${law.reach?.words.en}**`,
    '## Chế độ · Schemes',
    table(['scheme', 'chế độ', 'title', 'from', 'until', 'versions'], schemes),
    '## Văn bản · Acts',
    table(['act', 'văn bản', 'issued', 'applies'], acts),
    '## Chưa kiểm chứng · Unverified (certainty U)',
    table(['act', 'at', 'provision'], unseen),
  ].join('\n\n');
}

test('docs/reach.md tells the day, the schemes, the acts and what is unverified, as the rule files do', () => {
  const text = readFileSync(FILE, 'utf8');
  const fresh = text.replace(SECTION, (_, from: string, to: string) => `${from}\n${reachTables()}\n\n${to}`);
  if (WRITE) writeFileSync(FILE, fresh);
  else expect(text).toBe(fresh);
});

test('CITATION.cff names the version that CHANGELOG.md begins with', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const [, newest, day] = /^## (\S+) - (\S+)$/m.exec(readFileSync('CHANGELOG.md', 'utf8')) ?? [];
  const citation = readFileSync('CITATION.cff', 'utf8');
  expect(newest).toBe(version);
  expect(citation).toMatch(new RegExp(`^version: ${version}\ndate-released: ${day ?? ''}$`, 'm'));
});
