import type { Command } from 'commander';
import { parse as parseYaml } from 'yaml';
import { calculate } from '../../src/calculate.ts';
import { recordOf } from '../../src/records/receipt.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Host } from '../host.ts';
import { commonOptions, coreOptions, type CommonOptions } from '../options.ts';

/** `nd178 calc`: one case. */
export function registerCalc(program: Command, host: Host): void {
  const command = program.command('calc').argument('[file]').description('tính một hồ sơ / one case');
  commonOptions(command, ['table', 'json', 'md']).action((file: string | undefined, options: CommonOptions) => {
    const core = coreOptions(options, host);
    const result = calculate(parseYaml(host.read(file ?? '-')), core);
    if (!result.ok) {
      throw new Exit(EXIT.invalid, result.issues.map((one) => `${one.path}: ${one.message}`).join('\n'));
    }
    host.out(JSON.stringify(recordOf(result.value), null, 2) + '\n');
  });
}
