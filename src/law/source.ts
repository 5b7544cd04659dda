import vietnamese from 'zod/v4/locales/vi.js';
import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { issue, type Params } from '../messages/issue.ts';
import { decimalFault, ruleFault, SCHEMA_FAULTS, type RuleFault } from '../messages/rule-faults.ts';
import type { Act, Scheme } from './act.ts';
import { actSchema, schemeSchema } from './schema.ts';

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
  /** The line of a provision, by its id; of the amendments that aim at it, where it does not stand here itself. */
  readonly places: ReadonlyMap<string, number>;
}

const LONGEST = 4_000_000;
const MOST_ALIASES = 200;

/** What the schema says of a value in general; English is its default. */
const VIETNAMESE = vietnamese().localeError;

/** What it says in words of ours, English to Vietnamese. */
const OWN_WORDS = new Map(
  [...Object.values(SCHEMA_FAULTS), ...Array.from({ length: 10 }, (_, places) => decimalFault(places))].map((words) => [
    words.en,
    words.vi,
  ]),
);

function toldIn(lang: Lang, message: string): string {
  return lang === 'en' ? message : (OWN_WORDS.get(message) ?? message);
}

/** A fault of a rule file at its place. */
export function fileFault(lang: Lang, path: string, fault: RuleFault, params: Params): Issue {
  return issue(lang, 'rule-file', path, { what: ruleFault(fault, params)[lang] });
}

/** Reads one rule file: YAML, then the closed vocabulary. Every fault with its file and line. */
export function readRuleFile(source: RuleSource, lang: Lang = 'vi'): Checked<RuleFile> {
  const lines = new LineCounter();
  if (source.text.length > LONGEST) return bad([fileFault(lang, source.file, 'too-large', { limit: LONGEST })]);
  const document = parseDocument(source.text.normalize('NFC'), {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
  });
  const at = (offset: number | undefined): string =>
    `${source.file}:${offset === undefined ? 1 : lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const what = (message: string): string => message.split('\n')[0] ?? message;
    return bad(
      document.errors.map((error) => fileFault(lang, at(error.pos[0]), 'not-yaml', { what: what(error.message) })),
    );
  }
  const data = plain(document);
  if (data === undefined) return bad([fileFault(lang, at(undefined), 'too-many-aliases', {})]);
  const isScheme = typeof data === 'object' && data !== null && 'scheme' in data;
  const parsed = (isScheme ? schemeSchema : actSchema).safeParse(data, lang === 'vi' ? { error: VIETNAMESE } : {});
  if (!parsed.success) {
    const issues: Issue[] = parsed.error.issues.map(deepest).map((fault) => {
      const path = fault.path.map(String);
      const where = path.length === 0 ? '' : path.join('.') + ': ';
      return issue(lang, 'rule-file', at(offsetOf(document, path)), { what: where + toldIn(lang, fault.message) });
    });
    return bad(issues);
  }
  const value = parsed.data;
  const places = placesOf(document, (offset) => lines.linePos(offset).line);
  return good(
    'scheme' in value ? { file: source.file, scheme: value, places } : { file: source.file, act: value, places },
  );
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

interface Fault {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly errors?: readonly (readonly Fault[])[];
}

/** Of a value that fits no alternative, the fault of the alternative it comes nearest to. */
function deepest(fault: Fault): Fault {
  if (fault.code !== 'invalid_union' || !fault.errors) return fault;
  const nearest = fault.errors
    .map((alternative) => alternative.map(deepest))
    .filter((alternative) => alternative.length > 0)
    .sort((a, b) => misses(a) - misses(b) || depth(b) - depth(a))[0]?.[0];
  return nearest ? { ...nearest, path: [...fault.path, ...nearest.path] } : fault;
}

/** How many keys of its own an alternative misses: none where the value was meant for it. */
function misses(alternative: readonly Fault[]): number {
  return alternative.filter(
    ({ path, code }) => path.length <= 1 && (code === 'invalid_type' || code === 'unrecognized_keys'),
  ).length;
}

function depth(alternative: readonly Fault[]): number {
  return Math.max(...alternative.map(({ path }) => path.length));
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
  const note = (id: unknown, node: Node): void => {
    if (typeof id === 'string' && !places.has(id) && node.range) places.set(id, line(node.range[0]));
  };
  for (const list of ['provisions', 'amendments']) {
    const items = document.get(list, true);
    if (!isSeq(items)) continue;
    for (const item of items.items) {
      if (!isMap(item)) continue;
      note(item.get('id'), item);
      note(item.getIn(['provision', 'id']), item);
      for (const operation of ['replace', 'add', 'repeal']) note(item.getIn([operation, 'provision']), item);
    }
  }
  return places;
}
