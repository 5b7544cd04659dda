import { parseCase, type Case } from '../../src/index.ts';

/** The least that a case must say. */
export const LEAST = {
  person: { sex: 'female', birth: '1970', group: 'cadre' },
  leaving: { route: 'auto', date: '2025-05-01' },
  insurance: { years: 20 },
  salary: { monthly: '10000000' },
};

export type Parts = Readonly<Record<string, object>>;

/** The least case with more in its parts, read; a salary replaces the one it has. */
export function readLeast(parts: Parts): Case {
  const merged = Object.entries(parts).map(([name, part]) => [
    name,
    name === 'salary' ? part : { ...(LEAST as Parts)[name], ...part },
  ]);
  const found = parseCase({ ...LEAST, ...Object.fromEntries(merged) });
  if (!found.ok) throw new Error(found.issues.map(({ code, path }) => `${code} ${path}`).join());
  return found.value;
}
