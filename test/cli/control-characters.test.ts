import { describe, expect, it } from 'vitest';
import { batchTable } from '../../src/batch.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { recordOf } from '../../src/engine/receipt.ts';
import { replay } from '../../src/records/replay.ts';
import { nd178 } from './fake-host.ts';

/** A text of a case means one thing at every entrance: a break of line is a space, a control character is refused. */

const ONE = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { monthly: '15356250' },
};
const named = (name: string): object => ({ ...ONE, person: { name, ...ONE.person } });

type Answer = {
  readonly case?: { readonly person: { readonly name?: string } };
  readonly issues?: readonly { code: string }[];
};
const said = ({ case: one, issues }: Answer): string | undefined => issues?.[0]?.code ?? one?.person.name;

const ENTRANCES: Readonly<Record<string, (name: string) => Promise<string | undefined>>> = {
  'a file': async (name) => {
    const file = JSON.stringify(named(name));
    return said(
      JSON.parse((await nd178(['calc', 'c.yaml', '--format', 'json'], { files: { 'c.yaml': file } })).out) as Answer,
    );
  },
  'a flag': async (name) => {
    const files = { 'c.yaml': JSON.stringify(ONE) };
    const { out } = await nd178(['calc', 'c.yaml', '--person.name', name, '--format', 'json'], { files });
    return said(JSON.parse(out) as Answer);
  },
  'the library': (name) => {
    const found = calculate(named(name));
    return Promise.resolve(said(found.ok ? found.value : found));
  },
  parseCase: (name) => {
    const found = parseCase(named(name));
    return Promise.resolve(said(found.ok ? { case: found.value } : found));
  },
  'a cell': async (name) => {
    const table = await batchTable([
      [
        'Họ và tên',
        'Giới tính',
        'Ngày sinh',
        'Nhóm đối tượng',
        'Chính sách',
        'Ngày nghỉ',
        'Ngày văn bản sắp xếp có hiệu lực',
        'Số năm đóng BHXH',
        'Tiền lương tháng hiện hưởng',
      ],
      [name, 'nam', '15/01/1966', 'công chức', 'tự xác định', '01/05/2025', '01/03/2025', '22', '15356250'],
    ]);
    if (!table.ok) return undefined;
    for await (const one of table.value) return said(one as Answer);
    return undefined;
  },
};

describe.each(Object.entries(ENTRANCES))('%s', (_name, read) => {
  it.each(['A\nB', 'A\r\nB', 'A\tB', 'A \n B', 'A\u0085B', 'A\u2028B'])('%j has a space', async (name) => {
    expect((await read(name))?.replace('  ', ' ')).toBe('A B');
  });

  it.each(['A\u0000B', 'A\u0007B', 'A\u001bB', 'A\u007fB', 'A\u009bB', 'A\u000bB'])('%j is refused', async (name) => {
    expect(await read(name)).toBe('control-character');
  });

  it('a broken character is refused', async () => {
    expect(await read('Nguy\ufffdn')).toBe('broken-character');
  });
});

it('is told with its code and place, and never with an option that the command lacks', async () => {
  const files = { 'c.json': JSON.stringify(named('Trần\u0007B')), 'd.json': JSON.stringify(named('Tr\ufffdn')) };
  expect((await nd178(['calc', 'c.json'], { files })).err).toContain('(U+0007, ký tự thứ 5)');
  const { err } = await nd178(['calc', 'd.json', '--lang', 'en'], { files });
  expect(err).toContain('There is a broken character');
  expect(err).not.toContain('--encoding');
});

it.each(['A\nB', 'A\u0007B'])('a record that was made of %j before is computed again as it stands', (name) => {
  const found = calculate(named('A B'));
  if (!found.ok) throw new Error('refused');
  const { person } = found.value.case;
  const old = recordOf({ ...found.value, case: { ...found.value.case, person: { ...person, name } } });
  expect(replay(JSON.parse(JSON.stringify(old)), 1)).toMatchObject({ status: 'same' });
});
