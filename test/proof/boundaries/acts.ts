import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Law } from '../../../src/index.ts';

interface Dated {
  readonly act: string;
  readonly issued: string | null;
  readonly applies: string;
}

const published = parse(readFileSync(new URL('acts.yaml', import.meta.url), 'utf8')) as Dated[];

/** Acts whose days are not those published, as `act: issued applies`. */
export function misdated(law: Law): string[] {
  return published.flatMap(({ act, issued, applies }) => {
    const found = law.acts.get(act);
    const right = found?.applies === applies && (issued === null || found.issued === issued);
    return right ? [] : [`${act}: ${found?.issued ?? 'missing'} ${found?.applies ?? ''}`];
  });
}
