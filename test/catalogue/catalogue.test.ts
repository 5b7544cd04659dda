import { describe, expect, test } from 'vitest';
import {
  changedSince,
  ENUMERATIONS,
  labelled,
  labelOf,
  labelsOf,
  missingFields,
  versionsOf,
} from '../../src/catalogue.ts';
import { BENEFITS, calculate, CASE_KEYS, GROUPS, IMPACTS, ISSUE_CODES, loadLaw, SCHEMES } from '../../src/index.ts';
import { jsonSchema } from '../../src/schemas.ts';

const PERSON = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

describe('labels', () => {
  test.each([...ENUMERATIONS])('every word of %s has a Vietnamese and an English title', (enumeration) => {
    const labels = labelsOf(enumeration);
    expect(labels.length).toBeGreaterThan(0);
    for (const { word, title } of labels) {
      expect([word, title.vi !== '', title.en !== '']).toEqual([word, true, true]);
      // A word that stands for itself says nothing.
      if (enumeration !== 'outcome') expect(title.vi).not.toBe(word);
    }
    expect(new Set(labels.map(({ word }) => word)).size).toBe(labels.length);
  });

  test('are complete: the words that a program may meet', () => {
    const words = (enumeration: Parameters<typeof labelsOf>[0]): string[] =>
      labelsOf(enumeration).map(({ word }) => word);
    expect(words('group').sort()).toEqual([...GROUPS].sort());
    expect(words('scheme').sort()).toEqual([...SCHEMES].sort());
    expect(words('benefit').sort()).toEqual([...BENEFITS].sort());
    expect(words('impact')).toEqual([...IMPACTS]);
    expect(words('issue')).toEqual([...ISSUE_CODES]);
    expect(words('key')).toEqual(CASE_KEYS.map(({ key }) => key));
  });

  test('are those of own rule files as well', () => {
    const loaded = loadLaw([{ file: 'x.yaml', text: OWN_SCHEME }]);
    if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
    expect(labelOf('scheme', 'own', loaded.value.law)).toEqual({ vi: 'Chế độ riêng', en: 'Own scheme' });
    expect(labelOf('scheme', 'own')).toEqual({ vi: 'own', en: 'own' });
  });
});

const OWN_SCHEME = `
scheme: own
title: {vi: Chế độ riêng, en: Own scheme}
covers: {from: 2025-01-01}
acts: [nd-178-2024]
routes:
  - route: early-retirement
    title: {vi: "Nghỉ hưu trước tuổi", en: "Early retirement"}
`;

test('a result stands under its names, in the words of its version', () => {
  const found = calculate(PERSON);
  if (!found.ok) throw new Error('not computed');
  const { benefits, total, measures, totalInWords, salary } = labelled(found.value);
  expect(benefits.map(({ title, text, months }) => [title, text, months])).toEqual([
    ['Trợ cấp hưu trí một lần cho số tháng nghỉ sớm', '460.687.500 đ', '30'],
    ['Trợ cấp cho số năm nghỉ sớm', '191.953.125 đ', '12,5'],
    ['Trợ cấp theo thời gian công tác có đóng BHXH bắt buộc', '92.137.500 đ', '6'],
  ]);
  expect([total.text, totalInWords]).toEqual([
    '744.778.125 đ',
    'Bảy trăm bốn mươi tư triệu bảy trăm bảy mươi tám nghìn một trăm hai mươi lăm đồng',
  ]);
  expect(measures.find(({ word }) => word === 'window')?.text).toBe('trong 12 tháng đầu');
  expect(salary.map(({ word, title }) => title !== word)).not.toContain(false);
  expect(labelled(found.value, { lang: 'en' }).measures.find(({ word }) => word === 'yearsEarly')?.text).toBe(
    '2.5 years',
  );
});

describe('what a case still needs', () => {
  test('nothing where it is complete, all that every case must say where it is empty', () => {
    expect(missingFields(PERSON)).toEqual([]);
    const keys = missingFields({}, { lang: 'en' });
    expect(keys.map(({ key }) => key)).toEqual([
      ...['person.sex', 'person.birth', 'person.group', 'leaving.route', 'leaving.date', 'insurance.years', 'salary'],
    ]);
    expect(keys.find(({ key }) => key === 'person.group')?.words?.map(({ word }) => word)).toContain('civil-servant');
  });

  test('what the law asks for names the provisions that count by it', () => {
    const { date, route } = PERSON.leaving;
    const [field, ...others] = missingFields({ ...PERSON, leaving: { date, route } });
    expect([field?.key, field?.basis.map(({ text }) => text), others]).toEqual([
      'leaving.reorganisation',
      ['Điều 3 khoản 1, Thông tư 01/2025/TT-BNV'],
      [],
    ]);
    const partTime = missingFields({
      person: { sex: 'male', birth: '1970', group: 'commune-part-time' },
      leaving: { route: 'auto', date: '2025-08-01', reorganisation: '2025-07-01' },
      insurance: { years: 10 },
      salary: { allowance: '3000000' },
    });
    expect(
      partTime.map(({ key, basis }) => [key, basis.every(({ act }) => act === 'nd-154-2025'), basis.length > 0]),
    ).toEqual([['work.years', true, true]]);
  });

  test('what is given and wrong is no missing field', () => {
    expect(missingFields({ ...PERSON, salary: { coefficient: 'x' } })).toEqual([]);
  });
});

test('versions tell which acts begin and what they changed', () => {
  const versions = versionsOf('nd178');
  expect(versions.map(({ date, begins }) => [date, begins[0]?.title.vi])).toEqual([
    ['2025-01-01', 'Nghị định 178/2024/NĐ-CP'],
    ['2025-03-15', 'Nghị định 67/2025/NĐ-CP'],
    ['2025-07-01', expect.any(String)],
    ['2026-07-01', 'Nghị định 161/2026/NĐ-CP'],
  ]);
  expect(versions[0]?.changes).toEqual([]);
  expect(versions[1]?.changes.some(({ by }) => by?.act === 'nd-67-2025')).toBe(true);
  expect(changedSince('nd178', '2026-07-01')).toEqual([]);
  expect(changedSince('nd178', '2025-03-01').length).toBeGreaterThan(versions[1]?.changes.length ?? 0);
  expect([versionsOf('none'), changedSince('none', '2025-03-01')]).toEqual([[], []]);
});

test('the key of the catalogue is the title of the schema', () => {
  const schema = jsonSchema('case', 'vi') as { properties: Record<string, { title?: string }> };
  expect(schema.properties['law']?.title).toBe(labelOf('key', 'law').vi);
});
