import type { Lang } from '../../base/text.ts';
import type { Document } from '../../explanation/document.ts';
import { MARGINS, PAPERS } from '../../explanation/layout/official-page.ts';
import type { Sink } from '../../workbook/bytes.ts';
import { blockWord } from './blocks.ts';
import { numberingXml, roomyStyles, settingsXml, stylesXml, WORD, XML } from './styles.ts';
import { PaperZip } from './zip.ts';
import { escapedWord, mm, paragraph, run } from './word.ts';

/** Where page number and foot stand in the margins, in millimetres from the edge. */
const IN_MARGINS = { header: 10, footer: 8 };

/**
 * Writes documents as one DOCX, each from a page of its own with its own page numbers, with real tables, headings and
 * lists, to be edited. One document after the other is laid out, so that memory does not grow with their number. The same
 * documents give the same bytes on any day.
 */
export async function writeDocx(documents: Iterable<Document>, sink: Sink): Promise<void> {
  const zip = new PaperZip(sink);
  const file = new DocxFile();
  await zip.add('word/document.xml', file.body(documents));
  for (const [name, xml] of file.others()) await zip.add(name, [xml]);
  await zip.finish();
}

/** {@link writeDocx} as bytes. */
export async function docxOf(documents: Iterable<Document>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeDocx(documents, { write: async (bytes) => void pieces.push(bytes.slice()) });
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The parts of a DOCX; the text comes first, since it says what the others must hold. */
class DocxFile {
  /** The texts at the foot of pages, and the number of the part of each. */
  readonly #feet = new Map<string, number>();
  /** Pictures so far. */
  #pictures = 0;
  #title = '';
  #lang: Lang = 'vi';

  /** The text (`word/document.xml`), a document to a piece. */
  *body(documents: Iterable<Document>): Generator<string> {
    yield `${XML}<w:document ${WORD}><w:body>`;
    let section = '';
    for (const document of documents) {
      if (section === '') [this.#title, this.#lang] = [document.title, document.lang];
      else yield lastParagraph(section);
      const { width } = PAPERS[document.paper ?? 'a4'];
      const room = mm(width - MARGINS.left - MARGINS.right);
      const text = document.blocks.map((block) => blockWord(block, room, () => ++this.#pictures)).join('');
      yield document.roomy === true ? roomyStyles(text) : text;
      section = this.#section(document);
    }
    yield `${lastParagraph('')}${section}</w:body></w:document>`;
  }

  /** The paper, head and foot of a document. One without a foot names an empty one, else it would have that of the one before. */
  #section({ paper = 'a4', foot = '' }: Document): string {
    const number = this.#feet.get(foot) ?? this.#feet.size + 1;
    this.#feet.set(foot, number);
    const id = `foot${number}`;
    const { width, height } = PAPERS[paper];
    const { top, right, bottom, left } = MARGINS;
    const margins = Object.entries({ top, right, bottom, left, ...IN_MARGINS, gutter: 0 });
    return (
      `<w:sectPr><w:headerReference w:type="default" r:id="head"/>` +
      `<w:footerReference w:type="default" r:id="${id}"/><w:footerReference w:type="first" r:id="${id}"/>` +
      `<w:pgSz w:w="${mm(width)}" w:h="${mm(height)}"${width > height ? ' w:orient="landscape"' : ''}/>` +
      `<w:pgMar ${margins.map(([side, length]) => `w:${side}="${mm(length)}"`).join(' ')}/>` +
      '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    );
  }

  /** Every other part, with its name. */
  *others(): Generator<readonly [name: string, xml: string]> {
    yield ['word/styles.xml', stylesXml(this.#lang)];
    yield ['word/numbering.xml', numberingXml()];
    yield ['word/settings.xml', settingsXml()];
    yield ['word/header1.xml', `${XML}<w:hdr ${WORD}>${PAGE_NUMBER}</w:hdr>`];
    for (const [foot, at] of this.#feet)
      yield [`word/footer${at}.xml`, `${XML}<w:ftr ${WORD}>${paragraph('Foot', foot && run(foot))}</w:ftr>`];
    yield ['word/_rels/document.xml.rels', relations(this.#links())];
    yield ['docProps/core.xml', coreXml(this.#title)];
    yield ['_rels/.rels', relations(PACKAGE)];
    yield ['[Content_Types].xml', this.#types()];
  }

  #links(): Link[] {
    const feet = [...this.#feet.values()].map((at): Link => [`foot${at}`, `${OFFICE}/footer`, `footer${at}.xml`]);
    const others = ['styles', 'numbering', 'settings'].map((one): Link => [one, `${OFFICE}/${one}`, `${one}.xml`]);
    return [...others, ['head', `${OFFICE}/header`, 'header1.xml'], ...feet];
  }

  #types(): string {
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    const parts = [
      ['document', 'document.main'],
      ...['styles', 'numbering', 'settings'].map((one) => [one, one]),
      ['header1', 'header'],
      ...[...this.#feet.values()].map((at) => [`footer${at}`, 'footer']),
    ];
    const overrides = parts.map(
      ([name = '', type = '']) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`,
    );
    return (
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="${CORE_TYPE}"/></Types>`
    );
  }
}

/** The last paragraph of a document, as low as can be; it bears the section that ends there. */
function lastParagraph(section: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${section}</w:pPr></w:p>`;
}

const PAGE_NUMBER =
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
  '<w:r><w:instrText xml:space="preserve">PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';

/** What a part is to another, by the name under which it is called. */
type Link = readonly [id: string, type: string, target: string];

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CORE = 'http://schemas.openxmlformats.org/package/2006';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const PACKAGE: readonly Link[] = [
  ['document', `${OFFICE}/officeDocument`, 'word/document.xml'],
  ['core', `${CORE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
];

function relations(links: readonly Link[]): string {
  const all = links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${CORE}/relationships">${all.join('')}</Relationships>`;
}

/** Title and author; no day, which would make other bytes of the same papers. */
function coreXml(title: string): string {
  return `${XML}<cp:coreProperties xmlns:cp="${CORE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapedWord(title)}</dc:title><dc:creator>nd178</dc:creator></cp:coreProperties>`;
}
