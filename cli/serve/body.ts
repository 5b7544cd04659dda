import type { IncomingMessage } from 'node:http';
import { NOT_JSON, Problem, TOO_LARGE, TOO_SLOW, WRONG_TYPE } from './problem.ts';

/** What a body may be. */
export interface BodyLimits {
  /** Most bytes of a case. */
  readonly bytes: number;
  /** Most milliseconds to wait for the next piece. */
  readonly patience: number;
}

/** Checks what a body says it is; a form of another web page cannot say so. Throws {@link Problem}. */
export function checkType({ headers }: IncomingMessage, type: string): void {
  const [given = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  if (given.trim() !== type || (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)))
    throw new Problem(415, WRONG_TYPE, { accept: type });
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new Problem(415, WRONG_TYPE, { accept: type });
}

/** The pieces of a body as they come. Throws {@link Problem} when the next one does not come in time. */
export async function* pieces(request: IncomingMessage, patience: number): AsyncGenerator<Uint8Array, void, undefined> {
  let late = false;
  const stop = (): void => {
    late = true;
    request.destroy();
  };
  let timer = setTimeout(stop, patience);
  try {
    for await (const piece of request as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      yield piece;
      timer = setTimeout(stop, patience);
    }
  } catch (error) {
    throw late ? new Problem(408, TOO_SLOW) : error;
  } finally {
    clearTimeout(timer);
  }
}

/** The text of a whole body. Throws {@link Problem} beyond the limits, and for what is no UTF-8. */
export async function textOf(request: IncomingMessage, { bytes, patience }: BodyLimits): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > bytes) throw new Problem(413, TOO_LARGE);
  const all: Uint8Array[] = [];
  let length = 0;
  const end = setTimeout(() => request.destroy(), patience * 2);
  try {
    for await (const piece of pieces(request, patience)) {
      length += piece.length;
      if (length > bytes) throw new Problem(413, TOO_LARGE);
      all.push(piece);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(all));
  } catch (error) {
    throw error instanceof TypeError ? new Problem(400, NOT_JSON) : error;
  } finally {
    clearTimeout(end);
  }
}
