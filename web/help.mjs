// The guides of docs/vi as the page opens them: the same text, without what commands print.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

/** The guides in the order of their tabs. */
const GUIDES = ['can-bo-nhan-su', 'kiem-tra-kiem-toan'];

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

/** The guides as HTML. */
export function guides() {
  return GUIDES.map((name) => guideOf(readFileSync(new URL(`../docs/vi/${name}.md`, import.meta.url), 'utf8')));
}
