import { nearest } from '../../base/text.ts';
import { provisionsOf } from '../../law/act.ts';
import type { Law } from '../../law/law.ts';
import { consolidationFaults } from '../../law/validate.ts';
import type { LawVersion } from '../../law/version.ts';
import { checkAges } from './ages.ts';
import { Defects, type Defect } from './defect.ts';
import { checkLife } from './life.ts';
import { checkInformation, checkMeasures } from './measures.ts';
import { checkPlausible } from './plausible.ts';
import { checkRates } from './rates.ts';
import { checkReferences } from './references.ts';
import { checkRoutes } from './routes.ts';
import { checkSalary } from './salary.ts';
import { checkProvision } from './structure.ts';
import { checkThresholds } from './thresholds.ts';
import { KnownWords } from './words.ts';
import { checkYields } from './yields.ts';

/**
 * Proves a scheme: every provision well formed, every table without gap, overlap or dead row over the whole finite
 * space of cases, nothing unused, in each of its versions. An empty list means that it is whole; a scheme that there is none of is a defect. Pure.
 */
export function checkScheme(law: Law, scheme: string): Defect[] {
  const found = law.schemes.get(scheme);
  const defects = new Defects(scheme);
  if (!found) {
    const schemes = [...law.schemes.keys()];
    const params = { what: scheme, near: nearest(scheme, schemes), known: schemes.join(', ') };
    defects.add('unknown-scheme', { act: scheme, at: '' }, params);
    return defects.all();
  }
  const words = new KnownWords(law);
  for (const act of law.actsOf(scheme)) {
    for (const provision of provisionsOf(act)) checkProvision(provision, act.act, words, defects);
  }
  const malformed = defects.all().length > 0;
  if (malformed) return defects.all();
  const faults = consolidationFaults(law, scheme);
  for (const { message, ...where } of faults) defects.take({ ...where, versions: [], message });
  // A provision that is no longer one cannot be walked.
  if (faults.some(({ code }) => code === 'invalid-provision')) return defects.all();
  const versions = versionsOf(law, scheme, defects);
  for (const version of versions) prove(law, version, words, defects);
  checkLife(law, found, versions, defects);
  checkYields(law, scheme, versions, defects);
  return defects.all();
}

function versionsOf(law: Law, scheme: string, defects: Defects): LawVersion[] {
  return law.versions(scheme).flatMap(({ date }) => {
    try {
      const version = law.at(scheme, date);
      return version.ok ? [version.value] : [];
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      defects.add('broken', { act: scheme, at: date }, { what }, { version: date });
      return [];
    }
  });
}

function prove(law: Law, version: LawVersion, words: KnownWords, defects: Defects): void {
  const before = defects.all().length;
  for (const { provision, act, changes } of version.provisions.values()) {
    if (changes.length > 0) checkProvision(provision, act, words, defects);
  }
  const scheme = law.schemes.get(version.scheme);
  checkReferences(version, scheme, defects);
  if (defects.all().some((one) => FATAL.has(one.code)) && defects.all().length > before) return;
  if (scheme?.routes.length === 0) return checkInformation(version, defects);
  checkMeasures(version, defects);
  checkRoutes(version, defects);
  checkThresholds(version, defects);
  if (scheme) checkSalary(version, scheme, defects);
  checkRates(version, defects);
  checkPlausible(version, defects);
  checkAges(version, defects);
}

/** Defects after which the tables cannot be walked. */
const FATAL: ReadonlySet<string> = new Set(['unknown-fact', 'bad-bound', 'bad-decimal', 'bad-date']);
