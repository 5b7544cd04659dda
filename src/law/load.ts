import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import type { Sha256 } from '../base/hash.ts';
import type { Lang } from '../base/text.ts';
import { issue } from '../messages/issue.ts';
import { builtinActs, builtinSchemes } from './builtin.ts';
import { buildLaw, type Law } from './law.ts';
import { fileFault, readRuleFile, type RuleFile, type RulePlace, type RuleSource } from './source.ts';

/** How to load law. */
export interface LoadOptions {
  /** Whether the files stand over the built-in ones (default), or alone. */
  readonly over?: 'builtin' | 'nothing';
  readonly lang?: Lang;
  /** A native SHA-256, for speed. */
  readonly sha?: Sha256;
}

/** Law from rule files, and where each provision stands in them. */
export interface LoadedLaw {
  readonly law: Law;
  /** Acts and schemes of the files that take the place of built-in ones. */
  readonly replaced: readonly string[];
  /** The place of a provision in the loaded files: where the act states it, or an amendment aims at it. */
  readonly place: (act: string, provision: string) => RulePlace | undefined;
}

/**
 * Loads law from rule files (YAML), over the built-in ones or alone. An act or scheme of the same name takes the
 * place of the built-in one; an act that amends an act of a scheme joins that scheme.
 * Faults of the files (spelling, vocabulary, a wrong target, two acts that set one leaf on one day) are issues
 * whose path is `file:line`.
 */
export function loadLaw(sources: readonly RuleSource[] = [], options: LoadOptions = {}): Checked<LoadedLaw> {
  const lang = options.lang ?? 'vi';
  const issues: Issue[] = [];
  const files: RuleFile[] = [];
  for (const source of sources) {
    const read = readRuleFile(source, lang);
    if (read.ok) files.push(read.value);
    else issues.push(...read.issues);
  }
  const base =
    options.over === 'nothing' ? { acts: [], schemes: [] } : { acts: builtinActs(), schemes: builtinSchemes() };
  const acts = new Map(base.acts.map((act) => [act.act, act]));
  const schemes = new Map(base.schemes.map((scheme) => [scheme.scheme, scheme]));
  const seen = new Map<string, string>();
  const replaced: string[] = [];
  for (const { file, act, scheme } of files) {
    const name = act?.act ?? scheme?.scheme ?? '';
    const before = seen.get(name);
    if (before !== undefined) issues.push(fileFault(lang, `${file}:1`, 'file-twice', { name, before }));
    seen.set(name, file);
    if (acts.has(name) || schemes.has(name)) replaced.push(name);
    if (act) acts.set(name, act);
    if (scheme) schemes.set(name, scheme);
  }
  if (issues.length > 0) return bad(issues);
  const law = buildLaw([...acts.values()], [...schemes.values()], options.sha);
  const place = placeIn(files);
  issues.push(...orphans(law, files, lang), ...unknownActs(law, lang), ...consolidationIssues(law, place, lang));
  return issues.length > 0 ? bad(issues) : good({ law, replaced, place });
}

function placeIn(files: readonly RuleFile[]): LoadedLaw['place'] {
  return (act, provision) => {
    const file = files.find((one) => one.act?.act === act && one.places.has(provision));
    const other = file ?? files.find((one) => one.places.has(provision));
    return other && { file: other.file, line: other.places.get(provision) ?? 1 };
  };
}

/** An act that no scheme names and that amends none of a scheme's acts would be ignored without a word. */
function orphans(law: Law, files: readonly RuleFile[], lang: Lang): Issue[] {
  const members = new Set([...law.schemes.keys()].flatMap((scheme) => law.actsOf(scheme).map((act) => act.act)));
  return files
    .filter(({ act }) => act && !members.has(act.act))
    .map(({ file, act }) => fileFault(lang, `${file}:1`, 'no-scheme', { name: act?.act ?? '' }));
}

function unknownActs(law: Law, lang: Lang): Issue[] {
  return [...law.schemes.values()].flatMap((scheme) =>
    scheme.acts
      .filter((act) => !law.acts.has(act))
      .map((act) => fileFault(lang, scheme.scheme, 'scheme-names-unknown-act', { name: scheme.scheme, other: act })),
  );
}

function consolidationIssues(law: Law, place: LoadedLaw['place'], lang: Lang): Issue[] {
  return [...law.schemes.keys()].flatMap((scheme) =>
    law.defects(scheme).map((defect) => {
      const where = place(defect.act, defect.provision ?? '');
      const path = where ? `${where.file}:${where.line}` : `${defect.act} ${defect.at}`;
      return issue(lang, 'rule-file', path, { what: defect.message[lang] });
    }),
  );
}
