// Makes the page: one file with everything in it, that runs from the disk and asks for nothing.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { isDecimal, shortDecimal, uncalled } from '../cli/short-decimal.mjs';
import { guides } from './help.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The last Chromium of Windows 7 and 8, and the oldest Firefox that is still kept. */
const TARGET = ['chrome109', 'firefox115'];

const COMMON = { bundle: true, write: false, minify: true, target: TARGET, charset: 'utf8', logLevel: 'warning' };

/** What the build takes from the sources. */
async function parts() {
  const { outputFiles } = await build({
    entryPoints: [path('parts.ts')],
    ...COMMON,
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The style of the page, and that of papers nested in it: it stands in the layout of papers alone. */
async function styleOf({ page, sheet }) {
  const contents = `@import './style.css';\n.paper{${sheet}}\n${page}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path('.'), loader: 'css' },
    ...COMMON,
    // Nesting is newer than the oldest browser.
    supported: { nesting: false },
  });
  return outputFiles[0].text.trim();
}

/**
 * Parts of libraries, and of what is our own, that the page never reaches, by what is put in their place: a workbook with a password is refused
 * before it is read, zip files are made in the page's own worker, no JSON Schema is made of a
 * schema, nobody walks through the tokens of YAML or changes its values while they are read, and no
 * file of ours has the types of YAML 1.1: what is marked as one is a fault here as well. The page's own calls name no wrong
 * option, and its law is the built-in one, which has no faults.
 */
const UNREACHED = {
  'zip.js/lib/core/codec-worker-web.js': '',
  'zip.js/lib/core/streams/aes-crypto-stream.js':
    "export class AESDecryptionStream {} export class AESEncryptionStream {} export const ERR_INVALID_PASSWORD = '1', ERR_INVALID_SIGNATURE = '2', ERR_ABORT_CHECK_PASSWORD = '3';",
  'zip.js/lib/core/streams/zip-crypto-stream.js':
    'export class ZipCryptoDecryptionStream {} export class ZipCryptoEncryptionStream {}',
  'src/messages/options.ts':
    'export const LANG = undefined, TEXT = LANG, TEXTS = LANG, FLAG = LANG, ROW = LANG, FUNCTION = LANG, OBJECT = LANG, LIST = LANG, SIGNAL = LANG, LAW = LANG, oneOf = () => LANG, needed = oneOf, optionIssues = () => [], demandOptions = oneOf;',
  'src/messages/rule-faults.ts':
    "export const ruleFault = () => ({ vi: '', en: '' }), ruleFaultIn = ruleFault, decimalFault = ruleFault, SCHEMA_FAULTS = {};",
  'yaml/browser/dist/doc/applyReviver.js': 'export const applyReviver = undefined;',
  'yaml/browser/dist/parse/cst-visit.js': 'export const visit = undefined;',
  'yaml/browser/dist/schema/yaml-1.1/binary.js': 'export const binary = undefined;',
  'yaml/browser/dist/schema/yaml-1.1/omap.js': 'export const omap = undefined;',
  'yaml/browser/dist/schema/yaml-1.1/pairs.js': 'export const pairs = undefined;',
  'yaml/browser/dist/schema/yaml-1.1/schema.js': "export { schema } from '../core/schema.js';",
  'yaml/browser/dist/schema/yaml-1.1/set.js': 'export const set = undefined;',
  'yaml/browser/dist/schema/yaml-1.1/timestamp.js':
    'export const timestamp = undefined, intTime = undefined, floatTime = undefined;',
  'zod/v4/core/json-schema-processors.js': 'export const allProcessors = {}, toJSONSchema = undefined;',
  'zod/v4/core/to-json-schema.js':
    'const none = () => undefined; export { none as createToJSONSchemaMethod, none as createStandardJSONSchemaMethod, none as initializeContext, none as process, none as processSchema, none as extractDefs, none as finalize };',
};

const slashed = (id) => id.replaceAll('\\', '/');

/** Puts what stands in place of unreached parts; a part that the libraries no longer have is told. */
function withoutUnreached() {
  const met = new Set();
  const partOf = (id) => Object.keys(UNREACHED).find((end) => slashed(id).endsWith(end));
  return {
    name: 'without-unreached',
    load(id) {
      const part = partOf(id);
      if (part === undefined) return undefined;
      met.add(part);
      return UNREACHED[part];
    },
    transform: (code, id) => (isDecimal(id) ? shortDecimal(code) : undefined),
    buildEnd() {
      const gone = Object.keys(UNREACHED).filter((part) => !met.has(part));
      if (gone.length > 0) throw new Error(`no such part of a library: ${gone.join(', ')}`);
    },
  };
}

/** The browsers have deflate themselves: the library goes without its own. */
const ALIAS = { '@zip.js/zip.js/lib/zip-core-native.js': '@zip.js/zip.js/lib/zip-core-custom.js' };

/** Rolldown leaves less of the libraries than esbuild, and what it leaves packs better: 7 % less by mail. */
async function scriptOf(rulesHash) {
  const bundle = await rolldown({
    input: path('main.tsx'),
    platform: 'browser',
    tsconfig: false,
    plugins: [withoutUnreached()],
    resolve: { alias: ALIAS },
    optimization: { inlineConst: { mode: 'all', pass: 2 } },
    // No module has effects by what it only looks at.
    treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
    transform: {
      target: TARGET,
      jsx: { runtime: 'automatic', importSource: 'preact' },
      define: { RULES_HASH: JSON.stringify(rulesHash), GUIDES: JSON.stringify(guides()), 'import.meta': '{}' },
    },
    // What stands in place of an unreached part has no processors.
    checks: { importIsUndefined: false },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true, comments: { legal: false } });
  await bundle.close();
  const [{ code, moduleIds }] = output;
  return { script: inHtml(uncalled(code.trim())), inputs: moduleIds };
}

/** A script without what could end it, or begin a comment, in the eyes of HTML. */
function inHtml(script) {
  const safe = script.replace(/<\/(script)/gi, '<\\/$1').replace(/<(!--|script)/gi, '\\x3c$1');
  if (/<\/script|<!--|<script/i.test(safe)) throw new Error('the script could be ended by what it holds');
  return safe;
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function pageOf(script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Tính chế độ theo Nghị định 178</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>Trang này cần JavaScript. This page needs JavaScript.</noscript>
<script>${script}</script>
</body>
</html>
`;
}

/** The page as HTML, and the files that it is made of. */
export async function makePage() {
  const { PAPER_STYLES, contentHash, visible, writtenLaw, writtenAnnexes, writtenSources } = await parts();
  const style = await styleOf(PAPER_STYLES);
  const { script, inputs } = await scriptOf(contentHash([writtenLaw(), writtenAnnexes(), writtenSources()]));
  // Characters that nobody sees stand as escapes, so that no editor, mail or terminal changes the page and its hash.
  return { html: pageOf(visible(script), style), inputs };
}
