import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calculation } from '../../src/engine/calculate.ts';
import { explain, type Explanation } from '../../src/explanation/explanation.ts';
import type { Act } from '../../src/law/act.ts';
import { builtinActs, builtinLaw, builtinSchemes } from '../../src/law/builtin.ts';
import { buildLaw, type Law } from '../../src/law/law.ts';

const HEAD = { at: 'Điều 3', certainty: 'A' } as const;

/** A decree that nobody has written: a new group, a benefit on the statutory base salary with a cap, a requirement. */
const DECREE = {
  act: 'nd-999-2025',
  kind: 'amending',
  title: { vi: 'Nghị định 999/2025/NĐ-CP', en: 'Decree 999/2025/NĐ-CP' },
  subject: { vi: 'Trợ cấp đi lại', en: 'Travel grants' },
  issued: '2025-04-01',
  applies: '2025-04-01',
  amendments: [
    {
      ...HEAD,
      insert: 'nd-178-2024',
      provision: {
        ...HEAD,
        id: 'title.travel',
        kind: 'benefit-title',
        benefit: 'travel',
        order: 9,
        route: 'early-retirement',
        title: { vi: 'Trợ cấp đi lại', en: 'Travel grant' },
      },
    },
    {
      ...HEAD,
      insert: 'nd-178-2024',
      provision: {
        ...HEAD,
        id: 'travel.row',
        kind: 'benefit',
        benefit: 'travel',
        when: { serviceYears: { above: 10, upTo: 30 } },
        base: 'statutoryBase',
        terms: [{ rate: '0.5', per: 'serviceYears', above: 10 }],
        cap: '4',
      },
    },
    {
      ...HEAD,
      insert: 'nd-178-2024',
      provision: {
        ...HEAD,
        id: 'group.lighthouse-keeper',
        kind: 'group',
        group: 'lighthouse-keeper',
        title: { vi: 'người gác đèn biển', en: 'lighthouse keeper' },
        regime: 'civil',
        payTable: 'state',
        schedules: ['normal'],
      },
    },
    {
      ...HEAD,
      insert: 'nd-178-2024',
      provision: {
        ...HEAD,
        id: 'subject.lighthouse',
        kind: 'subject',
        when: { impact: ['direct'], group: ['lighthouse-keeper'] },
      },
    },
    {
      ...HEAD,
      certainty: 'U',
      insert: 'nd-178-2024',
      provision: {
        ...HEAD,
        id: 'requirement.long',
        kind: 'requirement',
        route: 'early-retirement',
        when: { group: ['lighthouse-keeper'] },
        require: { insuranceMonths: { atLeast: 300 } },
        code: 'not-long-enough',
        message: { vi: 'Chưa đủ lâu.', en: 'Not long enough.' },
      },
    },
    {
      ...HEAD,
      replace: {
        act: 'luat-bhxh-2014',
        provision: 'pension-time',
        at: 'Điều kiện hưởng lương hưu',
        leaf: 'when.group.19',
      },
      expect: null,
      with: 'lighthouse-keeper',
    },
  ],
} as unknown as Act;

function lawWith(): Law {
  return buildLaw([...builtinActs(), DECREE], builtinSchemes());
}

function told(years: number, lang: 'vi' | 'en', law: Law = lawWith(), group = 'lighthouse-keeper'): Explanation {
  const worked = calculation(
    {
      person: { sex: 'male', birth: '1966-01-15', group },
      leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
      insurance: { years },
      salary: { monthly: '10000000' },
    },
    { law, scheme: 'nd178', lang },
  );
  if (!worked.ok || 'refused' in worked.value) throw new Error(JSON.stringify(worked));
  return explain(worked.value, { law, lang });
}

const steps = (
  explanation: Explanation,
  name: string,
): readonly {
  label: string;
  text: string;
  notes: readonly string[];
  remedies?: readonly string[];
  basis: readonly { text: string }[];
}[] => explanation.sections.find((one) => one.section === name)?.steps ?? [];

it('explains a benefit of a decree that the code has never heard of', () => {
  const line = steps(told(25, 'vi'), 'benefits').at(-1);
  expect(line?.label).toBe('Trợ cấp đi lại');
  expect(line?.text).toBe('4 tháng × 2.340.000 đ = 9.360.000 đ');
  expect(line?.notes).toEqual([
    'Điều kiện: số năm công tác có đóng BHXH bắt buộc trên 10 năm đến 30 năm',
    '0,5 tháng lương cơ sở cho mỗi năm; số năm công tác có đóng BHXH bắt buộc 25 năm, phần trên 10 năm: 15 năm',
    'tính trên mức lương cơ sở',
    'tối đa 4 tháng',
  ]);
  expect(line?.basis.map((one) => one.text)).toEqual([
    'Điều 3, Nghị định 178/2024/NĐ-CP (sửa đổi bởi Nghị định 999/2025/NĐ-CP Điều 3)',
  ]);
  expect(steps(told(25, 'en'), 'subject')[0]?.text).toBe('Lighthouse keeper');
});

it('tells what would change a requirement that the code has never heard of', () => {
  const failed = steps(told(22, 'vi'), 'routes').find((one) => one.remedies && one.remedies.length > 0);
  expect(failed?.label).toBe('Thời gian đóng BHXH từ đủ 300 tháng');
  expect(failed?.remedies).toEqual(['Cần thời gian đóng BHXH từ đủ 300 tháng; hồ sơ có 264 tháng, thiếu 36 tháng.']);
});

it('names no group, benefit or act of the law in its code', () => {
  const found = builtinLaw().at('nd178', '2025-07-01');
  if (!found.ok) throw new Error('no law');
  const names = [
    ...found.value.rules('group').map((rule) => rule.provision.group),
    ...found.value.rules('benefit-title').map((rule) => rule.provision.benefit),
    ...builtinLaw().acts.keys(),
  ].filter((name) => name.includes('-'));
  const files = ['src/explanation', 'src/papers'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  );
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const code = readFileSync(file, 'utf8');
    expect(names.filter((name) => code.includes(`'${name}'`))).toEqual([]);
  }
});
