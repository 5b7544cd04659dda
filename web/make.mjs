// Makes the page: one file with everything in it, that runs from the disk and asks for nothing.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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

async function scriptOf(rulesHash) {
  const { outputFiles, metafile } = await build({
    entryPoints: [path('main.tsx')],
    ...COMMON,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    define: { RULES_HASH: JSON.stringify(rulesHash) },
  });
  return { script: inHtml(outputFiles[0].text.trim()), inputs: Object.keys(metafile.inputs) };
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
  const { PAPER_STYLES, contentHash, visible, builtinRules } = await parts();
  const style = await styleOf(PAPER_STYLES);
  const { script, inputs } = await scriptOf(contentHash(builtinRules));
  // Characters that nobody sees stand as escapes, so that no editor, mail or terminal changes the page and its hash.
  return { html: pageOf(visible(script), style), inputs };
}
