/** What the build takes from the sources: the style of papers, and the rules with their hash. */
export { writtenAnnexes } from '../rules/annexes.generated.ts';
export { writtenLaw } from '../rules/law.generated.ts';
export { writtenSources } from '../rules/sources.generated.ts';
export { contentHash } from '../src/base/hash.ts';
export { visible } from '../src/base/printable.ts';
export { PAPER_STYLES } from '../src/explanation/layout/html.ts';
