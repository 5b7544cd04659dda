import type { Lang } from '../../base/text.ts';
import { SIZES, TYPEFACE } from '../../explanation/layout/official-page.ts';
import { mm } from './word.ts';

/** The mark at the head of a part, and the names that its elements come from. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The size of letters, in points; Word counts half points. */
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const spacing = (before: number, after: number, line?: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"${line === undefined ? '' : ` w:line="${line}" w:lineRule="auto"`}/>`;

/** Lines of tables and lists stand a little closer than the typeface would have them, so that a sheet stays on its page. */
const CLOSE = spacing(0, 0, 216);

interface ParagraphStyle {
  readonly id: string;
  /** What Word shows; the built-in names are told in the user's language. */
  readonly name: string;
  readonly paragraph?: string;
  readonly letters?: string;
}

/** The same styles with more room, for papers that leave it. */
const ROOMY: Readonly<Record<string, string>> = {
  Heading2: `<w:keepNext/>${spacing(80, 20)}<w:outlineLvl w:val="1"/>`,
  PaperText: `${spacing(20, 20)}<w:jc w:val="both"/>`,
  TableText: spacing(10, 10, 228),
  ListText: spacing(10, 10, 228),
};

/** The text of a paper that has room, in the styles for it. */
export function roomyStyles(xml: string): string {
  return xml.replace(/<w:pStyle w:val="(\w+)"\/>/g, (style, id: string) =>
    id in ROOMY ? `<w:pStyle w:val="${id}Roomy"/>` : style,
  );
}

const PARAGRAPHS: readonly ParagraphStyle[] = [
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${spacing(40, 0)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
    letters: `<w:b/><w:bCs/><w:caps/>${size(SIZES.title)}`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: `<w:keepNext/>${spacing(20, 0)}<w:outlineLvl w:val="1"/>`,
    letters: '<w:b/><w:bCs/>',
  },
  { id: 'PaperText', name: 'Đoạn văn', paragraph: '<w:jc w:val="both"/>' },
  {
    id: 'FirstLine',
    name: 'Đoạn văn lùi đầu dòng',
    paragraph: `${spacing(60, 60)}<w:ind w:firstLine="${mm(10)}"/><w:jc w:val="both"/>`,
  },
  { id: 'TableText', name: 'Ô của bảng', paragraph: CLOSE, letters: size(SIZES.table) },
  { id: 'ListText', name: 'Gạch đầu dòng', paragraph: CLOSE, letters: size(SIZES.table) },
  { id: 'StepText', name: 'Bước tính', paragraph: CLOSE },
  { id: 'SignatureText', name: 'Chữ ký', paragraph: `${CLOSE}<w:jc w:val="center"/>` },
  {
    id: 'Foot',
    name: 'footer',
    paragraph: '<w:jc w:val="center"/>',
    letters: `<w:color w:val="444444"/>${size(SIZES.foot)}`,
  },
];

const LINES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
  (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="555555"/>`,
);

function tableStyle(id: string, name: string, borders: string): string {
  const margins = ['left', 'right'].map((side) => `<w:${side} w:w="70" w:type="dxa"/>`);
  return `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:tblPr>${borders}<w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr></w:style>`;
}

/** The styles of papers (`word/styles.xml`). */
export function stylesXml(lang: Lang): string {
  const font = `<w:rFonts w:ascii="${TYPEFACE}" w:hAnsi="${TYPEFACE}" w:eastAsia="${TYPEFACE}" w:cs="${TYPEFACE}"/>`;
  const spoken = `<w:lang w:val="${lang === 'vi' ? 'vi-VN' : 'en-US'}"/>`;
  const roomy = PARAGRAPHS.flatMap((one): ParagraphStyle[] => {
    const paragraph = ROOMY[one.id];
    return paragraph === undefined ? [] : [{ ...one, id: `${one.id}Roomy`, name: `${one.name} (thưa)`, paragraph }];
  });
  const styles = [...PARAGRAPHS, ...roomy].map(
    ({ id, name, paragraph = '', letters = '' }) =>
      `<w:style w:type="paragraph" w:styleId="${id}"${/^[a-z]/.test(name) && !name.endsWith(')') ? '' : ' w:customStyle="1"'}><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
      `<w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`,
  );
  return (
    `${XML}<w:styles ${WORD}><w:docDefaults><w:rPrDefault><w:rPr>${font}${size(SIZES.body)}${spoken}</w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr>${spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    styles.join('') +
    tableStyle('LinedTable', 'Bảng có kẻ', `<w:tblBorders>${LINES.join('')}</w:tblBorders>`) +
    tableStyle('PlainTable', 'Bảng không kẻ', '') +
    '</w:styles>'
  );
}

/** The one list of papers, a dash before each item (`word/numbering.xml`). */
export function numberingXml(): string {
  const levels = [0, 1].map(
    (level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/>` +
      `<w:pPr><w:ind w:left="${mm(5 * (level + 1))}" w:hanging="${mm(4)}"/></w:pPr></w:lvl>`,
  );
  return (
    `${XML}<w:numbering ${WORD}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
  );
}

/** Without this Word opens a file in the manner of old versions (`word/settings.xml`). */
export function settingsXml(): string {
  return `${XML}<w:settings ${WORD}><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}
