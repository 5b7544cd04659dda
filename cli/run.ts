import { Command, CommanderError } from 'commander';
import { ENGINE_VERSION } from '../src/records/engine.ts';
import { registerCalc } from './commands/calc.ts';
import { EXIT, Exit } from './exit.ts';
import type { Host } from './host.ts';

/** Runs one command line; gives the exit code. Nothing is thrown at the user. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  const program = new Command('nd178')
    .description('Tính và kiểm tra chế độ theo Nghị định 178/2024/NĐ-CP / Decree 178 benefits, exact and replayable')
    .version(ENGINE_VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => host.out(text), writeErr: (text) => host.err(text) });
  for (const register of [registerCalc]) register(program, host);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof Exit) {
      if (error.message !== '') host.err(error.message + '\n');
      return error.code;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    host.err(`internal error: ${error instanceof Error ? error.name : 'unknown'}\n`);
    return EXIT.internal;
  }
}
