import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { audit, auditBook, Reconciler, Sampler, Work } from '../../src/audit.ts';
import { batch, batchTable, findHeader } from '../../src/batch.ts';
import { labelled, missingFields } from '../../src/catalogue.ts';
import { compare, explain, explanationPaper, retirementAge } from '../../src/explain.ts';
import { calculate, loadLaw, parseCase, readJsonText, recordOf, type Issue } from '../../src/index.ts';
import { listPaperOf, paperOf, sheetOf } from '../../src/papers.ts';
import { effectOn, heldBytes, readRecord, recordRows, replay } from '../../src/records.ts';
import { auditWorkbook, templateBook, workList } from '../../src/workbook.ts';

const PERSON = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};
const paid = calculate(PERSON);
if (!paid.ok) throw new Error('not computed');
const record = recordOf(paid.value);

/** What a function says of options; each throws, gives issues, or gives lines with issues. */
const CALLS: Readonly<Record<string, (options: never) => unknown>> = {
  calculate: (options) => calculate(PERSON, options),
  parseCase: (options) => parseCase(PERSON, options),
  readJsonText: (options) => readJsonText('{}', options),
  loadLaw: (options) => loadLaw([], options),
  audit: (options) => audit([], options),
  auditBook: (options) => auditBook({ file: 'a', sheets: [] }, options),
  Reconciler: (options) => new Reconciler(options),
  Sampler: (options) => new Sampler(options),
  Work: (options) => new Work(options),
  batch: async (options) => (await batch([PERSON], options).next()).value as unknown,
  batchTable: (options) => batchTable([], options),
  findHeader: (options) => findHeader([], options),
  labelled: (options) => labelled(record, options),
  missingFields: (options) => missingFields({}, options),
  explain: (options) => explain(PERSON, options),
  explanationPaper: (options) => explanationPaper(record, options),
  compare: (options) => compare(PERSON, [{}], options),
  retirementAge: (options) => retirementAge({ birth: '1966', sex: 'male' }, options),
  sheetOf: (options) => sheetOf(PERSON, options),
  paperOf: (options) => paperOf(record, options),
  listPaperOf: (options) => listPaperOf([record], options),
  readRecord: (options) => readRecord(record, options),
  replay: (options) => replay(record, 1, options),
  effectOn: (options) => effectOn(record, 1, '', options),
  recordRows: (options) => recordRows(heldBytes(new Uint8Array([123])), options).next(),
  auditWorkbook: (options) => auditWorkbook(new Uint8Array(), options),
  templateBook: (options) => templateBook(options),
  workList: (options) => workList(new Uint8Array(), options),
};

/** What is said of the options: of functions whose answer has no place for it, the words of the error. */
async function said(name: string, options: unknown): Promise<readonly (Issue | string)[]> {
  try {
    const answer = (await CALLS[name]?.(options as never)) as { readonly issues?: readonly Issue[] };
    return answer.issues ?? [];
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return error.message.split('\n');
  }
}

const HANDED_IN = /(?:Options|Settings|WhatIf|Wish)$/;

/** The functions and classes of the entries that take options, each with the names that its declared type has. */
function takers(): Map<string, { readonly names: string[]; readonly required: string[] }> {
  const entries = readdirSync('src').filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const files = entries.map((name) => `src/${name}`);
  const program = ts.createProgram(files, {
    ...{ strict: true, exactOptionalPropertyTypes: true, allowImportingTsExtensions: true, noEmit: true },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true },
  });
  const checker = program.getTypeChecker();
  const found = new Map<string, { readonly names: string[]; readonly required: string[] }>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    for (const alias of module ? checker.getExportsOfModule(module) : []) {
      const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
      if (!symbol.valueDeclaration) continue;
      const type = checker.getTypeOfSymbol(symbol);
      for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
        for (const parameter of signature.parameters) {
          const held = checker.getNonNullableType(checker.getTypeOfSymbol(parameter));
          const properties = held.getProperties();
          const named = (held.aliasSymbol ?? held.getSymbol())?.name ?? '';
          // An option object without a name of its own would escape.
          if (named === '__type')
            expect([alias.name, properties.some((one) => one.name === 'lang')]).toEqual([alias.name, false]);
          if (!HANDED_IN.test(named)) continue;
          const required = properties.filter((one) => (one.flags & ts.SymbolFlags.Optional) === 0);
          found.set(alias.name, {
            names: properties.map(({ name }) => name),
            required: required.map(({ name }) => name),
          });
        }
      }
    }
  }
  return found;
}

describe('the options of every function of every entry', () => {
  const all = takers();

  test('are all tried here', () => {
    expect([...all.keys()].sort()).toEqual(Object.keys(CALLS).sort());
  });

  test.each(Object.keys(CALLS))('%s knows those of its declared type and no other, and says so', async (name) => {
    const { names = [], required = [] } = all.get(name) ?? {};
    const of = (one: Issue | string): string => (typeof one === 'string' ? one : one.message);
    const [unknown] = (await said(name, { nix: 1 })).filter((one) => of(one).includes('"nix"'));
    if (typeof unknown !== 'string') expect(unknown).toMatchObject({ code: 'wrong-option', path: 'nix' });
    const told = /Các tùy chọn: (.*)\.$/.exec(of(unknown ?? ''))?.[1]?.split(', ') ?? [];
    expect(told.sort()).toEqual([...names].sort());
    // Each name written with one letter too many is answered with the name that was meant.
    for (const option of names) {
      const issues = (await said(name, { [`${option}x`]: 1 })).map(of);
      expect(issues.filter((text) => text.includes(`"${option}x"`) && text.includes(`"${option}"?`))).toHaveLength(1);
    }
    // What no option can be is told of every one; what is needed is told where it is missing.
    for (const option of names) {
      const issues = (await said(name, { [option]: Symbol('nothing') })).map(of);
      expect([option, issues.some((text) => text.startsWith(`Tùy chọn ${option}:`))]).toEqual([option, true]);
    }
    const missing = (await said(name, { nix: 1 })).map(of);
    for (const option of required) expect(missing.some((text) => text.startsWith(`Tùy chọn ${option}:`))).toBe(true);
    for (const none of [null, [], 'en']) {
      const issues = (await said(name, none)).map(of);
      expect(issues.some((text) => text.startsWith('Tùy chọn options:'))).toBe(true);
    }
  });
});
