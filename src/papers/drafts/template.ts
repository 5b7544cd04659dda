import { nearest, type Words } from '../../base/text.ts';
import type { Sink } from '../../workbook/bytes.ts';
import { sourceOf } from '../../workbook/bytes.ts';
import { DEFAULT_LIMITS } from '../../workbook/limits.ts';
import { partBytes, zipParts, type ZipPart } from '../../workbook/unzip.ts';
import { decoded } from '../../workbook/xml.ts';
import { packedPart, PaperZip, type PackedPart } from '../docx/zip.ts';
import { FileRefused } from '../../messages/refused.ts';
import { groupOf, keyOf, PARAGRAPH, paragraphText, placeholdersIn, ROW } from './placeholders.ts';
import { draftKeys, LISTS, OF_THE_AUDIT, OF_THE_LIST, type DraftKind } from './keys.ts';
import { treeOf, xmlOf, type Element } from './tree.ts';

/** A DOCX with placeholders, read once and filled as often as there are people. */
export interface Template {
  /**
   * `person`: a paper for each person; `list`: one for all, which names `{{nguoi.…}}` or `{{so_nguoi}}`; `audit`: one on an
   * audit, which names `{{sai.…}}`, `{{so_nguoi_kiem_tra}}` and the like.
   */
  readonly kind: DraftKind;
  /** The parts that hold placeholders: the text, headers and footers. */
  readonly trees: ReadonlyMap<string, Element>;
  /** The others, as they stand in the file. */
  readonly parts: readonly PackedPart[];
  /** What is wrong with its placeholders: each with the way out. */
  readonly faults: readonly Words[];
}

const FILLED = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** Reads a template. Throws {@link FileRefused} for what is no DOCX. */
export async function readTemplate(bytes: Uint8Array): Promise<Template> {
  const parts = await zipParts(sourceOf(bytes), DEFAULT_LIMITS).catch((error: unknown) => {
    const noZip = error instanceof FileRefused && error.code === 'not-a-workbook';
    throw noZip ? new FileRefused('not-a-document') : error;
  });
  if (!parts.has('word/document.xml')) throw new FileRefused('not-a-document');
  const trees = new Map<string, Element>();
  const others: PackedPart[] = [];
  for (const part of parts.values()) {
    if (FILLED.test(part.name)) trees.set(part.name, await treeIn(part));
    else others.push(await packedPart(part));
  }
  const texts = [...trees.values()].flatMap(unitsOf);
  const keys = texts.flatMap(({ keys: written }) => written.map(keyOf));
  const names = (set: ReadonlySet<string>): boolean => keys.some((key) => set.has(groupOf(key) ?? key));
  const kind = names(OF_THE_AUDIT) ? 'audit' : names(OF_THE_LIST) ? 'list' : 'person';
  return { kind, trees, parts: others, faults: faultsOf(texts, kind) };
}

async function treeIn(part: ZipPart): Promise<Element> {
  let xml = '';
  for await (const piece of decoded(part.name, partBytes(part))) xml += piece;
  return treeOf(part.name, xml);
}

/** Writes a filled template: its parts in their order, with these trees in place of its own. */
export async function saveFilled(template: Template, trees: ReadonlyMap<string, Element>, sink: Sink): Promise<void> {
  const zip = new PaperZip(sink);
  for (const part of template.parts) await zip.copy(part);
  for (const [name, tree] of trees) await zip.add(name, [xmlOf(tree)]);
  await zip.finish();
}

/** What is repeated as one: a paragraph, or a row of a table, with what it says and its placeholders. */
interface Unit {
  readonly text: string;
  readonly keys: readonly string[];
  readonly loose: boolean;
}

function unitsOf(node: Element): Unit[] {
  const below = node.children.flatMap((child) => (typeof child === 'string' ? [] : unitsOf(child)));
  if (node.name === PARAGRAPH) {
    const text = paragraphText(node);
    return [...below, { text, ...placeholdersIn(text) }];
  }
  if (node.name !== ROW) return below;
  // A row is one: the braces of its cells were looked at with their paragraphs.
  return [...below, { text: '', keys: below.flatMap(({ keys }) => keys), loose: false }];
}

function faultsOf(units: readonly Unit[], kind: DraftKind): Words[] {
  const allowed = draftKeys(kind);
  const faults = new Map<string, Words>();
  const add = (key: string, vi: string, en: string): void => void faults.set(key, { vi, en });
  for (const { text, keys, loose } of units) {
    if (loose)
      add(
        text,
        `từ khóa chưa đóng ngoặc trong đoạn "${shortened(text)}"; viết {{từ_khóa}}`,
        `a placeholder is not closed in "${shortened(text)}"; write {{key}}`,
      );
    for (const written of keys) {
      const key = keyOf(written);
      if (allowed.has(key)) continue;
      const inGroup = `nguoi.${key}`;
      const near = allowed.has(inGroup) ? inGroup : nearest(key, allowed.keys());
      const [vi, en] = near === undefined ? ['', ''] : [`; có phải là {{${near}}}?`, `; did you mean {{${near}}}?`];
      add(key, `không có từ khóa {{${written}}}${vi}`, `there is no placeholder {{${written}}}${en}`);
    }
    const groups = new Set(keys.flatMap((key) => groupOf(keyOf(key)) ?? []));
    if (groups.size > 1) {
      const names = [...groups].map((name) => `{{${name}.…}}`).join(', ');
      add(
        names,
        `${names} cùng ở một hàng hoặc một đoạn; mỗi hàng chỉ lặp theo một loại`,
        `${names} stand in one row or paragraph; each is repeated for one kind only`,
      );
    }
    const lists = new Set(keys.map(keyOf).filter((key) => LISTS.has(key)));
    if (text !== '' && lists.size > 1) {
      const names = [...lists].map((name) => `{{${name}}}`).join(', ');
      add(
        names,
        `${names} cùng ở một đoạn; viết mỗi từ khóa một đoạn`,
        `${names} stand in one paragraph; write each in its own`,
      );
    }
  }
  return [...faults.values()];
}

const SHOWN = 60;

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
