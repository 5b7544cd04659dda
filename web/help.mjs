// The guides of docs/vi and docs/en as the page opens them: the same text, without what commands print.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

/** The guides of each language in the order of their tabs. */
const GUIDES = { vi: ['can-bo-nhan-su', 'kiem-tra-kiem-toan'], en: ['hr-officer', 'inspector'] };

const markdown = new MarkdownIt({ html: false });

/** Commands without what they print, and without a look at how they ended; a file as it is. */
function shortened({ info, content }) {
  if (info !== 'console') return content;
  const commands = content.split('\n').filter((line) => line.startsWith('$ ') && line !== '$ echo $?');
  return commands.map((line) => `${line.slice(2)}\n`).join('');
}

/** A guide as HTML of the page: its title is a heading of the second level; other documents are named, not linked. */
function guideOf(text) {
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    if (/^heading_/.test(token.type)) token.tag = `h${Number(token.tag.slice(1)) + 1}`;
    if (token.type === 'fence') Object.assign(token, { content: shortened(token), info: '' });
    if (token.children) token.children = token.children.filter(({ type }) => !/^(link_|image$)/.test(type));
  }
  const shown = tokens.filter(({ type, content }) => type !== 'fence' || content !== '');
  // What scrolls sideways can be reached by the keyboard.
  return markdown.renderer.render(shown, markdown.options, {}).replaceAll('<pre>', '<pre tabindex="0">').trim();
}

/** The guides as HTML, by language. */
export function guides() {
  const read = (lang, name) => guideOf(readFileSync(new URL(`../docs/${lang}/${name}.md`, import.meta.url), 'utf8'));
  return Object.fromEntries(
    Object.entries(GUIDES).map(([lang, names]) => [lang, names.map((name) => read(lang, name))]),
  );
}
