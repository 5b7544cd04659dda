import { describe, expect, it } from 'vitest';
import { nd178 } from './fake-host.ts';

const GOOD = `id: T
person: {sex: male, birth: 1966-01-15, group: civil-servant}
leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
insurance: {years: 22, months: 0}
salary: {coefficient: 4.65, positionAllowance: 0.6, publicService: 0.25}
`;

const swap = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

/** A fault in a case, the place and the code it must be told with. */
const FAULTS: readonly (readonly [what: string, file: string, place: string, code: string])[] = [
  ['unknown key', swap('group:', 'grup:'), 'c.yaml:2:40', 'unknown-key'],
  ['impossible date', swap('2025-05-01', '2025-02-30'), 'c.yaml:3:41', 'impossible-date'],
  ['leaving before birth', swap('2025-05-01', '1960-05-01'), 'c.yaml:3:35', 'leaving-before-birth'],
  ['leaving after the age', swap('2025-05-01', '2028-05-01'), 'c.yaml:3:35', 'leaving-after-age'],
  ['bare percent', swap('publicService: 0.25', 'publicService: 25'), 'c.yaml:5:54', 'ambiguous-percent'],
  [
    'no salary',
    swap('coefficient: 4.65, positionAllowance: 0.6, publicService: 0.25', ''),
    'c.yaml:5:1',
    'salary-missing',
  ],
  ['allowances alone', swap('coefficient: 4.65, ', ''), 'c.yaml:5:1', 'salary-coefficient-missing'],
  ['two salaries', swap('coefficient:', 'contract: 9000000, coefficient:'), 'c.yaml:5:1', 'salary-twice'],
  ['birth before the tables', swap('1966-01-15', '1950-01-15'), 'c.yaml:2:21', 'birth-not-covered'],
  ['group elsewhere', swap('civil-servant', 'commune-part-time'), 'c.yaml:2:40', 'group-not-covered'],
  [
    'group not yet',
    swap('civil-servant', 'association-staff').replace('2025-05-01', '2025-02-01'),
    'c.yaml:2:40',
    'group-not-covered',
  ],
  ['unknown group', swap('civil-servant', 'civil-servent'), 'c.yaml:2:40', 'unknown-word'],
  ['no reorganisation', swap(', reorganisation: 2025-03-01', ''), 'c.yaml:3:1', 'reorganisation-missing'],
];

describe('a case with one fault', () => {
  it.each(FAULTS)('%s', async (_what, text, place, code) => {
    const file = code === 'group-not-covered' ? `${text}\nlaw: nd178\n` : text;
    const vi = await nd178(['calc', 'c.yaml'], { files: { 'c.yaml': file } });
    expect([vi.code, vi.out]).toEqual([3, '']);
    expect(vi.err).toMatch(/^Không tính được: \d+ lỗi\.\n {2}/);
    const json = await nd178(['calc', 'c.yaml', '--format', 'json', '--lang', 'en'], { files: { 'c.yaml': file } });
    const refusal = JSON.parse(json.out) as {
      schema: string;
      id: string;
      issues: { code: string; place: string; message: string }[];
    };
    expect(refusal).toMatchObject({ schema: 'nd178/refusal@1', id: 'T' });
    const found = refusal.issues.find((one) => one.code === code);
    expect(found?.place).toMatch(new RegExp(`^${place.replace(/:\d+$/, ':')}`));
    expect(json.err).toContain(found?.message);
    expect(json.code).toBe(3);
  });
});

it('tells every fault at once', async () => {
  const file = `person: {sex: nam, birth: 1966-13-01, grup: x}
leaving: {route: early-retirement, date: 31/12/2025}
insurance: {years: 22.5}
salary: {publicService: 25}
`;
  const ran = await nd178(['calc', 'c.yaml'], { files: { 'c.yaml': file } });
  expect(ran.code).toBe(3);
  await expect(ran.err).toMatchFileSnapshot('expected/all-at-once.vi.txt');
  const english = await nd178(['calc', 'c.yaml', '--lang', 'en'], { files: { 'c.yaml': file } });
  await expect(english.err).toMatchFileSnapshot('expected/all-at-once.en.txt');
});

describe('a file that cannot be read as one case', () => {
  const bomb = [
    'a: &a [x,x,x]',
    ...'bcdefghi'.split('').map((key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
  ];
  it.each([
    ['empty', '', 'empty-file'],
    ['comments only', '# nothing\n', 'empty-file'],
    ['several documents', '---\na: 1\n---\nb: 1\n', 'several-cases'],
    ['a list', '- a: 1\n', 'several-cases'],
    ['lines of JSON', '{"id": 1}\n{"id": 2}\n', 'several-cases'],
    ['a key twice', 'id: 1\nid: 2\n', 'syntax'],
    ['a key twice in a group', 'person:\n  sex: male\n  birth: 1966\n  sex: female\n', 'syntax'],
    ['a key twice in JSON, once with an escape', '{"person":{"sex":1,"\\u0073ex":2}}', 'syntax'],
    ['thousands of aliases', `a: &a 1\nb: [${'*a,'.repeat(10_000)}]\n`, 'alias'],
    ['an open bracket', 'person: {sex: male\n', 'syntax'],
    ['a tag', 'id: !secret 1\n', 'syntax'],
    ['an alias bomb', bomb.join('\n'), 'alias'],
    ['deep nesting', '['.repeat(20000), 'syntax'],
    ['one word', 'hello', 'not-an-object'],
  ])('%s', async (_what, file, code) => {
    const ran = await nd178(['calc', 'c.yaml', '--format', 'json'], { files: { 'c.yaml': file } });
    const { issues } = JSON.parse(ran.out) as { issues: { code: string }[] };
    expect([ran.code, issues[0]?.code]).toEqual([3, code]);
    expect(ran.err).not.toMatch(/at .*\.ts/);
  });

  it('many unknown keys are told by the first twenty', async () => {
    const file = Array.from({ length: 3000 }, (_, at) => `k${at}: 1\n`).join('');
    const ran = await nd178(['calc', 'c.yaml', '--format', 'json'], { files: { 'c.yaml': file } });
    const { issues } = JSON.parse(ran.out) as { issues: { code: string }[] };
    expect(issues.filter(({ code }) => code === 'unknown-key')).toHaveLength(20);
  });

  it('a missing file', async () => {
    const ran = await nd178(['calc', 'no.yaml', '--lang', 'en']);
    expect(ran).toEqual({
      code: 3,
      out: '',
      err: 'Not computed: 1 issue.\n  Cannot read "no.yaml": there is no such file. Check its name and folder.\n',
    });
  });
});

describe('exact numbers', () => {
  it('keeps unquoted decimals and JSON numbers as their own text', async () => {
    const yaml = await nd178(['calc', 'c.yaml', '--format', 'json'], { files: { 'c.yaml': GOOD } });
    const json = JSON.stringify(
      {
        id: 'T',
        person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
        leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
        insurance: { years: 22, months: 0 },
        salary: { coefficient: 4.65, positionAllowance: 0.6, publicService: 0.25 },
      },
      null,
      '\t',
    );
    const same = await nd178(['calc', '-', '--format', 'json'], { files: { '-': json } });
    expect(yaml.out).toBe(same.out);
    expect((JSON.parse(yaml.out) as { total: string }).total).toBe('744778125');
  });

  it('refuses what only a float could mean', async () => {
    const ran = await nd178(['calc', 'c.yaml', '--lang', 'en'], { files: { 'c.yaml': swap('4.65', '465e-2') } });
    expect(ran.code).toBe(3);
    expect(ran.err).toContain('"465e-2" is not a number');
  });

  it('reads a byte-order mark and decomposed letters', async () => {
    const file = '\uFEFF' + GOOD.replace('id: T', 'id: Đỗ').normalize('NFD');
    const ran = await nd178(['calc', 'c.yaml', '--format', 'json'], { files: { 'c.yaml': file } });
    expect((JSON.parse(ran.out) as { id: string }).id).toBe('Đỗ'.normalize('NFC'));
  });
});

describe('flags', () => {
  const all = [
    '--person.sex',
    'male',
    '--person.birth',
    '1966-01-15',
    '--person.group',
    'civil-servant',
    '--leaving.route',
    'early-retirement',
    '--leaving.date',
    '2025-05-01',
    '--leaving.reorganisation',
    '2025-03-01',
    '--insurance.years',
    '22',
    '--salary.coefficient',
    '4.65',
    '--salary.positionAllowance',
    '0.6',
    '--salary.publicService',
    '25%',
  ];

  it('state a whole case', async () => {
    const ran = await nd178(['calc', ...all, '--format', 'ndjson']);
    expect(ran.out.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(ran.out) as { total: string }).total).toBe('744778125');
  });

  it('override the file', async () => {
    const ran = await nd178(['calc', 'c.yaml', '--insurance.years', '30', '--leaving.voluntary', '--format', 'json'], {
      files: { 'c.yaml': GOOD },
    });
    expect(JSON.parse(ran.out)).toMatchObject({
      case: { insurance: { years: 30 }, leaving: { voluntary: true, date: '2025-05-01' } },
    });
  });

  it('are named in what is wrong with them', async () => {
    const ran = await nd178(['calc', ...all, '--salary.publicService', '25', '--lang', 'en']);
    expect(ran.err).toContain('--salary.publicService: ');
    expect(ran.code).toBe(3);
  });

  it('that are neither true nor false are usage errors', async () => {
    expect(await nd178(['calc', '--leaving.voluntary', 'c.yaml', '--lang', 'en'])).toEqual({
      code: 2,
      out: '',
      err: '--leaving.voluntary: "c.yaml" is neither true (yes) nor false (no).\n',
    });
  });
});
