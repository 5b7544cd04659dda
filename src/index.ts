/**
 * nd178: what a person is paid who leaves early under Decree 178/2024/NĐ-CP and its amendments.
 * This entry is the pure core: no file system, clock, environment or console; it runs in a browser as it is.
 */
export * from './calculate.ts';
export { loadLaw, type LoadedLaw, type LoadOptions } from './law/load.ts';
export type { RulePlace, RuleSource } from './law/source.ts';
