import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batch, batchTable, Tally, type BatchLine } from '../../src/batch.ts';
import { CASE_KEYS } from '../../src/case/keys.ts';
import { calculate } from '../../src/engine/calculate.ts';
import { recordOf } from '../../src/engine/receipt.ts';
import { addAmounts } from '../../src/table/summary.ts';
import { UNPAID, flatCase, nested } from '../support/cases.ts';

async function all(lines: AsyncIterable<BatchLine>): Promise<BatchLine[]> {
  const got: BatchLine[] = [];
  for await (const line of lines) got.push(line);
  return got;
}

const good = nested({ ...UNPAID, 'salary.monthly': '15356250' });

describe('batch', () => {
  it('is calculate, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(flatCase, { maxLength: 6 }), async (people) => {
        const raws = people.map(nested);
        const lines = await all(batch(raws));
        expect(lines).toHaveLength(raws.length);
        raws.forEach((raw, at) => {
          const checked = calculate(raw);
          if (checked.ok) expect(lines[at]).toEqual(recordOf(checked.value));
          else expect(lines[at]).toMatchObject({ schema: 'nd178/refusal@1', row: at + 1, issues: checked.issues });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('goes on behind a bad row, whatever it is', async () => {
    const rows = [good, null, 7, 'x', [], { id: 'E' }, good];
    const lines = await all(batch(rows, { firstRow: 10, file: 'a.ndjson' }));
    expect(lines.map((line) => line.schema.slice(6, 9))).toEqual(['res', 'ref', 'ref', 'ref', 'ref', 'ref', 'res']);
    expect(lines[5]).toMatchObject({ id: 'E', row: 15, file: 'a.ndjson' });
  });

  it('reads its own records again as their cases, and believes nothing else in them', async () => {
    const [record] = await all(batch([good]));
    expect(await all(batch([record]))).toEqual([record]);
    expect(await all(batch([{ ...record, total: '1', benefits: [] }]))).toEqual([record]);
    const [bare] = await all(batch([{ ...record, case: undefined }]));
    expect(bare?.schema).toBe('nd178/refusal@1');
    const [other] = await all(batch([{ ...record, schema: 'nd178/refusal@1' }]));
    expect(other?.schema).toBe('nd178/refusal@1');
  });

  it('takes rows as they come', async () => {
    let made = 0;
    const rows = (async function* () {
      for (;;) yield (made++, good);
    })();
    for await (const line of batch(rows)) if (line && made === 3) break;
    expect(made).toBe(3);
  });
});

describe('batchTable', () => {
  const headings = CASE_KEYS.map((key) => key.title.vi);

  it('gives the same lines as the cases themselves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(flatCase, { maxLength: 6 }), async (people) => {
        const rows = people.map((flat) =>
          CASE_KEYS.map((key) => {
            // What may be twelve or twelve thousand is written without doubt; a text stays as it is.
            const value = flat[key.key];
            return (key.type === 'text' ? value : value?.replace(/^(\d{1,3}\.\d{3})(%?)$/, '$10$2')) ?? null;
          }),
        );
        const table = await batchTable([['DANH SÁCH'], headings, ...rows], { sheet: 'S' });
        const lines = table.ok ? await all(table.value) : [];
        const cases = await all(batch(people.map(nested), { firstRow: 3, sheet: 'S' }));
        expect(lines.map(bare)).toEqual(cases.map(bare));
      }),
      { numRuns: 60 },
    );
  });

  it('names the cell, the column and the way out of every fault of a row', async () => {
    const table = await batchTable([
      ['Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Số năm BHXH', 'Hệ số lương', 'Công vụ'],
      ['nam', '1/5/66', 'công chức', 'tự xác định', '1/5/2025', '22', '12.125', '25'],
    ]);
    const [line] = table.ok ? await all(table.value) : [];
    expect(line).toMatchObject({
      row: 2,
      issues: [
        { code: 'ambiguous-date', path: 'person.birth', cell: 'B2', column: 'Ngày sinh' },
        { code: 'ambiguous-number', path: 'salary.coefficient', cell: 'G2' },
        { code: 'ambiguous-percent', path: 'salary.publicService', cell: 'H2' },
        { code: 'reorganisation-missing', path: 'leaving.reorganisation' },
      ],
    });
  });

  it('joins a name that stands in two cells under one heading, and nothing else', async () => {
    const headings = ['Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Số năm BHXH'];
    const person = ['nam', '01/01/1966', 'công chức', 'tự xác định', '01/01/2026', '22', '10000000'];
    const names = async (...name: (string | null)[]): Promise<unknown> => {
      const table = await batchTable([
        ['Họ và tên', ...name.slice(1).map(() => null), ...headings, 'Tiền lương tháng hiện hưởng'],
        [...name, ...person],
      ]);
      const [line] = table.ok ? await all(table.value) : [];
      return line && 'case' in line ? line.case.person.name : line?.issues.map(({ code, cell }) => [code, cell]);
    };
    expect(await names('Nguyễn Văn ', ' A')).toBe('Nguyễn Văn A');
    expect(await names('Nguyễn Văn A', null)).toBe('Nguyễn Văn A');
    expect(await names('Nguyễn', 'Văn', 'A')).toEqual([['cell-without-heading', 'C2']]);
  });

  it('passes over a heading between people, a sum and a signature, and tells of each', async () => {
    const headings = [
      'Họ và tên',
      'Giới tính',
      'Ngày sinh',
      'Nhóm đối tượng',
      'Chính sách',
      'Ngày nghỉ',
      'Số năm BHXH',
    ];
    const passed: string[] = [];
    const rows = [
      [...headings, 'Tiền lương tháng hiện hưởng'],
      ['I. Sở X'],
      ['A', 'nam', '01/01/1966', 'công chức', 'tự xác định', '01/01/2026', '22', '10000000'],
      ['B', null, null, null, null, null, '22', '10000000'],
      ['Tổng cộng', null, null, null, null, ' ', null, '20000000'],
      [null, null, null, null, null, null, null, 'Người lập biểu'],
      ['Nguyễn Văn C'],
    ];
    const table = await batchTable(rows, { passedOver: (kind, row) => passed.push(`${kind} ${row}`) });
    const lines = table.ok ? await all(table.value) : [];
    expect(
      lines.map((line) => ('issues' in line ? line.issues.map(({ code, cell }) => `${code} ${cell ?? ''}`) : [])),
    ).toEqual([[], expect.arrayContaining(['missing B4'])]);
    expect(lines[0]).toMatchObject({ case: { person: { unit: 'Sở X' } } });
    expect(passed).toEqual(['unit 2', 'total 5', 'closing 6', 'closing 7']);
  });

  it('refuses a row that may be a person of whom nothing is said', async () => {
    const headings = [
      'Họ và tên',
      'Giới tính',
      'Ngày sinh',
      'Nhóm đối tượng',
      'Chính sách',
      'Ngày nghỉ',
      'Số năm BHXH',
    ];
    const table = await batchTable([[...headings, 'Tiền lương tháng hiện hưởng'], ['Đoàn Văn A'], ['VŨ THỊ B', null]]);
    const lines = table.ok ? await all(table.value) : [];
    expect(lines).toMatchObject([{ issues: [{ code: 'no-person', cell: 'A2' }] }, { issues: [{ code: 'no-person' }] }]);
    expect(lines[0] && 'issues' in lines[0] && lines[0].issues[0]?.message).toContain('"Đoàn Văn A"');
  });

  it('takes a person whose cells were never computed for a person', async () => {
    const faulty = { kind: 'faulty', fault: 'formula-without-value', text: '' } as const;
    const headings = ['Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Số năm BHXH'];
    const table = await batchTable([
      [...headings, 'Tiền lương tháng hiện hưởng'],
      [...headings.map(() => faulty), '10000000'],
    ]);
    const [line] = table.ok ? await all(table.value) : [];
    const issues = line && 'issues' in line ? line.issues : [];
    expect(issues.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['A2', 'B2', 'F2']));
    expect(issues.map(({ code }) => code)).not.toContain('no-person');
  });

  it('tells a header that cannot be read', async () => {
    expect(await batchTable([['a'], ['b']])).toMatchObject({ ok: false, issues: [{ code: 'no-header' }] });
  });
});

/** A line without what only a table can say. */
function bare(line: BatchLine): unknown {
  if (line.schema === 'nd178/result@1') return line;
  return {
    ...line,
    issues: line.issues
      .map(({ code, path }) => ({ code, path }))
      .sort((a, b) => (a.path + a.code < b.path + b.code ? -1 : 1)),
  };
}

describe('sums', () => {
  it('are exact', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.bigInt({ min: 0n, max: 10n ** 30n }), (a, b) => {
        expect(addAmounts(String(a), String(b))).toBe(String(a + b));
      }),
    );
    expect(addAmounts('0.1', '0.2')).toBe('0.3');
    expect(addAmounts('1.5', '2.5')).toBe('4');
    expect(addAmounts('999999999999999', '1')).toBe('1000000000000000');
  });

  it('of parts are those of the whole, in any grouping', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(flatCase, fc.constantFrom('X', 'Y', undefined)), { maxLength: 8 }),
        fc.nat(8),
        async (people, cut) => {
          const outcomes = people.map(([flat, unit], at) => {
            const checked = calculate(nested(flat));
            return {
              row: at,
              extras: [],
              ...(unit === undefined ? {} : { unit }),
              ...(checked.ok ? { result: checked.value } : {}),
            };
          });
          const [whole, one, two] = [new Tally(), new Tally(), new Tally()];
          outcomes.forEach((outcome, at) => {
            whole.add(outcome);
            (at < cut ? one : two).add(outcome);
          });
          one.merge(JSON.parse(JSON.stringify(two.data())));
          expect(one.data()).toEqual(whole.data());
          expect(one.overall()).toEqual(whole.overall());
        },
      ),
      { numRuns: 40 },
    );
  });
});
