/** What the build takes from the sources: the style of papers, and the hash of the rules. */
export { builtinRules } from '../rules/builtin.generated.ts';
export { contentHash } from '../src/base/hash.ts';
export { visible } from '../src/base/printable.ts';
export { PAPER_STYLES } from '../src/explanation/layout/html.ts';
