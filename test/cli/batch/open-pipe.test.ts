import { describe, expect, test } from 'vitest';
import { openBytes } from '../../../cli/files/bytes.ts';
import { batch } from '../../../src/batch.ts';
import { builtinLaw } from '../../../src/index.ts';
import { openList } from '../../../src/list/list-job.ts';
import { runParts, startTotals } from '../../../src/list/pipeline.ts';
import { inlinePool, type Pool } from '../../../src/list/pool.ts';
import { sha256Hex } from '../../../src/base/hash.ts';
import { readRecord, replay } from '../../../src/records.ts';
import { DEFAULT_LIMITS } from '../../../src/workbook/limits.ts';

const PERSON = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

/** A pipe that another program writes into, line by line. */
class Pipe implements AsyncIterable<Uint8Array> {
  readonly #lines: string[] = [];
  #wake: (() => void) | undefined;
  #closed = false;

  write(value: unknown): void {
    this.#lines.push(JSON.stringify(value) + '\n');
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const line = this.#lines.shift();
      if (line !== undefined) yield Buffer.from(line);
      else if (this.#closed) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** The lines that a run gives to a pipe, as they come; `pool`: what works them out. */
async function* answers(pipe: Pipe, poolOf: (pool: Pool) => Pool = (pool) => pool): AsyncGenerator<string> {
  const law = builtinLaw();
  const input = await openBytes('-', pipe);
  const { source, plan } = await openList(input, {
    ...{ law, to: 'ndjson', format: 'ndjson', lang: 'en', limits: DEFAULT_LIMITS, allow: [], place: {}, core: {} },
  });
  const pool = poolOf(inlinePool(plan, law, sha256Hex));
  for await (const { part } of runParts(source, pool, startTotals(sha256Hex), { fromRow: 1 }))
    yield* Buffer.from(part.text).toString('utf8').trim().split('\n');
}

interface Answer {
  readonly request?: unknown;
  readonly total?: string;
  readonly options?: unknown;
  readonly issues?: readonly { readonly code: string; readonly path: string; readonly message: string }[];
}

async function asked(...requests: unknown[]): Promise<Answer[]> {
  const pipe = new Pipe();
  for (const one of requests) pipe.write(one);
  pipe.close();
  const lines: Answer[] = [];
  for await (const line of answers(pipe)) lines.push(JSON.parse(line) as Answer);
  return lines;
}

describe('a pipe that stays open', () => {
  test.each([
    ['in this thread', (pool: Pool) => pool],
    ['by several threads', (pool: Pool): Pool => ({ ...pool, width: 6 })],
  ])('answers each line before the next one is written (worked out %s)', async (_, poolOf) => {
    const pipe = new Pipe();
    const lines = answers(pipe, poolOf);
    for (const id of ['A', 'B', 'C']) {
      pipe.write({ ...PERSON, id });
      const { value } = (await lines.next()) as { value: string };
      expect(JSON.parse(value)).toMatchObject({ id, total: '744778125' });
    }
    pipe.close();
    expect((await lines.next()).done).toBe(true);
  });

  test('reading can be stopped while it waits', async () => {
    const pipe = new Pipe();
    pipe.write(PERSON);
    const input = await openBytes('-', pipe);
    expect([input.paused, input.whole]).toEqual([true, false]);
    const pieces = input.stream()[Symbol.asyncIterator]();
    await pieces.next();
    const waiting = pieces.next();
    input.stop?.();
    expect(await waiting).toMatchObject({ done: true });
  });

  test('what closes before it pauses is read whole, as a file is', async () => {
    const pipe = new Pipe();
    pipe.write(PERSON);
    pipe.close();
    const input = await openBytes('-', pipe);
    expect([input.paused, input.whole, input.size]).toEqual([undefined, true, input.head.length]);
  });
});

describe('a request', () => {
  test('has its own name and options; the answer names it', async () => {
    const [plain, own, number] = await asked(
      PERSON,
      { request: 'a-17', case: PERSON, options: { asOf: '2025-01-01', lang: 'vi' } },
      { request: 3, case: { ...PERSON, salary: {} }, options: { lang: 'vi' } },
    );
    expect([plain?.total, plain?.request, plain?.options]).toEqual(['744778125', undefined, undefined]);
    expect([own?.request, own?.options]).toEqual(['a-17', { asOf: '2025-01-01' }]);
    expect([number?.request, number?.issues?.map(({ message }) => message.slice(0, 15))]).toEqual([
      3,
      ['Thiếu tiền lươn'],
    ]);
  });

  test('is refused for what is wrong with its options or its name, and the run goes on', async () => {
    const lines = await asked(
      { request: 'x', case: PERSON, options: { asof: '2025-01-01', law: 'nd178' } },
      { request: { deep: true }, case: PERSON },
      { request: 'y'.repeat(201), case: PERSON },
      { case: PERSON, options: 'en' },
      { case: PERSON },
    );
    expect(lines.map(({ request, issues }) => [request, issues?.map(({ code, path }) => `${code} ${path}`)])).toEqual([
      ['x', ['wrong-option asof', 'wrong-option law']],
      [undefined, ['wrong-type request']],
      [undefined, ['wrong-type request']],
      [undefined, ['wrong-option options']],
      [undefined, undefined],
    ]);
  });

  test('is a record like any other: it is read and replayed', async () => {
    const [one] = await asked({ request: 'a-17', case: PERSON });
    const read = readRecord(one);
    expect(read.ok && read.value.faults).toEqual([]);
    expect(replay(one, 1)).toMatchObject({ status: 'same', differences: [] });
  });

  test('is the same for the library', async () => {
    const lines = [];
    for await (const line of batch([{ request: 1, case: PERSON, options: { scheme: 'nd154' } }, PERSON], {
      lang: 'en',
    }))
      lines.push(line);
    expect(lines[0]).toMatchObject({ request: 1, law: { scheme: 'nd154' } });
    expect(lines[1]).toMatchObject({ law: { scheme: 'nd178' } });
  });
});
