import type { Block, Document } from '../document.ts';
import { printable } from '../../base/printable.ts';

/** Lays a document out as Markdown (GitHub tables). */
export function markdownOf(document: Document): string {
  const shown = document.blocks.filter(({ kind }) => kind !== 'letterhead');
  return shown.map((block) => blockText(block, document.lang)).join('\n\n') + '\n';
}

/** A text that Markdown shows as it is. */
function plain(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function blockText(block: Block, lang: Document['lang']): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plain(block.text)}`;
    case 'text':
      return block.tone === 'strong' || block.tone === 'good' || block.tone === 'error'
        ? `**${plain(block.text)}**`
        : plain(block.text);
    case 'letterhead':
      return '';
    case 'page':
      return `---\n\n## ${plain(block.text)}`;
    case 'pairs':
      return table(
        [lang === 'vi' ? 'Mục' : 'Item', lang === 'vi' ? 'Nội dung' : 'Content'],
        ['left', 'left'],
        block.rows.map((row) => [row.label, row.value]),
      );
    case 'table': {
      const rows = table(
        block.columns.map((column) => column.title),
        block.columns.map((column) => column.align),
        block.rows,
      );
      return block.foot ? `${rows}\n${row(block.foot.map((cell) => (cell === '' ? '' : `**${plain(cell)}**`)))}` : rows;
    }
    case 'list':
      return block.items.map((item) => `- ${plain(item.text)}`).join('\n');
    case 'steps':
      return block.steps.map((step) => stepText(step, lang)).join('\n');
    case 'picture':
      return plain(block.alt);
    case 'signatures':
      return [
        row(block.signers.map(plain)),
        row(block.signers.map(() => ':---:')),
        row(block.signers.map(() => plain(block.hint))),
        ...(block.recipients ? ['', [block.recipients.title, ...block.recipients.items].map(plain).join('\n\n')] : []),
      ].join('\n');
  }
}

function table(
  titles: readonly string[],
  aligns: readonly ('left' | 'right')[],
  rows: readonly (readonly string[])[],
): string {
  const rule = aligns.map((align) => (align === 'right' ? '---:' : ':---'));
  return [row(titles.map(plain)), row(rule), ...rows.map((cells) => row(cells.map(plain)))].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function stepText(step: Extract<Block, { kind: 'steps' }>['steps'][number], lang: Document['lang']): string {
  const mark = step.held === undefined ? '' : step.held ? '✓ ' : '✗ ';
  const basis = lang === 'vi' ? 'Căn cứ' : 'Basis';
  return [
    `- ${mark}**${plain(step.label)}**: ${plain(step.text)}`,
    ...step.notes.map((note) => `  - ${plain(note)}`),
    ...step.remedies.map((remedy) => `  - → ${plain(remedy)}`),
    ...step.basis.map((text) => `  - *${basis}: ${plain(text)}*`),
  ].join('\n');
}
