import { calculate, loadLaw, type Law, type Result } from '../../../src/index.ts';

/** Small invented decrees that insert provisions into Decree 178, and cases under them. */

const HEAD = `act: nd-998-2026
kind: amending
title: {vi: Nghị định 998, en: Decree 998}
subject: {vi: x, en: x}
issued: 2026-01-01
applies: 2026-01-01
amendments:
`;

/** The law with a decree of 2026 that inserts these provisions, each as the lines of a YAML mapping. */
export function lawWithDecree(...provisions: readonly string[]): Law {
  const text = provisions.map(
    (one, index) =>
      `  - at: Khoản ${index + 1}\n    certainty: A\n    insert: nd-178-2024\n    provision:\n      at: Điều 99 khoản ${index + 1}\n${one.includes('certainty:') ? '' : '      certainty: A\n'}${one
        .trim()
        .split('\n')
        .map((line) => `      ${line}`)
        .join('\n')}\n`,
  );
  const loaded = loadLaw([{ file: 'nd-998-2026.yaml', text: HEAD + text.join('') }], { lang: 'en' });
  if (!loaded.ok) throw new Error(loaded.issues.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return loaded.value.law;
}

/** The title of a benefit `grant` of severance. */
export const TITLE: string = `
id: title.grant
kind: benefit-title
benefit: grant
order: 9
route: severance
title: {vi: Trợ cấp thử, en: Test grant}`;

/** A row of that benefit for everybody who takes severance, with more lines. */
export function row(more: string): string {
  return `
id: grant
kind: benefit
benefit: grant
when: {class: {severance-branch: ["9", "10"]}}
${more}`;
}

/** A civil servant of 22 insurance years who takes severance on 2026-01-01, with a monthly salary. */
export function severed(
  law: Law,
  monthly: string,
  more: { group?: string; acceptUnverified?: readonly string[] } = {},
): Result {
  const found = calculate(
    {
      person: { sex: 'male', birth: '1985-01', group: more.group ?? 'civil-servant' },
      leaving: { route: 'severance', date: '2026-01-01', reorganisation: '2025-12-01' },
      insurance: { years: 22 },
      salary: { monthly },
    },
    { law, scheme: 'nd178', lang: 'en', acceptUnverified: more.acceptUnverified ?? [] },
  );
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
