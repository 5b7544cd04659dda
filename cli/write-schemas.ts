import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchema, SCHEMA_NAMES } from '../src/schemas.ts';

// Part of the build: the JSON Schemas that are published in the package, from the same definitions that the program checks with.
const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of SCHEMA_NAMES) {
  writeFileSync(new URL(`${name}.json`, folder), JSON.stringify(jsonSchema(name, 'en'), null, 2) + '\n');
}
