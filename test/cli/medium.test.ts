import { describe, expect, it } from 'vitest';
import { inMedium } from '../../src/case/medium.ts';
import { batchTable } from '../../src/batch.ts';
import { nd178 } from './fake-host.ts';

/** Advice speaks of what the user writes in: keys of a file, flags, columns. */

const LACKS =
  'person: {sex: male, group: civil-servant}\nleaving: {route: auto, date: 2025-05-01}\ninsurance: {years: 22}\n';

describe('what is missing is asked for', () => {
  it('by the key of a file, with its title', async () => {
    const { err } = await nd178(['calc', 'c.yaml'], { files: { 'c.yaml': LACKS } });
    expect(err).toContain('Thiếu Ngày sinh (person.birth). Bổ sung person.birth.');
    expect(err).toContain('(salary.coefficient)');
    expect(err).not.toMatch(/--person|cột/);
  });

  it('by the flag where flags alone state the case', async () => {
    const { code, err } = await nd178(['calc', '--person.sex', 'nam', '--quiet']);
    expect(code).toBe(3);
    expect(err).toContain('Bổ sung --person.birth.');
    expect(err).toContain('Cho hệ số lương (--salary.coefficient)');
    expect(err).not.toMatch(/[^-]person\.birth/);
  });

  it('by the heading of the column in a table, never by the key', async () => {
    const table = await batchTable([
      ['Giới tính', 'Sinh ngày', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Số năm BHXH', 'Công vụ'],
      ['nam', '', 'công chức', 'tự xác định', '1/5/2025', '22', '25%'],
    ]);
    const messages: string[] = [];
    if (table.ok)
      for await (const lines of [table.value])
        for await (const one of lines) if ('issues' in one) messages.push(...one.issues.map(({ message }) => message));
    expect(messages[0]).toBe('Thiếu Sinh ngày. Bổ sung cột "Sinh ngày".');
    expect(messages[1]).toBe('Có phụ cấp nhưng thiếu hệ số lương. Bổ sung cột "Hệ số lương".');
    expect(messages[2]).toContain('Thiếu cột "Ngày văn bản sắp xếp có hiệu lực";');
    for (const message of messages) expect(message).not.toMatch(/\b(?:person|leaving|insurance|salary|age)\.\w/);
  });
});

it('leaves what a message quotes, and what only looks like a key', () => {
  const said = (message: string): string => inMedium(message, 'columns', { lang: 'vi' });
  expect(said('"person.sex" không phải số. Bỏ age.limit.')).toBe('"person.sex" không phải số. Bỏ cột "Hạn tuổi".');
  expect(said('salary.stepMonths, salary.stepped, x.person.sex')).toBe(
    'cột "Số tháng giữ bậc lương cuối", salary.stepped, x.person.sex',
  );
  expect(inMedium('Give age.limit.', 'columns', { lang: 'en' })).toBe('Give the column "Age limit".');
  expect(inMedium('Hạn tuổi (age.limit): sai.', 'answers', { lang: 'vi' })).toBe('Hạn tuổi: sai.');
});

describe('a file for another command is sent there', () => {
  const files = {
    'ds.xlsx': 'PK',
    'ds.csv': 'Họ và tên,Giới tính\nA,nam\n',
    'ds.ndjson': '{"a":1}\n{"a":2}\n',
    'một đơn vị.csv': 'a,b\n',
  };

  it.each([
    ['ds.xlsx', 'nd178 batch ds.xlsx -o ket-qua.xlsx'],
    ['ds.csv', 'nd178 batch ds.csv -o ket-qua.xlsx'],
    ['ds.ndjson', 'nd178 batch ds.ndjson -o ket-qua.xlsx'],
    ['một đơn vị.csv', 'nd178 batch "một đơn vị.csv" -o ket-qua.xlsx'],
  ])('calc, explain and compare of %s', async (file, advice) => {
    for (const command of ['calc', 'explain', 'compare']) {
      const ran = await nd178([command, file], { files });
      expect([ran.code, ran.out]).toEqual([3, '']);
      expect(ran.err).toContain(advice);
    }
  });

  it('batch, audit and replay of a case', async () => {
    for (const args of [
      ['batch', 'c.yaml', '-o', 'x.xlsx'],
      ['audit', 'examples/cv-1814-c.yaml', '--quiet'],
      ['replay', 'examples/cv-1814-c.yaml'],
    ]) {
      const ran = await nd178(args);
      expect(ran.code).not.toBe(0);
      expect(ran.out + ran.err).toContain('nd178 calc');
    }
  });

  it('says what a missing file is: missing', async () => {
    expect((await nd178(['calc', 'none.xlsx'])).err).toContain('không có tệp này');
  });
});
