import ts from 'typescript';
import { expect, test } from 'vitest';
import { CASE_KEYS, type KeyType } from '../../src/index.ts';

/** What the type of a case says under each kind of value. */
const TYPES: Readonly<Record<KeyType, readonly string[]>> = {
  text: ['TextInput', 'LabelInput'],
  word: ['WordInput<'],
  day: ['DayInput'],
  birth: ['BirthInput'],
  age: ['AgeInput'],
  flag: ['FlagInput'],
  count: ['CountInput'],
  decimal: ['DecimalInput'],
  percent: ['PercentInput'],
  dong: ['DongInput'],
};

test('CaseInput has every key of the contract and no other, required where the contract requires it', () => {
  const file = 'src/case/input.ts';
  const program = ts.createProgram([file], { strict: true, allowImportingTsExtensions: true, noEmit: true, target: 9 });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  const root = symbol && checker.getExportsOfModule(symbol).find(({ name }) => name === 'CaseInput');
  const keys = new Map<string, { readonly written: string; readonly optional: boolean }>();
  const walk = (type: ts.Type, path: string): void => {
    for (const property of checker.getNonNullableType(type).getProperties()) {
      const key = path + property.name;
      const declared = property.valueDeclaration as ts.PropertySignature;
      const inner = checker.getNonNullableType(checker.getTypeOfSymbol(property));
      if (CASE_KEYS.some((one) => one.key.startsWith(`${key}.`))) walk(inner, `${key}.`);
      else
        keys.set(key, {
          written:
            declared.type
              ?.getText()
              .replace(/\| (?:null|undefined)/g, '')
              .trim() ?? '',
          optional: (property.flags & ts.SymbolFlags.Optional) !== 0,
        });
    }
  };
  if (root) walk(checker.getDeclaredTypeOfSymbol(root), '');
  expect([...keys.keys()].sort()).toEqual(CASE_KEYS.map(({ key }) => key).sort());
  for (const { key, type, required, leads, numbers } of CASE_KEYS) {
    const { written = '', optional } = keys.get(key) ?? {};
    expect([key, optional]).toEqual([key, !(required === true || leads === true)]);
    const names = key.endsWith('law') || key.endsWith('scheme') ? ['OneOf<'] : TYPES[type];
    expect([key, names.some((name) => written.startsWith(name))], `${key}: ${written}`).toEqual([key, true]);
    if (numbers) expect([key, written]).toEqual([key, 'LabelInput']);
  }
});
