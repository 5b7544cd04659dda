import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, rowsOf, testFolder } from '../support/table.ts';
import { cellText } from '../../src/table/cell.ts';

/*
 * Inputs that showed faults when the calculator was tried from outside in November 2026 (invented people). Each has to come
 * out as told here: computed rightly, refused with its place and the way out, or told. Kinds of each are tested elsewhere.
 */

const file = testFolder();
const fault = (name: string): string => join(import.meta.dirname, name);

interface Line {
  readonly schema: string;
  readonly outcome?: string;
  readonly total?: string;
  readonly row?: number;
  readonly issues?: readonly { code: string; cell?: string; path: string; message: string }[];
}

async function batch(
  name: string,
  ...args: readonly string[]
): Promise<{ code: number; err: string; lines: Line[]; paid: number }> {
  const to = file('out.ndjson');
  const { code, err } = await command('batch', fault(name), '-o', to, ...args);
  const text = code === 0 || code === 4 ? readFileSync(to, 'utf8') : '';
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
  return { code, err, lines, paid: lines.filter(({ outcome }) => outcome === 'paid').length };
}

const codesOf = ({ issues = [] }: Line): string[] => issues.map(({ code, cell = '' }) => `${code} ${cell}`.trim());

describe('one person', () => {
  it.each([
    ['army-public-service-base', '32535360', '1781310960'],
    ['police-public-service-base', '29207880', '1832794470'],
    ['defence-employee-age', undefined, '950000000', 25],
    ['officer-decided-2024', undefined, '240000000', 12],
  ])('%s: the salary is %s, the total %s', async (name, salary, total, months?: number) => {
    const { code, out } = await command('calc', fault(`case/${name}.yaml`), '--format', 'json');
    const result = JSON.parse(out) as { total: string; measures: { monthlySalary: string; monthsEarly: number } };
    expect([code, result.total]).toEqual([0, total]);
    if (salary !== undefined) expect(result.measures.monthlySalary).toBe(salary);
    if (months !== undefined) expect(result.measures.monthsEarly).toBe(months);
  });

  it('a decimal comma between braces is told with the way to write it, and written so it is read', async () => {
    const path = fault('case/comma-in-flow-yaml.yaml');
    const { code, err } = await command('calc', path);
    expect(code).toBe(3);
    expect(err).toMatch(/:4:25: salary\.coefficient: .*dấu phẩy ngăn cách.*"4,65"/);
    expect(err).toMatch(/:4:50: salary\.positionAllowance: .*"0,6"/);
    const right = readFileSync(path, 'utf8').replace('4,65', '"4,65"').replace('0,6', '"0,6"');
    const { out } = await command('calc', file('right.yaml', right), '--format', 'json');
    expect((JSON.parse(out) as { total: string }).total).toBe('744778125');
  });

  it('unknown keys are told with what is near, null or not', async () => {
    const { code, err } = await command('calc', fault('case/null-unknown-key.yaml'));
    expect(code).toBe(3);
    expect(err).toContain('Không có khóa "salary.phuCapCongVu". Có phải "salary.publicService"?');
    expect(err).toContain('Không có khóa "salary.publicServise". Có phải "salary.publicService"?');
  });

  it('Vietnamese words and dates are read; two things are left to say', async () => {
    const { code, err } = await command('calc', fault('case/vietnamese-yaml.yaml'));
    expect([code, err.trim().split('\n').length]).toEqual([3, 3]);
    expect(err).toContain('Viết "4,65"');
    expect(err).toContain('Viết "25%"');
  });

  it('all that is missing is told at once', async () => {
    const { code, err } = await command('calc', fault('case/missing-several.yaml'));
    expect(code).toBe(3);
    for (const key of ['person.birth', 'salary.coefficient', 'leaving.reorganisation']) expect(err).toContain(key);
  });
});

describe('lists', () => {
  it('implausible rows are refused or told, each by its kind', async () => {
    const { code, lines } = await batch('list/implausible.csv');
    expect(code).toBe(4);
    const codes = lines.map((line) => (line.outcome === undefined ? codesOf(line) : line.outcome));
    expect(codes).toEqual([
      ['implausible O2'],
      ['implausible N3'],
      'paid',
      'paid',
      ['implausible I6'],
      ['implausible M7'],
      ...['paid', 'paid', 'nothing', 'paid'],
      ['implausible L12'],
      'paid',
      ['reorganisation-missing H14'],
      ['not-a-percent L15'],
      ['implausible K16'],
      'paid',
      ['insurance-longer-than-life I18'],
    ]);
  });

  it('a coefficient of 465 is in no sum', async () => {
    const { code, lines, paid } = await batch('list/coefficient-465.xlsx');
    expect([code, paid, lines.length]).toEqual([4, 1, 6]);
    expect(lines.flatMap(codesOf).every((one) => / [JK]\d$/.test(one))).toBe(true);
  });

  it('somebody in two units is told with both places', async () => {
    const { code, err, paid } = await batch('list/same-person-two-units.csv');
    expect([code, paid]).toEqual([0, 4]);
    expect(err).toContain('2 hàng được hưởng trùng người');
    expect(err).toContain('4 (như 2), 5 (như 3)');
  });

  it('hidden rows are computed and told, in the workbook too', async () => {
    const to = file('hidden.xlsx');
    const { code, err } = await command('batch', fault('list/hidden-rows.xlsx'), '-o', to);
    expect([code, err]).toEqual([4, expect.stringContaining('37 hàng ẩn')]);
    const sheet = await rowsOf(readFileSync(to), 'Tóm tắt');
    expect(sheet.flatMap(({ cells }) => cells.map(cellText)).join(' ')).toContain('37 hàng ẩn');
  });

  it('money in a column of per cents is told as money', async () => {
    const { code, lines } = await batch('list/money-in-percent-column.xlsx');
    expect(code).toBe(4);
    const messages = lines.flatMap(({ issues = [] }) => issues.map(({ message }) => message)).join('\n');
    expect(messages).toMatch(/số tiền|tiền/);
    expect(messages).not.toContain('Viết "3071250%"');
  });

  it.each(['unit-headings-two-row-header', 'sex-ticks', 'years-months-in-words'])(
    '%s: units from the headings, sixty people, one refused',
    async (name) => {
      const { code, lines, paid } = await batch(`list/${name}.xlsx`);
      expect([code, lines.length, paid]).toEqual([4, 60, 56]);
      expect(lines.filter(({ issues }) => issues !== undefined)).toHaveLength(1);
    },
  );

  it('abbreviations are read; a bare 25 in a column of per cents stays ambiguous, as the contract says', async () => {
    const { lines } = await batch('list/abbreviations.xlsx');
    expect(lines.flatMap(codesOf).filter((one) => !one.startsWith('ambiguous-percent'))).toEqual([]);
  });

  it('of two sheets none is chosen in silence, and --all-sheets reads both', async () => {
    const one = await batch('list/two-sheets.xlsx');
    expect([one.code, one.err]).toEqual([3, expect.stringContaining('Sở Nội vụ, Sở Y tế')]);
    const all = await batch('list/two-sheets.xlsx', '--all-sheets');
    expect(all.lines).toHaveLength(120);
  });
});

describe('damaged and hostile files', () => {
  it.each([
    ['b-crc-stored.xlsx', 'CRC'],
    ['samename.xlsx', 'trùng tên'],
    ['esc.xlsx', 'XML'],
  ])('%s is refused as damaged', async (name, why) => {
    const { code, err } = await command('batch', fault(`hostile/${name}`), '-o', file('damaged.csv'));
    expect([code, err]).toEqual([3, expect.stringContaining(why)]);
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('the same workbook undamaged is read', async () => {
    expect((await batch('hostile/b-stored.xlsx')).paid).toBe(2);
  });

  it('attributes and cells of spaces without end are read or refused', async () => {
    expect((await batch('hostile/attr-gt.xlsx')).lines).toHaveLength(2);
    const { lines } = await batch('hostile/cell-spaces.xlsx');
    expect(new Set(lines.flatMap(codesOf).map((one) => one.split(' ')[0]))).toEqual(new Set(['text-too-long']));
  });

  it('a doubled key is an issue in every line', async () => {
    const { lines } = await batch('hostile/dup.ndjson');
    expect(lines.map((line) => codesOf(line)[0])).toEqual(Array.from({ length: 4 }, () => 'duplicate-key'));
  });

  it('a row whose version was blanked is told', async () => {
    const { code, out } = await command('replay', fault('hostile/blank-version.xlsx'));
    expect(code).toBe(5);
    expect(out).toContain('Dòng 2\n- Dòng có kết quả nhưng ô phiên bản luật (BH2) trống');
  });

  it('a CSV holds no live formula under any separator', async () => {
    const to = file('inj.out.csv');
    await command('batch', fault('hostile/inj.csv'), '-o', to);
    const text = readFileSync(to, 'utf8');
    for (const separator of [';', ',', '\t', '\n'])
      for (const cell of text.split(separator)) expect(cell).not.toMatch(/^[\s"]*[=@]/);
  });
});
