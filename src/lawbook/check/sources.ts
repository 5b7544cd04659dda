import { nearest } from '../../base/text.ts';
import { targetOf, type Act, type Amendment } from '../../law/act.ts';
import { annexesOf } from '../../law/annexes.ts';
import type { Statement } from '../../law/form.ts';
import type { Law } from '../../law/law.ts';
import type { SourceKind } from '../../law/ledger.ts';
import type { Certainty } from '../../law/provision.ts';
import { sourcedLaw, sourcesOf } from '../../law/sources.ts';
import { Defects, type Defect, type Place } from './defect.ts';

/** A statement of the law that has to say where it was read: a provision, or an amendment of one. */
export interface Stated {
  readonly place: Place;
  readonly certainty: Certainty;
  readonly sources: readonly string[] | undefined;
}

/**
 * Checks the source ledger: every provision, amendment and annex form, of a scheme or of all, says where it was read, by
 * sources that are listed and that bear its certainty. Pure.
 */
export function checkLedger(law: Law, scheme?: string): Defect[] {
  const defects = new Defects(scheme ?? '');
  const { acts: all, actsOf } = sourcedLaw(law);
  const acts = scheme === undefined ? [...all.values()] : actsOf(scheme);
  for (const stated of [...acts.flatMap(statedIn), ...formsStated(law, scheme)]) check(law, stated, defects);
  return defects.all();
}

/** The sources, among some or all, that no provision and no amendment names. */
export function unusedSources(law: Law, among: Iterable<string> = sourcesOf(law).keys()): string[] {
  const stated = [...[...sourcedLaw(law).acts.values()].flatMap(statedIn), ...formsStated(law)];
  const cited = new Set(stated.flatMap(({ sources = [] }) => sources));
  return [...among].filter((name) => !cited.has(name));
}

/** The annex forms, of a scheme or all, how they are written, and the papers that no scheme has for itself. */
function formsStated(law: Law, scheme?: string): Stated[] {
  const { forms, writing, funding, auditAnnex } = annexesOf(law);
  const named = [...forms.values()].flatMap((form): Named[] =>
    scheme === undefined || form.scheme === scheme ? [[form.form, form]] : [],
  );
  if (scheme === undefined) {
    if (writing) named.push([writing.writing, writing]);
    if (funding) named.push([funding.papers, funding]);
    if (auditAnnex) named.push([auditAnnex.papers, auditAnnex]);
  }
  return named.map(([provision, { act = '', at = '', certainty, sources }]) => {
    return { place: { act, at, provision }, certainty, sources };
  });
}

/** What a file of forms or papers states, under its name; no act prescribes the annexes of an inspection. */
type Named = readonly [string, Pick<Statement, 'certainty' | 'sources'> & Partial<Statement>];

/** What an act states: its provisions, its amendments, and the provisions that these insert. */
export function statedIn({ act, provisions = [], amendments = [] }: Act): Stated[] {
  const own = provisions.map(({ id, at, certainty, sources }) => ({
    place: { act, at, provision: id },
    certainty,
    sources,
  }));
  return [...own, ...amendments.flatMap((one) => amending(act, one))];
}

function amending(act: string, amendment: Amendment): Stated[] {
  const { at, certainty, sources } = amendment;
  if (!('insert' in amendment)) {
    return [{ place: { act, at, provision: targetOf(amendment).provision }, certainty, sources }];
  }
  const { provision } = amendment;
  const place = { act, at, provision: provision.id };
  return [
    { place, certainty, sources },
    { place, certainty: provision.certainty, sources: provision.sources },
  ];
}

function check(law: Law, { place, certainty, sources = [] }: Stated, defects: Defects): void {
  const id = place.provision ?? '';
  if (sources.length === 0) defects.add('source-missing', place, { id });
  const unknown = sources.filter((name) => !sourcesOf(law).has(name));
  for (const value of unknown) {
    defects.add('unknown-source', place, { id, value, near: nearest(value, sourcesOf(law).keys()) });
  }
  if (sources.length === 0 || unknown.length > 0) return;
  const kinds = [...new Set(sources)].flatMap((name) => sourcesOf(law).get(name)?.kind ?? []);
  if (bears(certainty, kinds)) return;
  const code =
    certainty === 'A' ? 'certainty-a-not-borne' : certainty === 'B' ? 'certainty-b-not-borne' : 'certainty-c-not-borne';
  defects.add(code, place, { id, kinds: [...new Set(kinds)].join(', ') });
}

const OFFICIAL: readonly SourceKind[] = ['official-text', 'official-example'];
const REPORTS: readonly SourceKind[] = ['ministry-answer', 'press'];

/**
 * Whether sources of these kinds bear a certainty: A an official one; B an official one or two reports; C an official
 * one, a report or practice; D and U any. One kind for each source.
 */
export function bears(certainty: Certainty, kinds: readonly SourceKind[]): boolean {
  const count = (of: readonly SourceKind[]): number => kinds.filter((kind) => of.includes(kind)).length;
  const official = count(OFFICIAL) > 0;
  switch (certainty) {
    case 'A':
      return official;
    case 'B':
      return official || count(REPORTS) > 1;
    case 'C':
      return official || count(REPORTS) + count(['practice']) > 0;
    default:
      return kinds.length > 0;
  }
}
