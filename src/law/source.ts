import type { z } from 'zod';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Alias,
  type Document,
  type Node,
} from 'yaml';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { composed, type Lang } from '../base/text.ts';
import { issue, type Params } from '../messages/issue.ts';
import { ruleFault, ruleFaultIn, type RuleFault } from '../messages/rule-faults.ts';
import { yamlFault } from '../messages/yaml-faults.ts';
import type { Act, Scheme } from './act.ts';
import { formSchema, writingSchema, type Form, type Writing } from './form.ts';
import { auditAnnexSchema, type AuditAnnex } from './audit-annex.ts';
import { fundingSchema, type Funding } from './funding.ts';
import type { Ledger } from './ledger.ts';
import { actSchema, schemeSchema, sourcesSchema } from './schema.ts';
import { schemaFaults } from './schema-faults.ts';

/** A rule file as text. */
export interface RuleSource {
  /** Its name, as messages show it. */
  readonly file: string;
  /** YAML. */
  readonly text: string;
}

/** A place in a rule file; lines count from 1. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

/** What a rule file states, and where it states each provision. */
export interface RuleFile {
  readonly file: string;
  readonly act?: Act;
  readonly scheme?: Scheme;
  readonly form?: Form;
  readonly writing?: Writing;
  readonly funding?: Funding;
  readonly auditAnnex?: AuditAnnex;
  /** The entries of the source ledger that it holds, alone or beside an act. */
  readonly ledger?: Ledger;
  /**
   * The line of a provision, by its id (of the amendments that aim at it, where it does not stand here itself); of an
   * amendment, by {@link amendmentKey}; of a source or form, by its name; and of what a scheme names and borrows,
   * and of the columns of a form, by {@link placeKey}.
   */
  readonly places: ReadonlyMap<string, number>;
}

/** An amendment: its address, the provision it aims at, and the leaf. */
export function amendmentKey(at: string, provision: string, leaf: string | undefined): string {
  return ['amendment', at, provision, leaf ?? ''].join('\n');
}

/** An act in the list of a scheme, by its name; a loan or a column of a form, by its number from 0. */
export function placeKey(list: 'acts' | 'borrows' | 'columns', item: string): string {
  return `${list}\n${item}`;
}

const LONGEST = 4_000_000;
const MOST_ALIASES = 200;

/** A fault of a rule file at its place. */
export function fileFault(lang: Lang, path: string, fault: RuleFault, params: Params): Issue {
  return issue(lang, 'rule-file', path, { what: ruleFault(fault, params)[lang] });
}

/** Reads one rule file: YAML, then the closed vocabulary. Every fault with its file and line. */
export function readRuleFile(source: RuleSource, lang: Lang = 'vi'): Checked<RuleFile> {
  const lines = new LineCounter();
  if (source.text.length > LONGEST) return bad([fileFault(lang, source.file, 'too-large', { limit: LONGEST })]);
  const document = parseDocument(composed(source.text), {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
  });
  const at = (offset: number | undefined): string =>
    `${source.file}:${offset === undefined ? 1 : lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    return bad(
      document.errors.map((error) => fileFault(lang, at(error.pos[0]), 'not-yaml', { what: yamlFault(error)[lang] })),
    );
  }
  const lost = lostAlias(document);
  if (lost) return bad([fileFault(lang, at(lost.range?.[0]), 'unknown-alias', { name: lost.source })]);
  const data = plain(document);
  if (data === undefined) return bad([fileFault(lang, at(undefined), 'too-many-aliases', {})]);
  const schema = schemaOf(data);
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const issues: Issue[] = schemaFaults(schema, data).map(({ path, why, near }) => {
      const where = path === '' ? '' : path + ': ';
      const what = ruleFaultIn('not-valid', { vi: { where, why: why.vi, near }, en: { where, why: why.en, near } });
      return issue(lang, 'rule-file', at(offsetOf(document, path.split('.'))), { what: what[lang] });
    });
    return bad(issues);
  }
  const value = parsed.data;
  const places = placesOf(document, (offset) => lines.linePos(offset).line);
  const { file } = source;
  if ('form' in value) return good({ file, form: value, places });
  if ('papers' in value && value.papers === 'funding') return good({ file, funding: value, places });
  if ('papers' in value) return good({ file, auditAnnex: value, places });
  if ('writing' in value) return good({ file, writing: value, places });
  if ('scheme' in value) return good({ file, scheme: value, places });
  if (!('act' in value)) return good({ file, ledger: value, places });
  const { sources } = value;
  return good({ file, act: value, ...(sources ? { ledger: { sources } } : {}), places });
}

/** What a file states shows in its keys: a form, how forms are written, a scheme, a source ledger, else an act. */
function schemaOf(data: unknown): z.ZodType<Act | Scheme | Ledger | Form | Writing | Funding | AuditAnnex> {
  const has = (key: string): boolean => typeof data === 'object' && data !== null && key in data;
  if (has('form')) return formSchema;
  if (has('writing')) return writingSchema;
  if (has('papers')) return (data as { papers: unknown }).papers === 'audit-annex' ? auditAnnexSchema : fundingSchema;
  if (has('scheme')) return schemeSchema;
  return has('sources') && !has('act') ? sourcesSchema : actSchema;
}

/** An alias of which no anchor stands before it. */
function lostAlias(document: Document): Alias | undefined {
  let lost: Alias | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  return lost;
}

/** The content of a document; undefined when its aliases unfold without end. */
function plain(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function offsetOf(document: Document, path: readonly string[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function placesOf(document: Document, line: (offset: number) => number): Map<string, number> {
  const places = new Map<string, number>();
  const note = (key: unknown, node: unknown): void => {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    if (typeof key === 'string' && !places.has(key) && offset !== undefined) places.set(key, line(offset));
  };
  for (const list of ['provisions', 'amendments', 'sources']) {
    for (const item of itemsOf(document, list)) {
      if (!isMap(item)) continue;
      note(item.get('id'), item);
      note(item.get('source'), item);
      note(item.getIn(['provision', 'id']), item);
      const at = String(item.get('at'));
      for (const operation of ['replace', 'add', 'repeal']) {
        const provision = item.getIn([operation, 'provision']);
        const leaf = item.getIn([operation, 'leaf']);
        note(provision, item);
        if (provision !== undefined) note(amendmentKey(at, String(provision), leaf as string | undefined), item);
      }
    }
  }
  for (const item of itemsOf(document, 'acts')) if (isScalar(item)) note(placeKey('acts', String(item.value)), item);
  for (const list of ['borrows', 'columns'] as const)
    for (const [index, item] of itemsOf(document, list).entries()) note(placeKey(list, String(index)), item);
  if (isMap(document.contents))
    for (const key of ['form', 'writing', 'papers']) note(document.get(key), document.get(key, true));
  return places;
}

function itemsOf(document: Document, list: string): readonly unknown[] {
  const items = isMap(document.contents) ? document.get(list, true) : undefined;
  return isSeq(items) ? items.items : [];
}
