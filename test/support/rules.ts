import { readdirSync, readFileSync } from 'node:fs';
import type { RuleSource } from '../../src/index.ts';

const root = new URL('../../rules/', import.meta.url);

/** The rule files of the repository: schemes, then acts. */
export function ruleSources(): RuleSource[] {
  return ['schemes/', 'acts/'].flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ruleFile(folder + name)),
  );
}

/** The source ledger of the repository. */
export function ledgerSource(): RuleSource {
  return ruleFile('sources.yaml');
}

function ruleFile(file: string): RuleSource {
  return { file, text: readFileSync(new URL(file, root), 'utf8') };
}
