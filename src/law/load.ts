import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import type { Sha256 } from '../base/hash.ts';
import { nearest, type Lang } from '../base/text.ts';
import { issue } from '../messages/issue.ts';
import { FUNCTION, LANG, oneOf, optionIssues, type OptionsOf } from '../messages/options.ts';
import type { RuleFault } from '../messages/rule-faults.ts';
import { targetOf, type Act, type Scheme } from './act.ts';
import { borrowFaults } from './borrows.ts';
import { builtinAnnexes } from './annexes.ts';
import { builtinSchemes } from './builtin.ts';
import { formFaults } from './form-faults.ts';
import { buildLaw, type Annexes, type Law } from './law.ts';
import type { Ledger, Source } from './ledger.ts';
import type { RuleIssue } from './rule-issue.ts';
import { builtinLedger, sourcedActs } from './sources.ts';
import {
  placeKey,
  amendmentKey,
  fileFault,
  readRuleFile,
  type RuleFile,
  type RulePlace,
  type RuleSource,
} from './source.ts';
import { consolidationFaults } from './validate.ts';

/** How to load law. */
export interface LoadOptions {
  /** Whether the files stand over the built-in ones (default), or alone. */
  readonly over?: 'builtin' | 'nothing' | undefined;
  readonly lang?: Lang | undefined;
  /** A native SHA-256, for speed. */
  readonly sha?: Sha256 | undefined;
}

const OPTIONS: OptionsOf<LoadOptions> = { over: oneOf('builtin', 'nothing'), lang: LANG, sha: FUNCTION };

/** Law from rule files, and where each provision stands in them. */
export interface LoadedLaw {
  readonly law: Law;
  /** Acts, schemes and forms of the files that take the place of built-in ones. */
  readonly replaced: readonly string[];
  /** The sources that the files declare. */
  readonly sources: readonly string[];
  /**
   * The place of a provision in the loaded files: where the act states it, or an amendment aims at it. Of what is wrong
   * with an amendment (its address, its leaf) the place of that amendment.
   */
  readonly place: (
    act: string,
    provision: string,
    amendment?: { readonly at: string; readonly leaf?: string },
  ) => RulePlace | undefined;
}

/**
 * Loads law from rule files (YAML), over the built-in ones or alone. An act, scheme or source of the same name takes the
 * place of the built-in one; an act that amends an act of a scheme joins that scheme. How far the law was looked at is
 * told by the built-in ledger, unless the files stand alone.
 * Faults of the files (spelling, vocabulary, a wrong target, two acts that set one leaf on one day) are issues
 * whose path is `file:line`.
 */
export function loadLaw(sources: readonly RuleSource[] = [], options: LoadOptions = {}): Checked<LoadedLaw> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const lang = options.lang ?? 'vi';
  const { files, issues } = readAll(sources, lang);
  const { acts, schemes, annexes, ledger, replaced } = laidOver(options.over, files, issues, lang);
  const own = ownSources(files, issues, lang);
  if (issues.length > 0) return bad(issues);
  const law = buildLaw(acts, schemes, options.sha, ledgerOf(ledger, files, own), annexes);
  const place = placeIn(files);
  issues.push(
    ...orphans(law, files, lang),
    ...schemeIssues(law, files, lang),
    ...consolidationIssues(law, place, lang),
  );
  if (issues.length === 0) issues.push(...formIssues(law, files, lang));
  return issues.length > 0 ? bad(issues) : good({ law, replaced, sources: [...own.keys()], place });
}

interface Parts {
  readonly acts: readonly Act[];
  readonly schemes: readonly Scheme[];
  readonly annexes: Annexes;
  /** The built-in ledger; undefined where the files stand alone. */
  readonly ledger: Ledger | undefined;
}

/** What the files state in place of, and beside, the built-in law; a name that stands in two of them is a fault. */
function laidOver(
  over: LoadOptions['over'],
  files: readonly RuleFile[],
  issues: Issue[],
  lang: Lang,
): Parts & { readonly replaced: readonly string[] } {
  const { ledger, ...base }: Parts =
    over === 'nothing'
      ? { acts: [], schemes: [], annexes: { forms: [] }, ledger: undefined }
      : { acts: sourcedActs(), schemes: builtinSchemes(), annexes: builtinAnnexes(), ledger: builtinLedger() };
  const acts = new Map(base.acts.map((act) => [act.act, act]));
  const schemes = new Map(base.schemes.map((scheme) => [scheme.scheme, scheme]));
  const forms = new Map(base.annexes.forms.map((form) => [form.form, form]));
  let { writing, funding, auditAnnex } = base.annexes;
  const seen = new Map<string, string>();
  const replaced: string[] = [];
  for (const one of files) {
    const name = nameOf(one);
    if (name === undefined) continue;
    const before = seen.get(name);
    if (before !== undefined) issues.push(fileFault(lang, `${one.file}:1`, 'file-twice', { name, before }));
    seen.set(name, one.file);
    if (acts.has(name) || schemes.has(name) || forms.has(name)) replaced.push(name);
    if (one.act) acts.set(name, one.act);
    if (one.scheme) schemes.set(name, one.scheme);
    if (one.form) forms.set(name, one.form);
    writing = one.writing ?? writing;
    funding = one.funding ?? funding;
    auditAnnex = one.auditAnnex ?? auditAnnex;
  }
  const annexes = { forms: [...forms.values()], writing, funding, auditAnnex };
  return { acts: [...acts.values()], schemes: [...schemes.values()], annexes, ledger, replaced };
}

/** The name of what a file states; undefined for a source ledger. */
function nameOf({ act, scheme, form, writing, funding, auditAnnex }: RuleFile): string | undefined {
  return act?.act ?? scheme?.scheme ?? form?.form ?? writing?.writing ?? (funding ?? auditAnnex)?.papers;
}

function readAll(sources: readonly RuleSource[], lang: Lang): { files: RuleFile[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const files: RuleFile[] = [];
  for (const source of sources) {
    const read = readRuleFile(source, lang);
    if (read.ok) files.push(read.value);
    else issues.push(...read.issues);
  }
  return { files, issues };
}

/** The sources that the files declare, by name; one that stands twice is a fault. */
function ownSources(files: readonly RuleFile[], issues: Issue[], lang: Lang): ReadonlyMap<string, Source> {
  const own = new Map<string, Source>();
  const seen = new Map<string, string>();
  for (const { file, ledger, places } of files) {
    for (const one of ledger?.sources ?? []) {
      const path = `${file}:${places.get(one.source) ?? 1}`;
      const before = seen.get(one.source);
      if (before !== undefined) issues.push(fileFault(lang, path, 'source-twice', { name: one.source, before }));
      seen.set(one.source, file);
      own.set(one.source, one);
    }
  }
  return own;
}

function ledgerOf(builtin: Ledger | undefined, files: readonly RuleFile[], own: ReadonlyMap<string, Source>): Ledger {
  const reach = builtin ? builtin.reach : files.find(({ ledger }) => ledger?.reach)?.ledger?.reach;
  const sources = new Map([...(builtin?.sources ?? []).map((one) => [one.source, one] as const), ...own]);
  return { ...(reach ? { reach } : {}), sources: [...sources.values()] };
}

function placeIn(files: readonly RuleFile[]): LoadedLaw['place'] {
  return (act, provision, amendment) => {
    const key = amendment === undefined ? '' : amendmentKey(amendment.at, provision, amendment.leaf);
    const own = files.filter((one) => (one.act ?? one.form ?? one.writing ?? one.funding)?.act === act);
    for (const name of [key, provision]) {
      const file = own.find((one) => one.places.has(name));
      if (file) return { file: file.file, line: file.places.get(name) ?? 1 };
    }
    const other = files.find((one) => one.act && one.places.has(provision));
    return other && { file: other.file, line: other.places.get(provision) ?? 1 };
  };
}

/** An act that no scheme names and that amends none of a scheme's acts would be ignored without a word. */
function orphans(law: Law, files: readonly RuleFile[], lang: Lang): Issue[] {
  const members = new Set([...law.schemes.keys()].flatMap((scheme) => law.actsOf(scheme).map((act) => act.act)));
  return files.flatMap(({ file, act, places }) => {
    if (!act || members.has(act.act)) return [];
    const astray = strayAmendments(law, act).map(({ at, provision, leaf, other }) => {
      const line = places.get(amendmentKey(at, provision, leaf)) ?? places.get(provision) ?? 1;
      const params = { act: act.act, at, other, near: nearest(other, law.acts.keys()) };
      return fileFault(lang, `${file}:${line}`, 'unknown-act', params);
    });
    return astray.length > 0 ? astray : [fileFault(lang, `${file}:1`, 'no-scheme', { name: act.act })];
  });
}

/** Amendments of acts of which there is no file, one for each such act. */
function strayAmendments(
  law: Law,
  act: Act,
): { at: string; provision: string; leaf: string | undefined; other: string }[] {
  const found = (act.amendments ?? []).map((one) => {
    if ('insert' in one) return { at: one.at, provision: one.provision.id, leaf: undefined, other: one.insert };
    const { act: other, provision } = targetOf(one);
    const leaf = 'add' in one ? one.add.leaf : 'replace' in one ? one.replace.leaf : undefined;
    return { at: one.at, provision, leaf, other };
  });
  const stray = found.filter(({ other }) => !law.acts.has(other));
  return stray.filter(({ other }, index) => stray.findIndex((one) => one.other === other) === index);
}

/** Acts that a scheme names or borrows from and of which there is no file, and borrowing that takes nothing. */
function schemeIssues(law: Law, files: readonly RuleFile[], lang: Lang): Issue[] {
  return [...law.schemes.values()].flatMap((scheme) => {
    const name = scheme.scheme;
    const file = files.find((one) => one.scheme?.scheme === name);
    const tell = (fault: RuleFault, key: string, params: Record<string, string | undefined>): Issue =>
      fileFault(lang, file ? `${file.file}:${file.places.get(key) ?? 1}` : name, fault, { name, ...params });
    const unknown = scheme.acts
      .filter((act) => !law.acts.has(act))
      .map((act) => {
        const near = nearest(act, law.acts.keys());
        return tell('scheme-names-unknown-act', placeKey('acts', act), { other: act, near });
      });
    const borrowed = borrowFaults(law, scheme).map(({ fault, index, act, what, near }) =>
      tell(fault, placeKey('borrows', String(index)), { other: act, what, near }),
    );
    return [...unknown, ...borrowed];
  });
}

/** What the forms of the files name and the law does not know. */
function formIssues(law: Law, files: readonly RuleFile[], lang: Lang): Issue[] {
  return files.flatMap(({ file, form, places }) =>
    (form ? formFaults(law, form) : []).map(({ column, ...params }) => {
      const line = column === undefined ? 1 : places.get(placeKey('columns', String(column)));
      return fileFault(lang, `${file}:${line ?? 1}`, 'form-names-unknown', { ...params });
    }),
  );
}

/** What is wrong with the consolidation of every scheme; what several schemes see is told once. */
function consolidationIssues(law: Law, place: LoadedLaw['place'], lang: Lang): Issue[] {
  const found = new Map<string, RuleIssue>();
  for (const scheme of law.schemes.keys()) {
    for (const fault of consolidationFaults(law, scheme)) {
      const { code, act, at, provision = '', leaf = '', other = '', message } = fault;
      // A scheme that sees more of the acts may know a word to suggest: the longer text is the better one.
      const key = [code, act, at, provision, leaf, other, code === 'missing-target' ? '' : message.en].join('\n');
      const before = found.get(key);
      if (!before || before.message.en.length < message.en.length) found.set(key, fault);
    }
  }
  return [...found.values()].map(({ act, at, provision, leaf, message }) => {
    const where = place(act, provision ?? '', { at, ...(leaf === undefined ? {} : { leaf }) });
    const path = where ? `${where.file}:${where.line}` : `${act} ${at}`;
    return issue(lang, 'rule-file', path, { what: message[lang] });
  });
}
