import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What a caller hands in, by the names of the types; `ResultOptions` is what a result says of itself. */
const HANDED_IN =
  /(?:(?<!Result)Options|Settings|Input|Wish|WhatIf|Variant|Office|CaseRequest|Map|Defaults|RuleSource)$/;
const ENTRIES = readdirSync('src')
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => `src/${name}`);

/** Optional members of a declared type that cannot be undefined, those of its base types among them. */
function refusing(checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  return type.getProperties().flatMap((property) => {
    const declared = property.valueDeclaration;
    if (!declared || (property.flags & ts.SymbolFlags.Optional) === 0) return [];
    const held = checker.getTypeOfSymbolAtLocation(property, declared);
    const parts = held.isUnion() ? held.types : [held];
    // Without the flag of exact optional members an optional one always takes undefined: only what is written counts.
    return parts.some((part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Unknown)) !== 0)
      ? []
      : [`${symbol.name}.${property.name}`];
  });
}

test('every option of every entry may be undefined under exactOptionalPropertyTypes', () => {
  const program = ts.createProgram(ENTRIES, {
    ...{ strict: true, exactOptionalPropertyTypes: true, allowImportingTsExtensions: true, noEmit: true },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, types: [], skipLibCheck: true },
  });
  const checker = program.getTypeChecker();
  const looked = new Set<string>();
  const found = ENTRIES.flatMap((file) => {
    const module = program.getSourceFile(file);
    const exported = module && checker.getSymbolAtLocation(module);
    return (exported ? checker.getExportsOfModule(exported) : []).flatMap((alias) => {
      const symbol = alias.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(alias) : alias;
      if (!HANDED_IN.test(alias.name) || (symbol.flags & ts.SymbolFlags.Type) === 0) return [];
      looked.add(symbol.name);
      return refusing(checker, symbol);
    });
  });
  expect([...looked]).toEqual(
    expect.arrayContaining([
      'AuditOptions',
      'BatchOptions',
      'CalculateOptions',
      'ReadOptions',
      'ReplayOptions',
      'Variant',
    ]),
  );
  expect([...new Set(found)]).toEqual([]);
}, 60_000);
