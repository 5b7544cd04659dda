import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  attackFolder,
  ATTACKS,
  bytesOf,
  each,
  leftIn,
  nd178,
  oneOf,
  randomOf,
  standing,
  type Ended,
} from './command-line.ts';
import { writePeople } from './people.ts';

/** A batch that is killed at any moment, again and again, and resumed: the same bytes as one that never was. */

const folder = attackFolder();
const plain = join(folder.path, 'people.csv');
writePeople(plain, 1300);
// Rows of a few bytes, of more than a piece of reading, of megabytes.
const long = join(folder.path, 'long.csv');
writePeople(long, 25, (row) => (row % 9 === 4 ? 120_000 : row % 20 === 7 ? 700_000 : row));

const RUNS = [
  { input: plain, to: 'out.csv', more: [] },
  { input: plain, to: 'out.ndjson', more: ['--chain'] },
  { input: plain, to: 'out.xlsx', more: [] },
  { input: plain, to: 'out.ndjson', more: ['--threads', '1'] },
  { input: long, to: 'out.csv', more: ['--max-row-bytes', '4000000'] },
  { input: long, to: 'out.ndjson', more: ['--max-row-bytes', '4000000', '--chain'] },
] as const;

const SIGNALS = ['SIGKILL', 'SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const argsOf = ({ input, to, more }: (typeof RUNS)[number]): string[] => ['batch', input, '-o', to, ...more];

it(`${ATTACKS} kills and resumes end in the bytes of an unbroken run`, async () => {
  const whole = new Map<(typeof RUNS)[number], Ended & { readonly file: Buffer | undefined }>();
  for (const [at, run] of RUNS.entries()) {
    const own = folder.make(`whole-${at}`);
    const ended = await nd178(own, argsOf(run));
    expect(ended.code, ended.err).toBe(4);
    whole.set(run, { ...ended, file: bytesOf(join(own, run.to)) });
  }
  const counts = { killed: 0, stopped: 0, ended: 0 };
  await each(ATTACKS, async (attack) => {
    const random = randomOf(attack);
    const run = oneOf(random, RUNS);
    const expected = whole.get(run);
    const own = folder.make(`kill-${attack}`);
    const told = `attack ${attack}: ${argsOf(run).slice(2).join(' ')}`;
    const stands = (): string => standing(join(own, run.to), expected?.file);
    for (let kills = 1 + Math.floor(random() * 3); kills > 0; kills--) {
      const signal = oneOf(random, SIGNALS);
      const after = Math.floor(random() * (expected?.milliseconds ?? 0));
      const { code, err } = await nd178(own, [...argsOf(run), '--resume'], { kill: { signal, after } });
      // Whatever stands there is whole; and nothing is called done that does not stand there.
      expect(code === 4 ? ['whole'] : ['whole', 'absent'], `${told}: ${signal} after ${after}\n${err}`).toContain(
        stands(),
      );
      expect([4, 130, -1], err).toContain(code);
      if (code === -1) counts.killed++;
      else if (code === 130) counts.stopped++;
      else counts.ended++;
    }
    const resumed = await nd178(own, [...argsOf(run), '--resume']);
    expect([resumed.code, resumed.err, stands(), leftIn(own)], told).toEqual([4, expected?.err, 'whole', []]);
  });
  process.stdout.write(`kills: ${JSON.stringify(counts)}\n`);
  expect(counts.killed + counts.stopped).toBeGreaterThan(ATTACKS / 4);
});

it('a workbook for standard output leaves nothing behind, by whatever signal the program ends', async () => {
  for (const [at, signal] of (['SIGTERM', 'SIGINT', 'SIGHUP'] as const).entries()) {
    const own = folder.make(`sent-${at}`);
    // Twice: the first signal stops the run, the second ends the program.
    const { code, out } = await nd178(own, ['batch', plain, '-o', '-', '--to', 'xlsx'], {
      kill: { signal, after: 700, again: 1 + at },
    });
    expect([4, 130, -1]).toContain(code);
    expect(code === 4 || out.length === 0).toBe(true);
    expect(leftIn(own)).toEqual([]);
  }
});
