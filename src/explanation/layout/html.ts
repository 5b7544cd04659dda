import type { Block, Document } from '../document.ts';
import { printable } from '../../base/printable.ts';

const STYLE = `@page{size:A4;margin:20mm 15mm 20mm 25mm}
body{font:13pt/1.35 "Times New Roman",Tinos,serif;color:#000;max-width:190mm;margin:0 auto;padding:0 4mm}
h1{font-size:15pt;text-align:center;text-transform:uppercase;margin:0 0 4pt}
h2{font-size:13pt;margin:12pt 0 4pt;break-after:avoid}
p{margin:2pt 0}
table{border-collapse:collapse;width:100%;margin:4pt 0;font-size:11.5pt}
th,td{border:1px solid #555;padding:3pt 5pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}
.right{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.wide{font-size:9.5pt}.wide th,.wide td{overflow-wrap:break-word}.wide th.right{white-space:normal}
.pairs th{width:40%;font-weight:normal}
tfoot td,.strong{font-weight:bold}
.muted{color:#444}.error{color:#a00}.warning{color:#840}
ul{margin:4pt 0;padding-left:16pt}
.steps ul{font-size:11.5pt}
figure{margin:6pt auto;max-width:108mm;break-inside:avoid}
figure svg{display:block;height:auto}
.signatures{margin-top:18pt;break-inside:avoid}
.signatures td{border:0;text-align:center;height:30mm}
@media screen and (max-width:640px){table{display:block;overflow-x:auto}th,td{overflow-wrap:normal}}`;

/** Lays a document out as one self-contained HTML page, ready for A4 paper. It loads nothing and runs nothing. */
export function htmlOf(document: Document): string {
  const body = document.blocks.map(blockHtml).join('\n');
  return `<!doctype html>
<html lang="${document.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(document.title)}</title>
<style>
${STYLE}
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
  return printable(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'text':
      return `<p class="${block.tone ?? 'plain'}">${escaped(block.text)}</p>`;
    case 'pairs':
      return `<table class="pairs"><tbody>\n${block.rows.map((row) => `<tr><th scope="row">${escaped(row.label)}</th><td>${escaped(row.value)}</td></tr>`).join('\n')}\n</tbody></table>`;
    case 'table':
      return tableHtml(block);
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li class="${item.tone ?? 'plain'}">${escaped(item.text)}</li>`).join('\n')}\n</ul>`;
    case 'steps':
      return `<ul class="steps">\n${block.steps.map(stepHtml).join('\n')}\n</ul>`;
    case 'picture':
      return `<figure>\n${block.svg}\n</figure>`;
    case 'signatures':
      return `<table class="signatures"><tbody><tr>${block.signers.map((who) => `<td><strong>${escaped(who)}</strong><br><em>${escaped(block.hint)}</em></td>`).join('')}</tr></tbody></table>`;
  }
}

/** A table of so many columns is set smaller, and breaks at spaces alone. */
const MANY_COLUMNS = 6;

function tableHtml({ columns, rows, foot }: Extract<Block, { kind: 'table' }>): string {
  const side = (index: number): string => (columns[index]?.align === 'right' ? ' class="right"' : '');
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((cell, index) => `<td${side(index)}>${escaped(cell)}</td>`).join('')}</tr>`;
  const head = columns.map((column, index) => `<th scope="col"${side(index)}>${escaped(column.title)}</th>`).join('');
  const tail = foot ? `\n<tfoot>${row(foot)}</tfoot>` : '';
  const wide = columns.length >= MANY_COLUMNS ? ' class="wide"' : '';
  return `<table${wide}>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.map(row).join('\n')}\n</tbody>${tail}\n</table>`;
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
