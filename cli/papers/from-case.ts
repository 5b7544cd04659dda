import { calculation } from '../../src/engine/calculate.ts';
import { refusalSheet } from '../../src/explanation/refusal.ts';
import { Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { parseCaseFile } from '../../src/case/file/read.ts';
import type { PlacedIssue } from '../../src/case/file/syntax.ts';
import { readText } from '../input/read-text.ts';
import { issuesExit, issuesText } from '../output/issues.ts';
import type { PaperOptions, Person } from '../../src/papers/person.ts';

/** The one person of a case file (YAML or JSON). Throws {@link Exit} with every issue: there is nobody else to go on with. */
export function personOfCase(file: string, host: Host, { core, law }: PaperOptions): Person {
  const { lang } = core;
  const text = readText(host, file, lang);
  if (typeof text !== 'string') throw failed([text]);
  const read = parseCaseFile(text, lang);
  if (Array.isArray(read)) throw failed(read);
  if (read.doubts.length > 0) throw failed(read.doubts);
  const worked = calculation(read.raw ?? {}, core);
  if (!worked.ok) throw failed(worked.issues.map((one) => ({ ...one, ...placeOf(read.places.get(one.path)) })));
  if ('refused' in worked.value) {
    const { refused } = worked.value;
    return { who: refused.case.person.name ?? refused.id ?? '', page: refusalSheet(refused, { lang, law }) };
  }
  const { id, person } = worked.value.derivation.case;
  return { who: person.name ?? id ?? '', worked: worked.value };

  function placeOf(place: string | undefined): { place?: string } {
    return place === undefined ? {} : { place: `${file}:${place}` };
  }
  function failed(issues: readonly PlacedIssue[]): Exit {
    return new Exit(issuesExit(issues), issuesText(issues, lang));
  }
}
