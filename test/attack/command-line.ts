import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** How many attacks of each kind are tried. */
export const ATTACKS: number = Math.ceil(12 * Number(process.env['ND178_ATTACK'] ?? 1));

/** The number of the first one, to try one again. */
const FIRST = Number(process.env['ND178_ATTACK_FIRST'] ?? 0);

const SEED = Number(process.env['ND178_ATTACK_SEED'] ?? 178);

const PROGRAM = resolve('dist/bin/nd178.js');
const PRELOAD = resolve('test/attack/write-fault.mjs');

/** Random numbers from 0 to 1, the same ones for an attack in every run of one seed. */
export function randomOf(attack: number): () => number {
  let state = (Math.imul(SEED, 2654435761) ^ Math.imul(attack + 1, 40503)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of several. */
export function oneOf<T>(random: () => number, all: readonly T[]): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** What is done to a command line while it runs. */
export interface Harm {
  /** What `write-fault.mjs` is told. */
  readonly fault?: { readonly kind: string; readonly at?: number; readonly seed?: number; readonly to?: string };
  /** A signal after so many milliseconds, and once more after so many further ones. */
  readonly kill?: { readonly signal: NodeJS.Signals; readonly after: number; readonly again?: number };
}

/** What a command line did. */
export interface Ended {
  /** -1 where a signal ended it. */
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
  readonly milliseconds: number;
}

/** Runs a command line in a folder; standard output goes to a file. */
export async function nd178(folder: string, args: readonly string[], { fault, kill }: Harm = {}): Promise<Ended> {
  const path = join(folder, 'stdout');
  const out = openSync(path, 'w');
  const started = Date.now();
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const env = {
    ...process.env,
    TMPDIR: temporary,
    ND178_FAST: '1',
    ...(fault ? { ND178_FAULT: JSON.stringify(fault) } : {}),
  };
  const child = spawn(process.execPath, ['--import', PRELOAD, PROGRAM, ...args, '--lang', 'en'], {
    cwd: folder,
    env,
    stdio: ['ignore', out, 'pipe'],
  });
  let err = '';
  child.stderr?.on('data', (piece: Buffer) => (err += piece.toString('utf8')));
  const timers = [kill?.after, kill?.again && kill.after + kill.again].map(
    (after) => after && setTimeout(() => child.kill(kill?.signal), after),
  );
  const code = await new Promise<number>((done) => child.once('close', (ended) => done(ended ?? -1)));
  for (const timer of timers) clearTimeout(timer || undefined);
  closeSync(out);
  return { code, out: readFileSync(path), err, milliseconds: Date.now() - started };
}

/** A folder for a series of attacks, and one below it for each. */
export function attackFolder(): { readonly path: string; make(name: string): string } {
  const path = mkdtempSync(join(tmpdir(), 'nd178-attack-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    make: (name) => {
      mkdirSync(join(path, name));
      return join(path, name);
    },
  };
}

/** The bytes of a file; undefined where there is none. */
export function bytesOf(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** How a file compares with what it should hold. */
export function standing(path: string, expected: Buffer | undefined): 'whole' | 'absent' | string {
  const bytes = bytesOf(path);
  if (bytes === undefined) return 'absent';
  return expected !== undefined && bytes.equals(expected) ? 'whole' : `other: ${bytes.toString('utf8', 0, 80)}`;
}

/** What the program has left in a folder, its temporary one included. */
export function leftIn(folder: string): string[] {
  return [...readdirSync(folder).filter((name) => name.includes('.nd178-')), ...readdirSync(join(folder, 'tmp'))];
}

/** Runs a task for each attack, two at a time, and tells of each that succeeds when it does. Throws the first of them. */
export async function each(count: number, task: (attack: number) => Promise<void>): Promise<void> {
  let next = FIRST;
  const found: unknown[] = [];
  const work = async (): Promise<void> => {
    while (next < FIRST + count)
      await task(next++).catch((error: unknown) => {
        found.push(error);
        process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
      });
  };
  await Promise.all([work(), work()]);
  if (found.length > 0) throw found[0];
}
