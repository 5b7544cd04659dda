import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { attackFolder, ATTACKS, each, leftIn, nd178, oneOf, randomOf, standing, type Ended } from './command-line.ts';
import { writePeople } from './people.ts';

/** Writes that fail, are short, are lost, files that vanish: never called done with an output that is not whole. */

const folder = attackFolder();
const people = join(folder.path, 'people.csv');
const records = join(folder.path, 'records.ndjson');
const single = resolve('examples/top-up.yaml');
const declared = resolve('test/audit/fixtures/irregular.xlsx');

interface Command {
  readonly args: readonly string[];
  /** The file that is written; absent for standard output. */
  readonly to?: string;
  readonly again?: readonly string[];
}

const COMMANDS: readonly Command[] = [
  { args: ['batch', people, '-o', 'out.csv'], to: 'out.csv', again: ['--resume'] },
  { args: ['batch', people, '-o', 'out.ndjson', '--chain'], to: 'out.ndjson', again: ['--resume'] },
  { args: ['batch', people, '-o', 'out.xlsx'], to: 'out.xlsx', again: ['--resume'] },
  { args: ['batch', people, '-o', '-', '--to', 'csv'] },
  { args: ['batch', people, '-o', '-', '--to', 'xlsx'] },
  { args: ['template', '-o', 'out.xlsx'], to: 'out.xlsx' },
  { args: ['template', '-o', 'out.csv'], to: 'out.csv' },
  { args: ['replay', records, '--chain', 'out.ndjson'], to: 'out.ndjson' },
  { args: ['replay', records, '-o', 'out.xlsx'], to: 'out.xlsx' },
  { args: ['audit', declared, '-o', 'out.xlsx'], to: 'out.xlsx' },
  { args: ['audit', declared, '--format', 'json', '-o', 'out.json'], to: 'out.json' },
  { args: ['schema', 'case'] },
  { args: ['calc', single] },
];

const KINDS = [
  'short',
  'short',
  'short-then-full',
  'full-once',
  'full',
  'broken',
  'nothing',
  'lost',
  'vanish',
  'replace',
];
/** What a file claims to have taken and has not can be found out; of standard output it cannot. */
const OF_FILES = ['lost', 'vanish', 'replace'];
const BEFORE = 'what stood there before';

interface Whole extends Ended {
  readonly file: Buffer | undefined;
  readonly writes: number;
}

const whole = new Map<Command, Whole>();

beforeAll(async () => {
  writePeople(people, 700);
  const made = await nd178(folder.make('records'), ['batch', people, '-o', records]);
  expect(made.code, made.err).toBe(4);
  for (const [at, command] of COMMANDS.entries()) {
    const own = folder.make(`whole-${at}`);
    const to = join(own, 'writes');
    const ended = await nd178(own, command.args, { fault: { kind: 'count', to } });
    expect([0, 4, 5], `${command.args.join(' ')}: ${ended.err}`).toContain(ended.code);
    const file = command.to === undefined ? undefined : readFileSync(join(own, command.to));
    whole.set(command, { ...ended, file, writes: Number(readFileSync(to, 'utf8')) });
  }
});

interface Attack {
  readonly command: Command;
  readonly kind: string;
  readonly at: number;
  readonly seed: number;
  /** Whether an earlier output stands there. */
  readonly stood: boolean;
}

function attackOf(seed: number): Attack {
  const random = randomOf(seed);
  const command = seed < COMMANDS.length ? (COMMANDS[seed] as Command) : oneOf(random, COMMANDS);
  const file = command.to !== undefined;
  const kind = oneOf(
    random,
    KINDS.filter((one) => file || !OF_FILES.includes(one)),
  );
  const at = 1 + Math.floor(random() * (whole.get(command) as Whole).writes);
  return { command, kind, at, seed, stood: file && random() < 0.5 };
}

/** Gives what became of it: done, or the exit code. */
async function tried({ command, kind, at, seed, stood }: Attack): Promise<string> {
  const { args, to, again = [] } = command;
  const expected = whole.get(command) as Whole;
  const own = folder.make(`fault-${seed}`);
  const told = `attack ${seed}: ${kind} at write ${at} of ${expected.writes}: ${args.join(' ')}`;
  const path = join(own, to ?? 'none');
  const nothing = to === undefined ? 'absent' : 'whole';
  if (stood) writeFileSync(path, BEFORE);
  const ended = await nd178(own, args, { fault: { kind, at, seed } });
  const done = ended.code === expected.code;
  if (done) {
    expect([standing(path, expected.file), ended.out.equals(expected.out)], told).toEqual([nothing, true]);
    // Differences (5) are told by the exit code as well, which says more than that the talk was lost.
    if (ended.code !== 5) expect(ended.err, told).toBe(expected.err);
  } else {
    expect([ended.code, ended.err], told).toEqual([1, expect.not.stringMatching(/Internal error/)]);
    expect(['whole', stood ? `other: ${BEFORE}` : 'absent'], told).toContain(standing(path, expected.file));
  }
  const after = await nd178(own, [...args, ...(done ? [] : again)]);
  expect([after.code, after.out.equals(expected.out)], `${told}\n${after.err}`).toEqual([expected.code, true]);
  expect([standing(path, expected.file), leftIn(own)], told).toEqual([nothing, []]);
  return done ? 'done' : String(ended.code);
}

it(`${ATTACKS} write faults never end as done with an output that is not whole`, async () => {
  const counts: Record<string, number> = {};
  await each(ATTACKS, async (seed) => {
    const attack = attackOf(seed);
    const ended = `${attack.kind}: ${await tried(attack)}`;
    counts[ended] = (counts[ended] ?? 0) + 1;
  });
  process.stdout.write(`write faults: ${JSON.stringify(counts)}\n`);
});
