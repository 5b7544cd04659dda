import type { Block, Document, Letterhead, Pair } from '../document.ts';
import { printable } from '../../base/printable.ts';
import { MARGINS, PAPERS, SIZES, TYPEFACE } from './official-page.ts';
import { joined } from './joined.ts';

const { top, right, bottom, left } = MARGINS;
/** The typeface, and what stands in for it where it is not installed. */
const LETTERS = `"${TYPEFACE}",Tinos,"Liberation Serif",serif`;

/** Page numbers in the upper margin, none on the first page. */
const style = (paper: keyof typeof PAPERS): string => `${pageStyle(paper)}
body{${SHEET};max-width:${paper === 'a4' ? `${PAPERS.a4.width - left - right}mm` : 'none'};margin:0 auto;padding:0 4mm}
${ON_SHEET}
@media screen and (max-width:640px){table{display:block;overflow-x:auto}th,td{overflow-wrap:normal}}
@media print{.page{border:0;padding:0;margin-top:0}body{padding:0}}`;

/** The page of the paper itself. */
const pageStyle = (
  paper: keyof typeof PAPERS,
): string => `@page{size:${PAPERS[paper].css};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;@top-center{content:counter(page);font:${SIZES.body}pt ${LETTERS}}}
@page :first{@top-center{content:none}}`;

/** The letters of the paper. */
const SHEET = `font:${SIZES.body}pt/1.1 ${LETTERS};color:#000`;

/** What stands on the paper. */
const ON_SHEET = `h1{font-size:${SIZES.title}pt;text-align:center;text-transform:uppercase;margin:4pt 0 1pt}
h2{font-size:${SIZES.body}pt;margin:2pt 0 0;break-after:avoid}
p{margin:.5pt 0}
table{border-collapse:collapse;width:100%;margin:1pt 0;font-size:${SIZES.table}pt;line-height:1}
th,td{border:1px solid #555;padding:0 4pt;text-align:left;vertical-align:top;overflow-wrap:break-word}
thead{display:table-header-group}tr{break-inside:avoid}
.right{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.wide{font-size:9.5pt}.wide th.right{white-space:normal}
figure{margin:6pt auto;max-width:108mm;break-inside:avoid}
figure svg{display:block;height:auto}
.center{text-align:center}.at-right{text-align:right}.first-line{text-align:justify;text-indent:10mm;margin:3pt 0}.italic{font-style:italic}
.pairs td{border:0}.pairs.two td{width:50%}
.sum td,.strong{font-weight:bold}
.muted{color:#444}.error{color:#a00}.warning{color:#840}
ul{margin:2pt 0;padding-left:14pt;font-size:${SIZES.table}pt;line-height:1}
.steps ul{font-size:${SIZES.table}pt}
.letterhead td,.signatures td{border:0;text-align:center;padding:0 2pt}
.letterhead td:first-child{width:40%}.letterhead .rule{display:inline-block;border-bottom:1px solid #000;padding-bottom:1pt}
.letterhead .place{font-style:italic}
.signatures{margin-top:2pt;break-inside:avoid}.signatures .room{height:10mm}
.page{break-before:page;border-top:1px dashed #888;padding-top:8pt;margin-top:16pt}
.roomy table,.roomy ul{line-height:1.1}.roomy th,.roomy td{padding:.5pt 4pt}.roomy h2{margin:4pt 0 1pt}.roomy p{margin:1pt 0}
.foot{color:#444;font-size:${SIZES.foot}pt;margin-top:4pt;text-align:center}`;

/**
 * The style of papers shown inside another page: rules for the sheet of paper itself, and those of what an element with
 * {@link bodyOf} holds, to be nested under it.
 */
export const PAPER_STYLES: { readonly page: string; readonly sheet: string } = {
  page: pageStyle('a4'),
  sheet: `${SHEET};\n${ON_SHEET}`,
};

/** Lays a document out as one self-contained HTML page, ready for paper. It loads nothing and runs nothing. */
export function htmlOf(document: Document): string {
  const { lang, title, paper, roomy } = document;
  const body = bodyOf(document);
  return pageOf({
    ...{ lang, title, style: style(paper ?? 'a4') },
    body: roomy ? `<div class="roomy">\n${body}\n</div>` : body,
  });
}

/** Lays documents out as one HTML page, each from a sheet of its own and on its own paper. */
export function htmlOfAll(documents: readonly Document[]): string {
  const [{ lang, title } = { lang: 'vi', title: '' } as const] = documents;
  const sections = documents.map(
    (document) =>
      `<section class="paper ${document.paper ?? 'a4'}${document.roomy ? ' roomy' : ''}">\n${bodyOf(document)}\n</section>`,
  );
  return pageOf({ lang, title, style: style('a4') + PAPER_STYLE, body: sections.join('\n') });
}

/** The papers of a page with several: no page number, since it would run on from one paper to the next. */
const PAPER_STYLE = `
@page{@top-center{content:none}}
${Object.entries(PAPERS)
  .map(([name, size]) => `@page ${name}{size:${size}}.paper.${name}{page:${name}}`)
  .join('\n')}
body{max-width:none}.paper{max-width:165mm;margin:0 auto}.paper+.paper{break-before:page}
.paper.a4-landscape,.paper.a3-landscape{max-width:none}
@media screen{.paper+.paper{border-top:1px solid #888;margin-top:24pt;padding-top:12pt}}`;

/** A document as HTML to be put into an element of another page. It loads nothing and runs nothing. */
export function bodyOf(document: Document): string {
  const foot = document.foot === undefined ? [] : [`<p class="foot">${escaped(document.foot)}</p>`];
  const page = document.blocks.findIndex(({ kind }) => kind === 'page');
  const end = page === -1 ? document.blocks.length : page;
  const html = document.blocks.map(blockHtml);
  return [...html.slice(0, end), ...foot, ...html.slice(end)].join('\n');
}

interface Page {
  readonly lang: Document['lang'];
  readonly title: string;
  readonly style: string;
  readonly body: string;
}

function pageOf({ lang, title, style: css, body }: Page): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${css}
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A text with the characters of HTML written as entities. */
export function escaped(text: string): string {
  return joined(printable(text)).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'letterhead':
      return letterheadHtml(block);
    case 'page':
      return `<h1 class="page">${escaped(block.text)}</h1>`;
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p class="${textClass(block)}">${escaped(block.text)}</p>`;
    case 'pairs':
      return pairsHtml(block);
    case 'table':
      return tableHtml(block);
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li class="${item.tone ?? 'plain'}">${escaped(item.text)}</li>`).join('\n')}\n</ul>`;
    case 'steps':
      return `<ul class="steps">\n${block.steps.map(stepHtml).join('\n')}\n</ul>`;
    case 'picture':
      return `<figure>\n${block.svg}\n</figure>`;
    case 'signatures':
      return signaturesHtml(block);
  }
}

function textClass({ tone = 'plain', align, italic }: Extract<Block, { kind: 'text' }>): string {
  const side = align === undefined ? [] : [align === 'right' ? 'at-right' : align];
  return [tone, ...side, ...(italic ? ['italic'] : [])].join(' ');
}

function letterheadHtml({ superior, agency, country, motto, number = '', place = '' }: Letterhead): string {
  const row = (left: string, right: string): string => `<tr><td>${left}</td><td>${right}</td></tr>`;
  const strong = (text: string, more = ''): string => `<strong${more}>${escaped(text)}</strong>`;
  const placed = `<span class="place">${escaped(place)}</span>`;
  if (agency === undefined)
    return `<p class="center">${strong(country)}<br>${strong(motto)}${place === '' ? '' : `<br>${placed}`}</p>`;
  return `<table class="letterhead"><tbody>
${row(superior === undefined ? '' : escaped(superior), strong(country))}
${row(strong(agency, ' class="rule"'), strong(motto, ' class="rule"'))}
${row(escaped(number), placed)}
</tbody></table>`;
}

function pairsHtml({ rows, columns = 1 }: Extract<Block, { kind: 'pairs' }>): string {
  const pair = ({ label, value }: Pair): string =>
    `${escaped(label)}: ${columns === 2 ? `<strong>${escaped(value)}</strong>` : escaped(value)}</td>`;
  const lines = columns === 1 ? rows.map((row) => [row]) : pairLines(rows);
  const body = lines.map(
    (line) =>
      `<tr>${line.map((one) => `<td${columns === 2 && line.length === 1 ? ' colspan="2"' : ''}>${pair(one)}`).join('')}</tr>`,
  );
  return `<table class="pairs${columns === 2 ? ' two' : ''}"><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

/** A pair of more letters than this does not fit half the width of a sheet. */
const HALF = 46;

/** Pairs two to a line, read across; one that is too long for half a line has a line of its own. */
export function pairLines(rows: readonly Pair[]): Pair[][] {
  const lines: Pair[][] = [];
  let open: Pair[] | undefined;
  for (const row of rows) {
    const long = row.label.length + 2 + row.value.length > HALF;
    if (open && !long) open.push(row);
    else lines.push([row]);
    open = long || open ? undefined : lines.at(-1);
  }
  return lines;
}

/** A table of so many columns is set smaller, and breaks at spaces alone. */
const MANY_COLUMNS = 6;

function tableHtml({ columns, rows, foot }: Extract<Block, { kind: 'table' }>): string {
  const side = (index: number): string => (columns[index]?.align === 'right' ? ' class="right"' : '');
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((cell, index) => `<td${side(index)}>${escaped(cell)}</td>`).join('')}</tr>`;
  const head = columns.map((column, index) => `<th scope="col"${side(index)}>${escaped(column.title)}</th>`).join('');
  // Within the body: a foot of its own would be repeated on every page.
  const tail = foot ? `\n<tbody class="sum">${row(foot)}</tbody>` : '';
  const wide = columns.length >= MANY_COLUMNS ? ' class="wide"' : '';
  return `<table${wide}>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map(row).join('\n')}\n</tbody>${tail}\n</table>`;
}

function signaturesHtml({ signers, hint, names, recipients }: Extract<Block, { kind: 'signatures' }>): string {
  const to = recipients
    ? `<p class="recipients"><strong><em>${escaped(recipients.title)}</em></strong><br>${recipients.items.map(escaped).join('<br>')}</p>\n`
    : '';
  const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const signed = names ? row(names.map((name) => `<strong>${escaped(name)}</strong>`)) : '';
  return `${to}<table class="signatures"><tbody>
${row(signers.map((who) => `<strong>${escaped(who)}</strong><br><em>${escaped(hint)}</em>`))}
<tr class="room"><td colspan="${signers.length}"></td></tr>${signed}
</tbody></table>`;
}

function stepHtml(step: Extract<Block, { kind: 'steps' }>['steps'][number]): string {
  const mark = step.held === undefined ? '' : step.held ? '✓ ' : '✗ ';
  const items = [
    ...step.notes.map((text) => `<li>${escaped(text)}</li>`),
    ...step.remedies.map((text) => `<li class="warning">→ ${escaped(text)}</li>`),
    ...step.basis.map((text) => `<li class="muted">${escaped(text)}</li>`),
  ];
  const more = items.length > 0 ? `<ul>${items.join('')}</ul>` : '';
  return `<li class="${step.held === false ? 'error' : 'plain'}">${mark}<strong>${escaped(step.label)}</strong>: ${escaped(step.text)}${more}</li>`;
}
