import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nd178, type Ran } from './fake-host.ts';

/** The questions on a terminal: what is asked, how a wrong answer is told, and the file that keeps the answers. */

const folder = mkdtempSync(join(tmpdir(), 'nd178-questions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const PERSON = ['Trần Thị B', 'Xã C', 'nam', '15/01/1966', 'công chức', '1', '01/05/2025', '22'];
const MONTHLY = ['', '3', '15.356.250', '01/03/2025'];
const WHOLE = [...PERSON, ...MONTHLY];

async function asked(answers: readonly string[], args: readonly string[] = []): Promise<Ran> {
  return nd178(['calc', ...args, '--format', 'json'], { answers });
}

/** What `nd178 calc FILE` says of a file that was saved. */
async function again(file: string, args: readonly string[] = []): Promise<Ran> {
  return nd178(['calc', file, ...args, '--format', 'json'], { files: { [file]: readFileSync(file, 'utf8') } });
}

const total = ({ out }: Ran): unknown => (JSON.parse(out) as { total?: unknown }).total;

describe('what is asked', () => {
  it('begins with the name and the unit, which Enter passes over', async () => {
    const named = JSON.parse((await asked(WHOLE)).out) as { case: { person: object } };
    expect(named.case.person).toMatchObject({ name: 'Trần Thị B', unit: 'Xã C' });
    const nameless = JSON.parse((await asked(['', '', ...WHOLE.slice(2)])).out) as { case: { person: object } };
    expect(Object.keys(nameless.case.person)).toEqual(['sex', 'birth', 'group']);
  });

  it('is nothing where flags say all', async () => {
    const flags = ['--person.sex', 'nam', '--person.birth', '1966', '--person.group', 'công chức'];
    const more = ['--leaving.route', 'auto', '--leaving.date', '01/05/2025', '--leaving.reorganisation', '01/03/2025'];
    const ran = await asked([], [...flags, ...more, '--insurance.years', '22', '--salary.monthly', '15.356.250']);
    expect([ran.code, ran.err]).toEqual([0, '']);
  });

  it('shows no example as if it were an answer', async () => {
    const { err } = await asked(WHOLE);
    expect(err).toContain('Họ và tên (ví dụ: Nguyễn Văn A; Enter: bỏ qua)');
    expect(err).not.toMatch(/\((?:25%|4,65|12\.000\.000)/);
    const en = await nd178(['calc', '--lang', 'en'], { answers: [] });
    expect(en.err).toContain('Full name (for example: Nguyễn Văn A; Enter: leave out)');
  });

  it('takes no empty answer to what is needed', async () => {
    const ran = await asked([...PERSON.slice(0, 2), '', ...PERSON.slice(2), ...MONTHLY]);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('Cần trả lời mục này.');
    const en = await nd178(['calc', '--lang', 'en'], { answers: ['', '', ''] });
    expect(en.err).toContain('This has to be answered.');
  });

  it('years and months in one answer are not asked for twice', async () => {
    const ran = await asked([...PERSON.slice(0, -1), '22 năm 7 tháng', ...MONTHLY.slice(1)]);
    const { case: one } = JSON.parse(ran.out) as { case: { insurance: object } };
    expect(one.insurance).toMatchObject({ years: 22, months: 7 });
  });
});

describe('a wrong answer is told as of a file, and asked for again', () => {
  it.each([
    ['Ngày sinh', 3, '30/02/1966', '"30/02/1966" không phải một ngày có thật'],
    ['Giới tính', 2, 'nma', 'không nhận giá trị "nma". Có phải "nam"? Các giá trị: nam, nữ'],
    ['Số năm đóng BHXH', 7, '22,5', '"22,5" không phải số năm tròn'],
    ['Họ và tên', 0, 'Trần\u0007B', 'ký tự điều khiển'],
    ['Tiền lương tháng hiện hưởng', 10, '15.35', 'thấp hơn mức thấp nhất'],
  ])('%s', async (title, place, wrong, told) => {
    const ran = await asked([...WHOLE.slice(0, place), wrong, ...(place === 10 ? [''] : []), ...WHOLE.slice(place)]);
    const line = ran.err.split('\n').find((one) => one.includes(told));
    expect(line?.startsWith(`  ${title}: `)).toBe(true);
    expect([ran.code, total(ran)]).toEqual([0, total(await asked(WHOLE))]);
  });

  it('what is beyond the plausible may be kept', async () => {
    const ran = await asked([...WHOLE.slice(0, 10), '95000', 'có', ...WHOLE.slice(11)]);
    expect(ran.err).toContain('Giữ giá trị này?');
    expect(JSON.parse(ran.out)).toMatchObject({ case: { acceptImplausible: true, salary: { monthly: '95000' } } });
  });

  it('answers that contradict each other are all asked for again', async () => {
    const slip = ['15/01/2026', ...PERSON.slice(4, 7)];
    const ran = await asked([...PERSON.slice(0, 3), ...slip, '15/01/1966', '01/05/2025', '22', ...MONTHLY]);
    expect(ran.err).toContain('Ngày nghỉ 2025-05-01 trước ngày sinh 2026-01-15. Kiểm tra hai ngày.');
    expect(total(ran)).toBe(total(await asked(WHOLE)));
  });
});

describe('the answers can be saved', () => {
  it('as a case that gives the same', async () => {
    const file = at('case.yaml');
    const ran = await asked([...WHOLE, file]);
    expect(ran.err).toContain(`Đã lưu ${file}. Tính lại: nd178 calc ${file}\n`);
    expect(readFileSync(file, 'utf8')).toContain('name: Trần Thị B # Họ và tên');
    const repeated = await again(file);
    expect([repeated.code, repeated.out]).toEqual([ran.code, ran.out]);
  });

  it('under the law that was asked for, with the command that repeats the readings', async () => {
    const file = at('old.yaml');
    const law = ['--law', 'nd178', '--as-of', '15/03/2025'];
    const reading = ['--interpret', 'under-24-window=decree'];
    const ran = await asked([...WHOLE, file], law);
    expect(readFileSync(file, 'utf8')).toContain('law: nd178@15/03/2025');
    expect(total(await again(file))).toBe(total(ran));
    const other = await asked([...WHOLE, at('reading.yaml')], reading);
    expect(other.err).toContain(`nd178 calc ${at('reading.yaml')} ${reading.join(' ')}`);
    expect(total(await again(at('reading.yaml'), reading))).toBe(total(other));
  });

  it('also when nothing could be computed, after the issues were told', async () => {
    const late = WHOLE.map((one) => (one === '01/05/2025' ? '01/05/2035' : one));
    const file = at('late.yaml');
    const ran = await asked([...late, file]);
    expect(ran.code).not.toBe(0);
    expect(ran.err.indexOf('Không tính được')).toBeLessThan(ran.err.indexOf('Lưu các câu trả lời'));
    const repeated = await again(file);
    expect(repeated.code).toBe(ran.code);
    const codes = ({ out }: Ran): string[] =>
      (JSON.parse(out) as { issues: { code: string }[] }).issues.map(({ code }) => code);
    expect(codes(repeated)).toEqual(codes(ran));
  });

  it('texts that YAML would read otherwise stay texts', async () => {
    const file = at('odd');
    const odd = ['0123: # no', '"tên", {a}', ...WHOLE.slice(2)];
    const ran = await asked([...odd, file]);
    expect(existsSync(file)).toBe(false);
    expect((await again(`${file}.yaml`)).out).toBe(ran.out);
  });

  it('not where the answer is empty, or the user goes', async () => {
    for (const answers of [[...WHOLE, ''], WHOLE]) {
      const ran = await asked(answers);
      expect(ran.code).toBe(0);
      expect(ran.err).not.toContain('Đã lưu');
    }
  });

  it('over a file that is there only where the user says so', async () => {
    const file = at('there.yaml');
    writeFileSync(file, 'mine');
    await asked([...WHOLE, file, 'không', '']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await asked([...WHOLE, file, '', '']);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const ran = await asked([...WHOLE, file, 'có']);
    expect(ran.err).toContain(`"${file}" đã có. Ghi đè? (có, không)`);
    expect(readFileSync(file, 'utf8')).toContain('Trần Thị B');
  });

  it('elsewhere where the place cannot be written', async () => {
    mkdirSync(at('folder.yaml'));
    const ran = await asked([...WHOLE, at('no/where.yaml'), at('folder.yaml'), 'có', at('right.yaml')]);
    expect(ran.err).toContain('Không ghi được');
    expect(ran.err).toContain('là thư mục');
    expect(existsSync(at('right.yaml'))).toBe(true);
  });

  it('of explain too', async () => {
    const ran = await nd178(['explain', '--lang', 'en'], { answers: [...WHOLE, at('explained.yml')] });
    expect(ran.err).toContain(`Saved: ${at('explained.yml')}. To compute it again: nd178 calc`);
  });
});
