import { describe, expect, it, test } from 'vitest';
import type { Act } from '../../src/law/act.ts';
import { builtinLaw } from '../../src/law/builtin.ts';
import { sourcesOf } from '../../src/law/sources.ts';
import { bears, checkLedger, unusedSources } from '../../src/lawbook/check/sources.ts';
import { buildLaw } from '../../src/law/law.ts';
import { SOURCE_KINDS, type Source, type SourceKind } from '../../src/law/ledger.ts';
import { loadLaw } from '../../src/law/load.ts';
import type { Certainty, Provision } from '../../src/law/provision.ts';
import { actOf, amenderOf, provisionOf, schemeOf, sets } from '../support/small-law.ts';
import { ledgerSource, ruleSources } from '../support/rules.ts';

const words = { vi: 'thử', en: 'test' };

/** One source of each kind, named after it, and a second one of the press. */
const LEDGER: Source[] = [
  ...SOURCE_KINDS.map((kind): Source => ({ source: kind, kind, title: words })),
  { source: 'press-2', kind: 'press', title: words },
];

function told(acts: readonly Act[], lang: 'vi' | 'en' = 'en', scheme?: string): string[] {
  const law = buildLaw(acts, [schemeOf(acts.map(({ act }) => act))], undefined, { sources: LEDGER });
  return checkLedger(law, scheme).map((one) => `${one.act} ${one.at} ${one.code}: ${one.message[lang]}`);
}

function stated(certainty: Certainty, sources?: readonly string[]): Act[] {
  return [
    actOf('base', [provisionOf('a', 'Điều 1', { certainty, ...(sources ? { sources } : {}) } as Partial<Provision>)]),
  ];
}

describe('what bears a certainty', () => {
  const official: SourceKind[] = ['official-text', 'official-example'];
  test.each<[Certainty, SourceKind[][], SourceKind[][]]>([
    [
      'A',
      [...official.map((one) => [one]), ['press', 'official-text']],
      [['ministry-answer', 'press', 'press'], ['practice'], ['inference'], []],
    ],
    [
      'B',
      [
        ...official.map((one) => [one]),
        ['press', 'press'],
        ['ministry-answer', 'press'],
        ['ministry-answer', 'ministry-answer'],
      ],
      [
        ['press'],
        ['ministry-answer'],
        ['press', 'practice'],
        ['practice', 'practice'],
        ['ministry-answer', 'inference'],
        [],
      ],
    ],
    [
      'C',
      [...official.map((one) => [one]), ['press'], ['ministry-answer'], ['practice'], ['practice', 'inference']],
      [['inference'], []],
    ],
    ['D', SOURCE_KINDS.map((one) => [one]), [[]]],
    ['U', SOURCE_KINDS.map((one) => [one]), [[]]],
  ])('%s', (letter, enough, tooLittle) => {
    expect(enough.filter((kinds) => !bears(letter, kinds))).toEqual([]);
    expect(tooLittle.filter((kinds) => bears(letter, kinds))).toEqual([]);
  });
});

describe('the ledger is checked', () => {
  it('tells a provision and an amendment without a source', () => {
    expect(told([...stated('D'), amenderOf('later', '2025-02-01', [sets('base', 'a', 50)])])).toEqual([
      'base Điều 1 source-missing: a: no source is named (`sources`). Name the sources of the ledger in which its wording or number was read; for an inference, a source of kind inference.',
      'later Khoản 50 source-missing: a: no source is named (`sources`). Name the sources of the ledger in which its wording or number was read; for an inference, a source of kind inference.',
    ]);
    expect(told(stated('U'), 'vi')).toEqual([
      'base Điều 1 source-missing: a: chưa nêu nguồn (`sources`). Nêu tên các nguồn trong sổ nguồn mà câu chữ, con số được đọc từ đó; suy luận thì nêu nguồn thuộc loại inference.',
    ]);
    expect(told(stated('U', ['inference']))).toEqual([]);
  });

  it('tells a source that there is none of, with the nearest, in both languages', () => {
    expect(told(stated('C', ['pres']))).toEqual([
      'base Điều 1 unknown-source: a: source "pres" is not in the source ledger. Did you mean "press"? Correct the name, or declare the source in a file with the key `sources`.',
    ]);
    expect(told(stated('C', ['pres']), 'vi')).toEqual([
      'base Điều 1 unknown-source: a: nguồn "pres" không có trong sổ nguồn. Có phải "press"? Sửa tên, hoặc khai nguồn trong một tệp có khóa `sources`.',
    ]);
    expect(told(stated('C', ['nothing-like-it']))[0]).not.toContain('Did you mean');
    expect(told(stated('C', ['press']))).toEqual([]);
  });

  it('tells A without an official text or example', () => {
    expect(told(stated('A', ['press', 'press-2', 'practice']))).toEqual([
      'base Điều 1 certainty-a-not-borne: a: certainty A needs an official text or example (official-text, official-example), the sources are only: press, practice. Lower the letter, or name the source that was read.',
    ]);
    expect(told(stated('A', ['press']), 'vi')).toEqual([
      'base Điều 1 certainty-a-not-borne: a: mức chắc chắn A cần văn bản chính thức hoặc ví dụ chính thức (official-text, official-example), các nguồn nêu ra chỉ là: press. Hạ mức, hoặc nêu nguồn đã đọc.',
    ]);
    expect(told(stated('A', ['press', 'official-example']))).toEqual([]);
  });

  it('tells B with one report; one source named twice is one report', () => {
    expect(told(stated('B', ['press', 'press']))).toEqual([
      'base Điều 1 certainty-b-not-borne: a: certainty B needs an official source, or two among answers of the ministry and the press (ministry-answer, press), the sources are only: press. Lower the letter, or name another source.',
    ]);
    expect(told(stated('B', ['ministry-answer', 'practice']), 'vi')).toEqual([
      'base Điều 1 certainty-b-not-borne: a: mức chắc chắn B cần một nguồn chính thức, hoặc hai nguồn trong số trả lời của bộ và báo chí (ministry-answer, press), các nguồn nêu ra chỉ là: ministry-answer, practice. Hạ mức, hoặc nêu thêm nguồn.',
    ]);
    expect(told(stated('B', ['press', 'press-2']))).toEqual([]);
  });

  it('tells C on inference alone', () => {
    expect(told(stated('C', ['inference']))).toEqual([
      'base Điều 1 certainty-c-not-borne: a: certainty C needs at least a report, an answer of the ministry or practice (press, ministry-answer, practice), the sources are only: inference. Lower it to D, or name a source.',
    ]);
    expect(told(stated('C', ['inference']), 'vi')).toEqual([
      'base Điều 1 certainty-c-not-borne: a: mức chắc chắn C cần ít nhất một bài báo, trả lời của bộ hoặc thực tế áp dụng (press, ministry-answer, practice), các nguồn nêu ra chỉ là: inference. Hạ xuống D, hoặc nêu nguồn.',
    ]);
    expect(told(stated('C', ['practice']))).toEqual([]);
    expect(told(stated('D', ['inference']))).toEqual([]);
  });

  it('looks at amendments and at what they insert, each by its own letter', () => {
    const insert = { insert: 'base', at: 'Khoản 1', certainty: 'A', sources: ['official-text'] };
    const inserted = provisionOf('b', 'Điều 2', { certainty: 'A', sources: ['press'] } as Partial<Provision>);
    const acts = [
      ...stated('A', ['official-text']),
      amenderOf('later', '2025-02-01', [
        sets('base', 'a', 50, { sources: ['practice'] }),
        { ...insert, provision: inserted } as never,
      ]),
    ];
    expect(told(acts).map((one) => one.replace(/: .*/, ''))).toEqual([
      'later Khoản 1 certainty-a-not-borne',
      'later Khoản 50 certainty-a-not-borne',
    ]);
  });

  it('of a scheme looks only at its acts', () => {
    const acts = [
      ...stated('A', ['press']),
      actOf('other', [provisionOf('o', 'Điều 9', { certainty: 'A', sources: ['press'] } as Partial<Provision>)]),
    ];
    const law = buildLaw(acts, [schemeOf(['other'])], undefined, { sources: LEDGER });
    expect(checkLedger(law, 's').map(({ act }) => act)).toEqual(['other']);
    expect(checkLedger(law).map(({ act }) => act)).toEqual(['base', 'other']);
  });

  it('knows the sources that nothing names', () => {
    const law = buildLaw(stated('A', ['official-text']), [schemeOf(['base'])], undefined, { sources: LEDGER });
    expect(unusedSources(law, ['official-text', 'press'])).toEqual(['press']);
    expect(unusedSources(law)).toHaveLength(LEDGER.length - 1);
  });
});

describe('where the law was read is no law', () => {
  test('a source changes no hash, a letter does', () => {
    const hash = (acts: readonly Act[]): string => {
      const found = buildLaw(acts, [schemeOf(['base'])], undefined, { sources: LEDGER }).at('s', '2025-01-01');
      return found.ok ? found.value.hash : '';
    };
    expect(hash(stated('A', ['official-text']))).toBe(hash(stated('A')));
    expect(hash(stated('A', ['official-text']))).toBe(hash(stated('A', ['official-text', 'press'])));
    expect(hash(stated('B', ['official-text']))).not.toBe(hash(stated('A', ['official-text'])));
  });

  test('no hash of the built-in law hangs on its sources', () => {
    const law = builtinLaw();
    const bare = ruleSources().map(({ file, text }) => ({
      file,
      text: text.replace(/^ *sources: (\*|\[[^\]]*\])\S*\n/gm, ''),
    }));
    const loaded = loadLaw(bare, { over: 'nothing' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const hashes = (of: typeof law): string[] =>
      [...law.schemes.keys()].flatMap((scheme) =>
        of.versions(scheme).map(({ date }) => {
          const found = of.at(scheme, date);
          return found.ok ? found.value.hash : '';
        }),
      );
    expect(hashes(loaded.value.law)).toEqual(hashes(law));
  });
});

const DECREE = `act: nd-1-2030
kind: amending
title: {vi: "Nghị định thử", en: "Test decree"}
subject: {vi: "Thử", en: "Test"}
issued: 2029-12-01
applies: 2030-01-01
amendments:
  - at: Điều 1
    certainty: A
    sources: [nd-1-2030.text]
    replace: {act: nd-178-2024, provision: severance-months, at: Điều 5 khoản 2, leaf: upToMonths}
    expect: 60
    with: 48
`;
const SOURCE = `sources:
  - source: nd-1-2030.text
    kind: official-text
    title: {vi: "Nghị định thử", en: "Test decree"}
    date: 2029-12-01
`;

describe('own rule files', () => {
  const load = (...texts: string[]): ReturnType<typeof loadLaw> =>
    loadLaw(
      texts.map((text, at) => ({ file: `own-${at + 1}.yaml`, text })),
      { lang: 'en' },
    );

  test.each([
    ['in a file of their own', [DECREE, SOURCE]],
    ['in the file of the act', [DECREE + SOURCE]],
  ])('bring sources %s, beside the built-in ones, and keep the built-in reach', (_, texts) => {
    const loaded = load(...texts);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    const { law, sources } = loaded.value;
    expect(sources).toEqual(['nd-1-2030.text']);
    expect(sourcesOf(law).get('nd-1-2030.text')).toEqual({
      source: 'nd-1-2030.text',
      kind: 'official-text',
      title: { vi: 'Nghị định thử', en: 'Test decree' },
      date: '2029-12-01',
    });
    expect(sourcesOf(law).size).toBe(sourcesOf(builtinLaw()).size + 1);
    expect(checkLedger(law).filter(({ act }) => act === 'nd-1-2030')).toEqual([]);
    expect(law.reach).toEqual(builtinLaw().reach);
  });

  test('cannot move the reach of the built-in law, and state their own alone', () => {
    const reach = 'reach: {date: 2031-01-01, words: {vi: "đến 2031", en: "to 2031"}}\n';
    const over = load(DECREE, reach + SOURCE);
    expect(over.ok && over.value.law.reach?.date).toBe('2026-09-16');
    const alone = loadLaw([{ file: 's.yaml', text: reach + SOURCE }], { over: 'nothing' });
    expect(alone.ok && alone.value.law.reach?.date).toBe('2031-01-01');
  });

  test.each([
    [SOURCE.replace('official-text', 'hearsay'), 'own-1.yaml:3', 'sources.0.kind: Invalid option'],
    [
      SOURCE.replace('2029-12-01', '2029-13-01'),
      'own-1.yaml:5',
      'sources.0.date: not an existing date YYYY-MM-DD, YYYY-MM or YYYY',
    ],
    [SOURCE.replace('2029-12-01', '29'), 'own-1.yaml:5', 'sources.0.date: not an existing date'],
    [SOURCE + '    page: 12\n', 'own-1.yaml:6', 'Unrecognized key: "page"'],
    [
      SOURCE + SOURCE.replace('sources:\n', ''),
      'own-1.yaml:2',
      'source nd-1-2030.text also stands in own-1.yaml. Keep one.',
    ],
    ['sources: []\n', 'own-1.yaml:1', 'sources: Too small'],
    ['reach: {date: 2031, words: {vi: a, en: b}}\n' + SOURCE, 'own-1.yaml:1', 'reach.date: Invalid input'],
  ])('%#: a fault is told with its place', (text, path, message) => {
    const loaded = load(text);
    expect(loaded.ok).toBe(false);
    if (loaded.ok) return;
    expect(loaded.issues[0]?.path).toBe(path);
    expect(loaded.issues[0]?.message).toContain(message);
  });

  test.each(['2029', '2029-12', '2029-12-01'])('a source is dated %s', (date) => {
    const loaded = load(SOURCE.replace('2029-12-01', date));
    expect(loaded.ok && sourcesOf(loaded.value.law).get('nd-1-2030.text')?.date).toBe(date);
  });
});

describe('the built-in ledger', () => {
  const law = builtinLaw();

  test('bears every certainty: no provision and no amendment without a source, none of A without an official one', () => {
    expect(checkLedger(law).map((one) => `${one.act} ${one.message.en}`)).toEqual([]);
  });

  test('is that of the file, and stands in the order of the names', () => {
    const loaded = loadLaw([...ruleSources(), ledgerSource()], { over: 'nothing' });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues));
    expect([...sourcesOf(loaded.value.law)]).toEqual([...sourcesOf(law)]);
    expect(loaded.value.law.reach).toEqual(law.reach);
    expect([...sourcesOf(law).keys()]).toEqual([...sourcesOf(law).keys()].sort());
  });

  test('says how far the law was looked at, with the same day in both languages', () => {
    expect(law.reach?.date).toBe('2026-09-16');
    expect(law.reach?.words.en).toContain('2026-09-16');
    expect(law.reach?.words.vi).toContain('16/9/2026');
  });
});
