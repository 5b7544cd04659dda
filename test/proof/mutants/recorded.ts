import { calculate, type Law, type Result, type ResultRecord } from '../../../src/index.ts';

/** What vouches for a record or stands beside it; the hash of the law costs more than the whole calculation. */
const BESIDE: ReadonlySet<string> = new Set(['receipt', 'extra', 'law', 'topUp']);

/** What a result says, by part. */
function parts(said: Partial<ResultRecord>): Map<string, string> {
  const { law, topUp } = said;
  const raised = topUp ? { ...topUp, hash: undefined } : undefined;
  const own = Object.entries(said).filter(([name]) => !BESIDE.has(name));
  const all = Object.entries({ ...Object.fromEntries(own), law: [law?.scheme, law?.version, law?.acts], raised });
  return new Map(all.map(([name, part]) => [name, String(JSON.stringify(part))]));
}

/** The parts of a golden record that do not come out again to the letter; none when all do. */
export function unlike(record: ResultRecord, law?: Law): string[] {
  const scheme = record.candidates ? 'auto' : record.law.scheme;
  const found = calculate(record.case, { ...record.options, scheme, lang: 'en', ...(law ? { law } : {}) });
  const [then, now] = [parts(record), parts(found.ok ? (found.value as Partial<Result>) : {})];
  return [...new Set([...then.keys(), ...now.keys()])].filter((name) => then.get(name) !== now.get(name));
}
