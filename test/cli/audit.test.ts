import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { auditSchema, type AuditReport } from '../../src/audit.ts';
import { command, piped, testFolder } from '../support/table.ts';
import { nd178 } from './fake-host.ts';
import { FIXTURES } from '../audit/make-fixtures.ts';

const file = testFolder();
const IRREGULAR = `${FIXTURES}/irregular.xlsx`;
const WORDS = `${FIXTURES}/words.xlsx`;
const CIVIL = `${FIXTURES}/civil.xlsx`;

const MAP = `
sheets:
  - sheet: DS nghi*
    form: I.1
    columns:
      name: Họ và tên
      birth: D
      rank: B
      sex: E
      salary: Lương hiện hưởng
      service: BHXH
      merger: Ngày sắp xếp
      leaving: Ngày nghỉ hưu
      monthsEarly: Tháng nghỉ sớm
      13: Tiền tháng nghỉ sớm
      17: Tiền năm nghỉ sớm
      18: Tiền thâm niên
      total: N
    defaults:
      group: civil-servant
`;

describe('nd178 audit', () => {
  it('writes a report by the schema, one file after the other', async () => {
    const { code, out } = await command('audit', IRREGULAR, WORDS, '--format', 'json', '--quiet');
    const report = JSON.parse(out) as AuditReport;
    expect(auditSchema.safeParse(report).error?.issues ?? []).toEqual([]);
    expect(report.files.map((one) => one.file)).toEqual(['irregular.xlsx', 'words.xlsx']);
    expect(report.summary).toMatchObject({ rows: 19, right: 16, wrong: 2, unchecked: 1 });
    expect(report.summary.units.map(({ unit }) => unit)).toContain('I SƯ ĐOÀN A / 2 Trung đoàn C');
    expect(code).toBe(5);
  });

  it('writes one line for each row, with its file and sheet', async () => {
    const to = file('rows.ndjson');
    const { code } = await command('audit', IRREGULAR, '-o', to, '--quiet');
    const lines = readFileSync(to, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(16);
    const all = { people: 15, audited: 14, unchecked: 1, passedOver: 0, notRead: 0 };
    expect(lines[15]).toMatchObject({ file: 'irregular.xlsx', completeness: all, notRead: [] });
    expect(lines[0]).toMatchObject({ file: 'irregular.xlsx', sheet: 'PL I.1', form: 'I.1', verdict: 'right' });
    expect(code).toBe(5);
  });

  it('tells people the summary and each wrong row, in both languages', async () => {
    const vi = await command('audit', IRREGULAR);
    expect(vi.out).toContain('15 hàng: 13 đúng, 1 sai, 1 chưa kiểm tra được');
    expect(vi.out).toContain('I2 › hàng 7');
    const en = await command('audit', IRREGULAR, '--lang', 'en', '--format', 'md');
    expect(en.out).toContain('15 rows: 13 right, 1 wrong');
    expect(en.out).not.toMatch(/khai|hàng/);
  });

  it('exits with 0 when nothing is wrong, 3 when a file is unreadable', async () => {
    const clean = file('clean.xlsx');
    const book = XLSX.read(readFileSync(IRREGULAR));
    writeFileSync(
      clean,
      XLSX.write(
        { ...book, SheetNames: ['PL I.1'], Sheets: { 'PL I.1': book.Sheets['PL I.1']! } },
        { type: 'buffer' },
      ) as Buffer,
    );
    expect((await command('audit', clean, '--quiet')).code).toBe(0);
    const bad = file('bad.xlsx', 'no workbook');
    const { code, err, out } = await command('audit', bad, clean, '--format', 'json');
    expect(code).toBe(3);
    expect(err).toContain('bad.xlsx');
    expect((JSON.parse(out) as AuditReport).files).toMatchObject([
      { file: 'bad.xlsx', error: { code: 'not-a-workbook' } },
      { file: 'clean.xlsx' },
    ]);
    const none = await command('audit', CIVIL, '--lang', 'en');
    expect(none.code).toBe(3);
    expect(none.err).toContain('--propose-map');
  });

  it('says nothing of a person on stderr', async () => {
    const { err } = await command('audit', IRREGULAR, '--format', 'json');
    expect(err).toContain('15 hàng');
    expect(err).not.toMatch(/Trần|Phạm|Vũ/);
  });

  it('sends the copy of one workbook to standard output, where that is no terminal', async () => {
    const to = file('marked.xlsx');
    const written = await command('audit', IRREGULAR, '-o', to);
    const sent = await piped('audit', IRREGULAR, '-o', '-', '--format', 'xlsx');
    expect([sent.code, sent.out]).toEqual([written.code, '']);
    expect(sent.err).toContain('15 hàng');
    expect(sent.bytes.equals(readFileSync(to))).toBe(true);
    expect(await piped('audit', IRREGULAR, '-o', '-', '--format', 'xlsx', '--quiet')).toMatchObject({ err: '' });
    const bad = file('no-book.xlsx', 'no workbook');
    expect(await piped('audit', bad, '-o', '-', '--format', 'xlsx')).toMatchObject({ code: 3, bytes: Buffer.alloc(0) });
    const shown = await command('audit', IRREGULAR, '-o', '-', '--format', 'xlsx', '--lang', 'en');
    expect([shown.code, shown.out]).toEqual([2, '']);
    expect(shown.err).toContain('-o results.xlsx');
    const many = await piped('audit', IRREGULAR, WORDS, '-o', '-', '--format', 'xlsx', '--lang', 'en');
    expect([many.code, many.bytes.length]).toEqual([2, 0]);
    expect(many.err).toContain('folder');
  });

  it('refuses options that do not go together', async () => {
    expect((await command('audit', IRREGULAR, '--format', 'xlsx')).code).toBe(2);
    expect((await command('audit', IRREGULAR, WORDS, '-o', file('one.xlsx'))).code).toBe(2);
    expect((await command('audit', IRREGULAR, '--law', 'nd154')).code).toBe(2);
    expect((await command('audit', IRREGULAR, '--interpret', 'window-event=never')).code).toBe(2);
    expect((await nd178(['audit', '--help'], { env: { ND178_LANG: 'en' } })).out).toContain(
      'Exit codes: 0 nothing wrong',
    );
  });
});

describe('the law of an audit', () => {
  it('may be pinned, and read in another way', async () => {
    const pinned = await command('audit', IRREGULAR, '--law', 'nd178@2025-01-01', '--format', 'json', '--quiet');
    expect((JSON.parse(pinned.out) as AuditReport).summary.laws.map(({ version }) => version)).toEqual(['2025-01-01']);
    const read = ['--interpret', 'service-from-july-2025=under-20-only', '--format', 'json', '--quiet'];
    const other = await command('audit', IRREGULAR, ...read);
    expect((JSON.parse(other.out) as AuditReport).summary.wrong).toBeGreaterThan(1);
  });
});

describe('the audited workbook', () => {
  it('is a copy with marks, remarks and sheets; the source is not touched', async () => {
    const before = createHash('sha256').update(readFileSync(IRREGULAR)).digest('hex');
    const to = file('audited.xlsx');
    const { code, out } = await command('audit', IRREGULAR, '-o', to);
    expect(code).toBe(5);
    expect(out).toContain('15 hàng');
    expect(createHash('sha256').update(readFileSync(IRREGULAR)).digest('hex')).toBe(before);
    const book = XLSX.read(readFileSync(to));
    expect(book.SheetNames).toEqual([
      'Bìa',
      'PL I.1',
      'I2',
      'Kiểm tra - Tổng hợp',
      'Kiểm tra - Ô sai',
      'Kiểm tra - Phiên bản luật',
      'Kiểm tra - Cách đọc',
      'Kiểm tra - Phạm vi',
      'Kiểm tra - Trùng, cộng',
    ]);
    const cells = XLSX.utils.sheet_to_json<string[]>(book.Sheets['Kiểm tra - Ô sai']!, { header: 1 });
    expect(cells.slice(2).map(([cell]) => cell)).toEqual([
      // The birth by its year alone leaves the months open.
      ...['K19', 'L19', 'N19', 'R19', 'X19'].map((cell) => `PL I.1!${cell}`),
      'I2!N7',
      'I2!U7',
    ]);
    expect(book.Sheets['Kiểm tra - Ô sai']!['A3']).toMatchObject({
      l: { Target: expect.stringContaining('PL I.1') as string },
    });
    const marked = book.Sheets['I2']!['N7'] as XLSX.CellObject;
    expect(String(marked.v)).toBe('568.620.005\n568.620.000');
  });

  it('goes to a folder for many workbooks, with the same names', async () => {
    const folder = file('out') + '/';
    const { code } = await command('audit', IRREGULAR, WORDS, '-o', folder);
    expect(code).toBe(5);
    expect(statSync(folder + 'irregular.xlsx').size).toBeGreaterThan(1000);
    expect(existsSync(folder + 'words.xlsx')).toBe(true);
  });

  it('marks a summary annex whose people stand in a later workbook', async () => {
    const book = XLSX.utils.book_new();
    const rows = [
      ['Đơn vị', 'Số người', 'Tổng kinh phí'],
      ['Phụ lục I.2', 99, 5],
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Tổng hợp');
    writeFileSync(file('annex.xlsx'), XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const folder = file('annexes') + '/';
    await command('audit', file('annex.xlsx'), IRREGULAR, '-o', folder);
    const marked = XLSX.read(readFileSync(folder + 'annex.xlsx')).Sheets['Tổng hợp']!;
    expect(String((marked['B2'] as XLSX.CellObject).v)).toMatch(/^99\n\d+$/);
    expect(String((marked['D2'] as XLSX.CellObject).v)).toContain('B2 "Phụ lục I.2": ghi 99 người');
  });

  it('can be audited again with the same verdicts where nothing was marked', async () => {
    const to = file('again.xlsx');
    await command('audit', IRREGULAR, '-o', to);
    const { out } = await command('audit', to, '--format', 'json', '--quiet');
    const sheet = (JSON.parse(out) as AuditReport).files[0]?.sheets[0];
    const verdicts = sheet?.rows.map(({ row, verdict }) => [row, verdict]) ?? [];
    expect(verdicts.filter(([, verdict]) => verdict !== 'right')).toEqual([[19, 'unchecked']]);
    // The sheets of the audit itself hold nobody.
    expect((JSON.parse(out) as AuditReport).files[0]?.notRead).toEqual([]);
  });
});

describe('own columns', () => {
  it('are read by a map', async () => {
    const map = file('civil.yaml', MAP);
    const { code, out } = await command('audit', CIVIL, '--map', map, '--format', 'json', '--quiet');
    const rows = (JSON.parse(out) as AuditReport).files[0]?.sheets[0]?.rows ?? [];
    // The worked example C of official letter 1814: its service amount stands undivided in one column.
    expect(rows[0]?.verdict, JSON.stringify(rows[0])).toBe('right');
    expect(rows[1]?.verdict).toBe('wrong');
    expect(code).toBe(5);
  });

  it('are proposed from the headings', async () => {
    const { code, out } = await command('audit', '--propose-map', CIVIL, '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('form: I.1');
    expect(out).toMatch(/name: C {2}# 1 Full name \(by the words of its heading\)/);
    expect(out).toMatch(/sex: E/);
    const map = file('proposed.yaml', out);
    expect((await command('audit', CIVIL, '--map', map, '--quiet')).code).not.toBe(2);
  });

  it('tells what is wrong with a map', async () => {
    const unknown = file('unknown.yaml', 'sheets: [{sheet: A, form: I.9}]');
    expect(await command('audit', CIVIL, '--map', unknown)).toMatchObject({ code: 3 });
    const lost = file('lost.yaml', 'sheets: [{sheet: "DS*", form: I.1, columns: {salary: Cột không có}}]');
    const { out } = await command('audit', CIVIL, '--map', lost, '--format', 'json', '--quiet');
    expect((JSON.parse(out) as AuditReport).files[0]?.sheets[0]?.notes.map(({ code }) => code)).toContain(
      'columns-missing',
    );
  });
});
