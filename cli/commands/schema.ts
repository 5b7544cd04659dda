import type { Command } from 'commander';
import { jsonText } from '../../src/base/printable.ts';
import type { Host } from '../host.ts';
import { spoken } from '../language.ts';
import { usage } from '../options.ts';

/** `nd178 schema`: the JSON Schemas of what goes in and what comes out. */
export function registerSchema(program: Command, host: Host): void {
  const lang = spoken(program);
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  program
    .command('schema')
    .description(say('JSON Schema của hồ sơ, kết quả, tệp quy tắc', 'JSON Schemas of case, result, rule file'))
    .argument(
      '[name]',
      'case | request | result | record | refusal | explanation | comparison | compare-request | retirement-age | audit | summary | rule',
      'case',
    )
    .option('--lang <lang>', say('ngôn ngữ', 'language'))
    .action(async (name: string) => {
      const { jsonSchema, SCHEMA_NAMES } = await import('../../src/schemas.ts');
      const schema = jsonSchema(name, lang);
      const names = SCHEMA_NAMES.join(', ');
      if (!schema)
        throw usage(
          lang,
          `Không có lược đồ "${name}". Có: ${names}.`,
          `There is no schema "${name}". There are: ${names}.`,
        );
      host.out(jsonText(schema, 2) + '\n');
    });
}
