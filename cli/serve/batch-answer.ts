import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { openList } from '../../src/list/list-job.ts';
import { runParts, startTotals } from '../../src/list/pipeline.ts';
import { inlinePool } from '../../src/list/pool.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { openBytes } from '../files/bytes.ts';
import { nativeSha256 } from '../files/sha256.ts';
import type { ServedOptions } from './answers.ts';
import { pieces } from './body.ts';
import { EMPTY, Problem } from './problem.ts';

/** Lines that are worked out before other calls have their turn: some milliseconds. */
const LINES_A_TURN = 32;

/** Answers NDJSON line by line, as the lines come: memory holds one piece of them. Throws {@link Problem} before the first. */
export async function answerBatch(
  request: IncomingMessage,
  response: ServerResponse,
  { law, lang, ...core }: ServedOptions,
  patience: number,
): Promise<void> {
  const reading = { format: 'ndjson', to: 'ndjson', encoding: 'utf-8', limits: DEFAULT_LIMITS, allow: [] } as const;
  const { source, plan } = await refusedAsProblem(async () =>
    openList(await openBytes('-', pieces(request, patience)), { ...reading, law, lang, core: coreOf(core), place: {} }),
  );
  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  response.flushHeaders();
  const totals = startTotals(nativeSha256);
  const how = { fromRow: 1, partRows: LINES_A_TURN };
  for await (const { part } of runParts(source, inlinePool(plan, law, nativeSha256), totals, how)) {
    if (response.destroyed) return;
    if (!response.write(part.text)) await drained(response);
    await turn();
  }
  response.end();
}

/** Waits until a slow reader has taken what was written, or has gone away. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

type Core = Omit<ServedOptions, 'law' | 'lang'>;

/** The options without those that are not given. */
function coreOf(core: Core): { readonly [N in keyof Core]: Exclude<Core[N], undefined> } {
  const given = Object.entries(core).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ReturnType<typeof coreOf>;
}

async function refusedAsProblem<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new Problem(400, error.code === 'empty-file' ? EMPTY : { vi: error.text('vi'), en: error.text('en') });
  }
}
