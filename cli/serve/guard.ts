import type { IncomingMessage, ServerResponse } from 'node:http';
import { Problem, WRONG_HOST, WRONG_ORIGIN } from './problem.ts';

/** The names under which a machine calls itself; a page of another site that borrows one has another (DNS rebinding). */
const OWN_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets a call pass that comes from this machine and from no web page, or from a page of an origin that was named; then the
 * answer says that the page may read it. Throws {@link Problem} for others.
 */
export function guard({ headers }: IncomingMessage, response: ServerResponse, origins: ReadonlySet<string>): void {
  const name = /^(.*?)(?::\d{1,5})?$/.exec((headers.host ?? '').toLowerCase())?.[1] ?? '';
  if (!OWN_NAMES.has(name)) throw new Problem(421, WRONG_HOST);
  const { origin } = headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined) {
    // A browser tells that a page of another site asks, even where it sends no origin.
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'none' && site !== 'same-origin') throw new Problem(403, WRONG_ORIGIN);
    return;
  }
  if (!origins.has(origin)) throw new Problem(403, WRONG_ORIGIN);
  response.setHeader('access-control-allow-origin', origin);
}

/** Answers the question of a browser whether a page may call. */
export function preflight(response: ServerResponse, methods: string): void {
  response.writeHead(204, {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '600',
  });
  response.end();
}
