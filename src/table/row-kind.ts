import { composed, folded, unaccented } from '../base/text.ts';
import { cellText, isBlank, isBlankRow, type Cell, type TableRow } from './cell.ts';
import { headingForm } from './columns.ts';
import type { Header } from './table-header.ts';

/** What a row below the header is, when it is no person. */
export type PassedKind = 'unit' | 'section' | 'total' | 'heading' | 'numbering' | 'closing' | 'note';

/** A row as it stands in a list: a person, nothing, or something that is passed over. */
export type RowKind =
  | { readonly kind: 'person' }
  | { readonly kind: 'blank' }
  | { readonly kind: Exclude<PassedKind, 'unit'> }
  | { readonly kind: 'unit'; readonly unit: string };

const PERSON: RowKind = { kind: 'person' };
const BLANK: RowKind = { kind: 'blank' };

/** Decides what each row of a table is, from the first on, in order: behind a signature other rules hold. */
export type RowSorter = (row: TableRow) => RowKind;

/**
 * Makes the sorter of the rows under a header. A row that says anything of a person (sex, birth, group, route, a day) is
 * a person; so is every row that is not surely something else, which is then refused with its place.
 */
export function rowSorter(header: Header): RowSorter {
  const telling = header.keys.filter(({ key }) => TELLS_OF_PERSON.has(key.key)).map(({ index }) => index);
  const halves = (header.combinations ?? []).flatMap(({ kind, second }) => (kind === 'birth-by-sex' ? [second] : []));
  const name = header.keys.find(({ key }) => key.key === 'person.name')?.index;
  const list: List = { header, telling: [...telling, ...halves], birth: birthOf(header), name };
  let closed = false;
  return (row) => {
    if (row.row < header.dataFrom) return BLANK;
    if (row.fault !== undefined) return PERSON;
    if (isPlainBirth(row.cells[list.birth])) {
      closed = false;
      return PERSON;
    }
    if (isBlankRow(row.cells)) return BLANK;
    const found = otherThanPerson(list, row, closed);
    closed = found ? closed || found.kind === 'closing' : false;
    return found ?? PERSON;
  };
}

/** What the sorter knows of the columns. */
interface List {
  readonly header: Header;
  /** The columns that say something of a person. */
  readonly telling: readonly number[];
  readonly birth: number;
  readonly name: number | undefined;
}

const TELLS_OF_PERSON: ReadonlySet<string> = new Set([
  'person.sex',
  'person.birth',
  'person.group',
  'leaving.route',
  'leaving.date',
  'leaving.reorganisation',
  'leaving.decided',
]);

function birthOf({ keys }: Header): number {
  return keys.find(({ key }) => key.key === 'person.birth')?.index ?? -1;
}

/** A birth by its looks, so that most rows need no further look: a stored date, a number or a text of a year or more. */
function isPlainBirth(cell: Cell | undefined): boolean {
  if (typeof cell === 'string') return /^\s*\d[\d/.\s-]{2,}$/.test(cell);
  return (
    typeof cell === 'object' && cell !== null && (cell.kind === 'date' || (cell.kind === 'number' && cell.value > 999))
  );
}

/** What a row without a plain birth is, when it is surely no person. */
function otherThanPerson(list: List, { cells }: TableRow, closed: boolean): RowKind | undefined {
  const { header } = list;
  if (repeatsHeader(header, cells)) return { kind: 'heading' };
  if (numbersColumns(cells)) return { kind: 'numbering' };
  const texts = textsOf(cells);
  if (closed && isSigned(cells, texts)) return { kind: 'closing' };
  if (list.telling.some((index) => saysOfPerson(cells[index]))) return undefined;
  const words = texts.map(({ text }) => text);
  if (words.some(isTotal)) return { kind: 'total' };
  if (words.some(isClosing) || words.every(isRemark)) return { kind: words.some(isClosing) ? 'closing' : 'note' };
  return headingAbove(list, cells, texts);
}

/** A list is signed by so many people at most, side by side. */
const MOST_SIGNED = 4;

/** Names and posts below a signature: a few texts and nothing else. */
function isSigned(cells: readonly Cell[], texts: readonly TextAt[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell)).length;
  return filled <= MOST_SIGNED && texts.length === filled && texts.every(({ text }) => !/\d/.test(text));
}

/** Whether a cell under a column of persons says something of one: a number, a date, a word; no sentence, no title. */
function saysOfPerson(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || isBlank(cell)) return false;
  if (typeof cell !== 'string') return true;
  return !isClosing(cell) && !isTotal(cell);
}

interface TextAt {
  readonly index: number;
  readonly text: string;
}

/** The texts of a row that are no numbers. */
function textsOf(cells: readonly Cell[]): TextAt[] {
  return cells.flatMap((cell, index) => {
    const text = typeof cell === 'string' ? composed(cell).replace(/\s+/g, ' ').trim() : '';
    return /\p{L}/u.test(text) ? [{ index, text }] : [];
  });
}

/** Two cells or more, and each the text of a heading of this table. */
function repeatsHeader({ texts = [] }: Header, cells: readonly Cell[]): boolean {
  let same = 0;
  for (const cell of cells) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || !texts.includes(headingForm(cell))) return false;
    same++;
  }
  return same >= 2;
}

/** Whether a row numbers the columns: (1), (2), (3) ... */
export function numbersColumns(cells: readonly Cell[]): boolean {
  const texts = cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell).trim());
  // A and B stand over the columns before the first numbered one.
  const lettered = texts.findIndex((text) => !/^\(?[A-D]\)?$/.test(text));
  const numbers = texts.slice(Math.max(0, lettered)).map((text) => /^[([]?(\d+)[)\]]?$/.exec(text)?.[1]);
  return numbers.length >= 3 && numbers.every((text, at) => Number(text) === Number(numbers[0]) + at);
}

const TOTAL =
  /^(?:[\p{L}\d]{1,4}[.)\s:-]+)?(?:tổng(?! cục| công ty)|cộng|tong cong|tong so|cong(?=[\s.:]*$|:)|l[uũ][yỹ] k[eế]|luỹ kế|mang sang|chuyển (?:sang )?trang(?: sau)?|cộng dồn|grand total|sub-?total|total|sum)(?!\p{L})/u;

/** Cộng, Tổng cộng, Tổng số: 60 người; Tổng cục Thuế is a unit, Công Tằng Tôn Nữ a person. */
function isTotal(text: string): boolean {
  return TOTAL.test(folded(text));
}

const CLOSING: readonly RegExp[] = [
  /(?:^|[\s,])ngay[\d.\u2026_/\s]*thang[\d.\u2026_/\s]*nam\b/,
  /^\(?(?:da )?(?:ky|ki)(?: ten)?(?:,| va\b)/,
  /^\(?(?:ky|ki),? (?:ghi ro )?(?:ho ten|ho va ten|dong dau)/,
  /^(?:t\/?m|k\/?t|t\/?l|t\/?u\/?q)\s*[.:]\s*\p{L}/u,
  /^(?:nguoi|can bo|chuyen vien) (?:lap|tong hop|kiem tra|ra soat|tham dinh)\b/,
  /^(?:lap bieu|lap bang|ke toan(?: truong)?|thu quy|thu truong(?: don vi| co quan)?|xac nhan cua|y kien cua|phe duyet)(?:$|[\s,(:])/,
  /^(?:so tien )?\(?(?:viet )?bang chu\b/,
];

/** The posts of who signs; as such they stand in capitals, while a person may have them. */
const POST =
  /^(?:q\.? ?|quyen )?(?:pho )?(?:tong )?(?:giam doc|chu tich|bi thu|hieu truong|vien truong|cuc truong|chi cuc truong|vu truong|truong (?:phong|ban|khoa|tram|doan)|chanh van phong|chanh thanh tra|bo truong|thu truong|chi huy truong|tu lenh|chinh uy)\b/;

/** The place and day of a list, who made it, who signs it, the sum in words. */
function isClosing(text: string): boolean {
  const plain = unaccented(text.slice(0, LONGEST_LINE));
  return CLOSING.some((one) => one.test(plain)) || (text === text.toUpperCase() && POST.test(plain));
}

const LONGEST_LINE = 300;

/** A note under or between people: Ghi chú, Lưu ý, a star, a sentence in brackets, the number of a page. */
function isRemark(text: string): boolean {
  const plain = unaccented(text.slice(0, LONGEST_LINE));
  return /^(?:ghi chu|luu y|chu thich|note)\b\s*[:.(*]|^\*|^\(.*\)$|^-\s.{20,}|^(?:trang|page) \d+(?: ?\/ ?\d+)?$|^danh sach (?:nay )?(?:gom|co)\b|^an dinh danh sach/.test(
    plain,
  );
}

const ORDINAL = /^(?:[IVX]{1,6}|[A-GĐ]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])[.)/:]?$/u;
const LED = /^((?:[IVX]{1,6}|[A-GĐ]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])\s*[.)/:–-]+)\s*(\p{L}.*)$/u;
/** Numbers of chapters, which number no person. */
const OF_CHAPTER = /^(?:[IVX]{1,6}|[A-GĐ])(?!\p{L})/u;

/** A heading between people: a number of a chapter and a text, or the name of a unit. */
function headingAbove({ name }: List, cells: readonly Cell[], texts: readonly TextAt[]): RowKind | undefined {
  const first = cells.findIndex((cell) => !isBlank(cell));
  const lead = cellText(cells[first]).trim();
  const numbered = ORDINAL.test(composed(lead));
  const [title, other] = texts.filter(({ index }) => !numbered || index !== first);
  if (!title || title.text.length > LONGEST_LINE) return undefined;
  // Beside a heading there stand numbers alone: how many people, how much money.
  if (other && !(/^\d/.test(other.text) && texts.length <= (numbered ? 3 : 2))) return undefined;
  const found = LED.exec(title.text);
  const [ownLead, rest] = [found?.[1] ?? '', found?.[2]];
  const text = withoutEnd(rest ?? title.text);
  const chapter = numbered ? OF_CHAPTER.test(composed(lead)) : OF_CHAPTER.test(ownLead);
  const alone = isAlone(texts, cells);
  if (isSection(text)) return numbered || rest !== undefined || alone ? { kind: 'section' } : undefined;
  return chapter || isUnitName(text) || (alone && isLeftOf(title, name)) ? { kind: 'unit', unit: text } : undefined;
}

/** Left of the names stand numbers of people; a text there is merged over the row. */
function isLeftOf({ index }: TextAt, name: number | undefined): boolean {
  return name !== undefined && index < name;
}

/** A heading without the marks at its end. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' :;.,'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function isAlone(texts: readonly TextAt[], cells: readonly Cell[]): boolean {
  return texts.length === 1 && cells.filter((cell) => !isBlank(cell)).length === 1;
}

const SECTION =
  /^(?:(?:nhom|doi tuong|dien|truong hop|danh sach|cac)\s+)*(?:(?:can bo|cong chuc|vien chuc|nguoi (?:lao dong|hoat dong)|nguoi lam viec|lao dong|si quan|ha si quan|quan nhan|nghi (?:huu|thoi viec)|thoi viec|huu truoc tuoi|che do|chinh sach|duoi \d|tren \d|tu \d)\b|(?:nhom|doi tuong|dien|truong hop|danh sach)\b)/;

/** A heading that parts people by group, route or case and names no unit. */
function isSection(text: string): boolean {
  return SECTION.test(unaccented(text));
}

/** How the names of units begin. Đoàn, Vũ, Trương, Bàn are families; so the marks count. */
const UNIT =
  /^(?:các )?(?:sở|ban|phòng|ubnd|u[ỷỹ] ban|[uủ][ỷỹy] ban|hđnd|hội|trung tâm|trường|công ty|tổng công ty|tổng cục|chi cục|cục|bệnh viện|đảng [uủ][ỷỹy]|đảng bộ|chi bộ|huyện|tỉnh|thành phố|thành [uủ][ỷỹy]|tỉnh [uủ][ỷỹy]|huyện [uủ][ỷỹy]|quận|thị [uủ][ỷỹy]|thị xã|thị trấn|xã|phường|đặc khu|văn phòng|liên đoàn|liên hiệp|mặt trận|ubmttq|mttq|đoàn (?:thanh niên|tncs|đại biểu|thể|khối|kinh tế|nghệ thuật)|viện|đài|báo|tạp chí|t[oòóaà]+ án|tand|vks\w*|trạm|tổ|đội|khối|sư đoàn|trung đoàn|lữ đoàn|tiểu đoàn|đại đội|quân khu|quân đoàn|quân chủng|binh chủng|binh đoàn|bộ|vụ|công an|học viện|đại học|cao đẳng|thanh tra|kho bạc|bảo hiểm xã hội|bhxh|khoa|cơ quan|đơn vị|thư viện|bảo tàng|nhà (?:văn hóa|văn hoá|xuất bản|thiếu nhi|khách|hát|máy)|cảng vụ|hạt kiểm lâm|hải quan|thuế|thôn|ấp|bản|buôn|khu phố|khóm|xí nghiệp|trại|quỹ)(?!\p{L})/u;

/** The same without diacritics, where no family is called so. */
const UNIT_PLAIN =
  /^(?:ubnd|uy ban|hdnd|trung tam|van phong|cong ty|tong cuc|chi cuc|benh vien|dang uy|dang bo|huyen|tinh|thanh pho|thanh uy|tinh uy|huyen uy|thi xa|thi tran|phuong [a-z]|lien doan|mat tran|ubmttq|mttq|vien kiem sat|su doan|trung doan|lu doan|quan khu|quan doan|hoc vien|thanh tra|kho bac|bao hiem xa hoi|bhxh|ban quan ly|ban chi huy|co quan|don vi|so (?:noi vu|tai chinh|y te|xay dung|cong thuong|nong nghiep|giao duc|tu phap|van hoa|khoa hoc|ngoai vu|du lich|lao dong|thong tin|ke hoach|giao thong|tai nguyen|dan toc)|phong (?:noi vu|tai chinh|y te|kinh te|giao duc|tu phap|van hoa|lao dong|thanh tra|tai nguyen|dan toc|to chuc))(?!\p{L})/u;

/** Whether a text begins as the names of units do. */
function isUnitName(text: string): boolean {
  const [marked, plain] = [folded(text), unaccented(text)];
  return text.includes(' ') && (UNIT.test(marked) || (marked === plain && UNIT_PLAIN.test(plain)));
}
