import { describe, expect, it } from 'vitest';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { nd178 } from './fake-host.ts';

describe('exit codes', () => {
  it.each([
    [['calc', 'examples/cv-1814-c.yaml'], 0],
    [['calc', 'examples/nothing.yaml'], 0],
    [['calc', 'examples/blocked.yaml'], 4],
    [['explain', 'examples/blocked.yaml'], 4],
    [['calc', 'examples/cv-1814-c.yaml', '--leaving.date', '2024-05-01', '--law', 'nd178'], 4],
    [['calc', 'examples/cv-1814-c.yaml', '--law', 'nd999'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--interpret', 'nope=1'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--interpret', 'window-event=nope'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--interpret', 'window-event'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--law', 'nd178@2025-02-30'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--law', 'nd178@2025-03-15', '--as-of', '2025-07-01'], 2],
    [['calc', 'examples/cv-1814-c.yaml', '--format', 'pdf'], 2],
    [['calc', 'a', 'b'], 2],
    [['calk'], 2],
    [['calc', '--frmat', 'json'], 2],
    [['--version'], 0],
    [['schema', 'nope'], 2],
    [['retirement-age', '1950', 'nam'], 3],
    [['retirement-age'], 2],
  ])('%j ends with %i', async (args, code) => {
    const ran = await nd178(args);
    expect(ran.code).toBe(code);
    if (code === 2) expect(ran.err).not.toBe('');
  });
});

describe('help', () => {
  it.each(['vi', 'en'])('is there in %s', async (lang) => {
    const [bare, root, calc] = [
      await nd178([], { env: { ND178_LANG: lang } }),
      await nd178(['--help', '--lang', lang]),
      await nd178(['calc', '--help', '--lang', lang]),
    ];
    expect([bare.code, root.code, calc.code]).toEqual([0, 0, 0]);
    expect(bare.out).toBe(root.out);
    for (const { key, title } of CASE_KEYS.filter((one) => one.key !== 'law')) {
      expect(calc.out).toContain(`--${key} `);
      expect(calc.out).toContain(title[lang as 'vi']);
    }
    expect(root.out).toMatch(/calc .*explain .*retirement-age .*schema /s);
    await expect(calc.out).toMatchFileSnapshot(`expected/help.${lang}.txt`);
  });

  it('suggests', async () => {
    expect((await nd178(['explian'])).err).toContain('Có phải "explain"?');
    expect((await nd178(['calc', '--fromat', 'md', '--lang', 'en'])).err).toContain('Did you mean --format?');
  });
});

describe('language', () => {
  it('comes from --lang, else the environment, else is Vietnamese', async () => {
    const title = async (args: string[], env: Record<string, string>): Promise<string> =>
      (await nd178(['calc', 'examples/cv-1814-c.yaml', ...args], { env })).out.split('\n')[0] ?? '';
    expect(await title([], {})).toBe('BẢNG TÍNH CHẾ ĐỘ NGHỈ HƯU TRƯỚC TUỔI');
    expect(await title([], { ND178_LANG: 'en' })).toBe('BENEFIT COMPUTATION: EARLY RETIREMENT');
    // A machine in English is no wish for English.
    for (const name of ['LANG', 'LC_ALL', 'LC_MESSAGES'])
      expect(await title([], { [name]: 'en_GB.UTF-8' })).toBe('BẢNG TÍNH CHẾ ĐỘ NGHỈ HƯU TRƯỚC TUỔI');
    expect(await title(['--lang', 'vi'], { LANG: 'en_GB.UTF-8' })).toBe('BẢNG TÍNH CHẾ ĐỘ NGHỈ HƯU TRƯỚC TUỔI');
    expect(await title([], { LANG: 'C.UTF-8' })).toBe('BẢNG TÍNH CHẾ ĐỘ NGHỈ HƯU TRƯỚC TUỔI');
  });
});

describe('what is printed', () => {
  const NASTY = `person: {name: "=cmd|'/c calc'!A1 <b>\\u202e|x", sex: male, birth: 1966-01-15, group: civil-servant}
leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
insurance: {years: 22}
salary: {monthly: "15356250"}
`;
  const show = async (format: string): Promise<string> =>
    (await nd178(['calc', '-', '--format', format], { files: { '-': NASTY } })).out;

  it('cannot be steered by a name', async () => {
    for (const format of ['table', 'html', 'md', 'csv']) expect(await show(format)).not.toMatch(/\u001B|\u202E/);
    expect(await show('html')).toContain('&#60;b&#62;');
    expect(await show('html')).not.toContain('<b>');
    expect(await show('md')).toContain('\\<b\\>');
    expect(await show('csv')).toContain(`'=cmd|`);
    // A control character is no part of a name; it is refused, and not shown raw.
    for (const format of ['table', 'json']) {
      const files = { '-': NASTY.replace('\\u202e', '\\e[31m') };
      const { code, out, err } = await nd178(['calc', '-', '--format', format], { files });
      expect([code, (out + err).includes('\u001B')]).toEqual([3, false]);
      expect(out + err).toContain('U+001B');
    }
    for (const start of ['＝', '＋', '－', '＠', ' =', '|']) {
      const files = { '-': NASTY.replace(/name: "[^"]*"/, `name: "${start}HYPERLINK(1)"`) };
      const { out } = await nd178(['calc', '-', '--format', 'csv'], { files });
      expect(out, start).toContain(start === ' =' ? `'=HYPERLINK(1)` : `'${start}HYPERLINK(1)`);
    }
  });

  it('is coloured only on a terminal', async () => {
    const ran = await nd178(['calc', 'examples/cv-1814-c.yaml'], { colour: true });
    expect(ran.out).toContain('\u001B[1m');

    const plain = ran.out.replace(/\u001B\[\d*m/g, '');
    expect(plain).toBe((await nd178(['calc', 'examples/cv-1814-c.yaml'])).out);
  });

  it('keeps names and amounts out of errors', async () => {
    const ran = await nd178(['calc', '-'], {
      files: { '-': NASTY.replace('years: 22', 'yeers: 22').replace('=cmd', 'SECRET') },
    });
    expect(ran.err).not.toMatch(/SECRET|15356250/);
  });
});

describe('questions on a terminal', () => {
  const answers = [
    'Nguyễn Văn A',
    '',
    'nam',
    '31/02/1966',
    '15/01/1966',
    'công chức',
    'Nghỉ hưu trước tuổi',
    '01/05/2025',
    '22',
    '',
    '1',
    '4,65',
    '0,6',
    '',
    '',
    '',
    '',
    '25',
    '25%',
    '',
    '',
    '',
    '01/03/2025',
  ];

  it('ask for what is missing, and again after a bad answer', async () => {
    const ran = await nd178(['calc', '--format', 'json'], { answers });
    expect(ran.code).toBe(0);
    expect((JSON.parse(ran.out) as { total: string }).total).toBe('744778125');
    await expect(ran.err).toMatchFileSnapshot('expected/questions.vi.txt');
  });

  it('ask only for what the file lacks', async () => {
    const file = `person: {sex: male, birth: 1966-01-15, group: civil-servant}
leaving: {route: auto, date: 2025-05-01}
insurance: {years: 22}
salary: {contract: "15356250"}
`;
    const ran = await nd178(['calc', 'c.yaml', '--format', 'csv', '--lang', 'en'], {
      files: { 'c.yaml': file },
      answers: ['2025-03-01'],
    });
    expect(ran.err).toBe(
      'Day the reorganisation document took effect (leaving.reorganisation) (dd/MM/yyyy): \n'.replace(
        ' (leaving.reorganisation)',
        '',
      ),
    );
    expect(ran.code).toBe(0);
  });

  it('end with 130 when interrupted', async () => {
    expect((await nd178(['calc'], { answers: ['nam'] })).code).toBe(130);
  });

  it('are not asked with --quiet', async () => {
    const ran = await nd178(['calc', '--quiet', '--person.sex', 'male'], { answers: [] });
    expect(ran.code).toBe(3);
  });
});

describe('retirement-age', () => {
  it.each([
    [['15/01/1966', 'nam'], '2027-10', '2027-11'],
    [['--birth', '1969-05', '--sex', 'female'], '2026-05', '2026-06'],
    [['1975-05-31', 'nữ'], '2035-05', '2035-06'],
    [['1966', 'male'], '2027-10', '2027-11'],
  ])('%j', async (args, reached, pension) => {
    const ran = await nd178(['retirement-age', ...args, '--format', 'json']);
    expect(ran.code).toBe(0);
    const [normal] = (JSON.parse(ran.out) as { rows: unknown[] }).rows;
    expect(normal).toMatchObject({ schedule: 'normal', ageReached: reached, pensionStart: pension });
  });

  it.each(['table', 'md'])('as %s', async (format) => {
    const ran = await nd178(['retirement-age', '15/01/1973', 'nữ', '--format', format]);
    await expect(ran.out).toMatchFileSnapshot(`expected/retirement-age.${format}.txt`);
  });
});

describe('schema', () => {
  it.each(['case', 'result', 'record', 'refusal', 'rule'])('%s is a JSON Schema of draft 2020-12', async (name) => {
    const ran = await nd178(['schema', name]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: `nd178 ${name}`,
    });
  });

  it('names every key of the case', async () => {
    const text = (await nd178(['schema', 'case'])).out;
    for (const { title } of CASE_KEYS) expect(text).toContain(JSON.stringify(title.vi));
  });
});
