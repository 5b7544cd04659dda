import { escapeXml } from './cell-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The notes of a sheet: cell and text. */
export function notesXml(notes: readonly (readonly [cell: string, text: string])[]): string {
  const items = notes.map(
    ([cell, text]) =>
      `<comment ref="${cell}" authorId="0"><text><t xml:space="preserve">${escapeXml(text)}</t></text></comment>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<comments xmlns="${MAIN}"><authors><author>nd178</author></authors><commentList>${items.join('')}</commentList></comments>`
  );
}

/** The boxes in which a spreadsheet shows the notes; Office still wants them in VML. */
export function notesDrawing(notes: readonly (readonly [cell: string, text: string])[]): string {
  const shapes = notes.map(([cell], at) => {
    const [row, column] = place(cell);
    return (
      `<v:shape id="_x0000_s${1025 + at}" type="#note" style="position:absolute;width:260pt;height:90pt;visibility:hidden" fillcolor="#ffffe1">` +
      '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>' +
    `<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`
  );
}

function place(cell: string): [row: number, column: number] {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(row) - 1, column - 1];
}
