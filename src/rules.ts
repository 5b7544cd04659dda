/**
 * nd178/rules: the law itself: loading rule files, checking them, and comparing two versions by meaning.
 * Pure: rule files come as text; a host reads them.
 */
export { builtinLaw } from './law/builtin.ts';
export { checkScheme } from './lawbook/check/check.ts';
export type { Defect } from './lawbook/check/defect.ts';
export { checkLedger, unusedSources } from './lawbook/check/sources.ts';
export { diffOf, type Diff, type VersionName } from './lawbook/diff/diff.ts';
export { loadLaw, type LoadedLaw, type LoadOptions } from './law/load.ts';
export { annexesOf, type LawAnnexes } from './law/annexes.ts';
export { sourcesOf } from './law/sources.ts';
export type { Annexes, Law, VersionSpan } from './law/law.ts';
export type { Ledger, Reach, Source, SourceKind } from './law/ledger.ts';
export type { RulePlace, RuleSource } from './law/source.ts';
export { showLaw, type ShownLaw } from './lawbook/show/show.ts';
export type { Cite, LawVersion } from './law/version.ts';
