// Packs the rule files into one module, so that the pure core needs no file system and no YAML parser.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const here = new URL('.', import.meta.url);
const content = (file) => ({ file, data: parse(readFileSync(new URL(file, here), 'utf8').normalize('NFC')) });
const read = (folder) =>
  readdirSync(new URL(folder, here))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => content(folder + name));

const files = [...read('schemes/'), ...read('acts/'), ...read('forms/'), ...read('papers/'), content('sources.yaml')];
const json = JSON.stringify(JSON.stringify(files));
const module = `// Generated from rules/**/*.yaml by rules/bundle.mjs; do not edit.
/** The built-in rule files: name and parsed content. */
export const builtinRules: readonly { readonly file: string; readonly data: unknown }[] = JSON.parse(
  ${json},
);
`;
const target = new URL('builtin.generated.ts', here);
let before = '';
try {
  before = readFileSync(target, 'utf8');
} catch {
  // first run
}
if (before !== module) writeFileSync(target, module);
