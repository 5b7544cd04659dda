// Workbooks that are made to do harm, for bench/hostile.mjs: a small zip writer that can also lie.
import { crc32, deflateRawSync } from 'node:zlib';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The letters of a column, counted from 0. */
export function columnName(index) {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function header({ bytes, packed, name, claim, crc }) {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(8, 4);
  head.writeUInt32LE(crc ?? crc32(bytes), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(claim ?? bytes.length, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

function zip(parts) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const { name, text, claim, crc, again } of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 1 });
    const head = header({ bytes, packed, name, claim, crc });
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(again ? 0 : offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, at, Buffer.from(name)]));
    // Another name for the first part.
    if (again) continue;
    pieces.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}

const relations = (...list) =>
  `<Relationships>${list.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATION}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** The smallest workbook, spoilt in one way. */
export function hostileBook({
  sheet,
  rows = '',
  claim,
  crc,
  extra,
  filler,
  texts,
  cycle,
  names = 0,
  name = 'S',
  shared,
  styles,
  folders = 0,
}) {
  const aim = cycle ? '../workbook.xml' : 'worksheets/sheet1.xml';
  const book = [['r1', 'worksheet', aim]];
  if (texts || shared) book.push(['r2', 'sharedStrings', 'sharedStrings.xml']);
  if (styles) book.push(['r3', 'styles', 'styles.xml']);
  return zip([
    { name: '_rels/.rels', text: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      text: `<workbook><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: relations(...book) },
    ...(cycle
      ? [
          {
            name: 'xl/_rels/_rels/workbook.xml.rels.rels',
            text: relations(['r1', 'officeDocument', '../workbook.xml']),
          },
        ]
      : [
          {
            name: 'xl/worksheets/sheet1.xml',
            text: filler
              ? Buffer.alloc(filler, 'a')
              : (sheet ?? `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
            claim,
            crc,
          },
        ]),
    ...(texts ? [{ name: 'xl/sharedStrings.xml', text: Buffer.alloc(texts, 'a') }] : []),
    ...(shared ? [{ name: 'xl/sharedStrings.xml', text: `<sst><si><t>${shared}</t></si></sst>` }] : []),
    ...(styles ? [{ name: 'xl/styles.xml', text: styles }] : []),
    ...Array.from({ length: folders }, (_, at) => ({ name: `${at}/`, text: '' })),
    ...(extra ? [extra] : []),
    ...Array.from({ length: names }, (_, at) => ({ name: `${at}`, text: '', again: true })),
  ]);
}
