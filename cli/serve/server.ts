import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jsonText } from '../../src/base/printable.ts';
import { listLaw } from '../../src/lawbook/show/list.ts';
import { jsonSchema, SCHEMA_NAMES } from '../../src/schemas.ts';
import { calculated, compared, explained, type Answering, type ServedOptions } from './answers.ts';
import { answerBatch } from './batch-answer.ts';
import { checkType, textOf, type BodyLimits } from './body.ts';
import { guard, preflight } from './guard.ts';
import { openApi } from './openapi.ts';
import { BUSY, INTERNAL, NOT_FOUND, Problem, WRONG_METHOD } from './problem.ts';

/** How the server runs. */
export interface ServeOptions extends BodyLimits {
  readonly core: ServedOptions;
  /** 0: any that is free. */
  readonly port: number;
  /** The origins of web pages that may call. */
  readonly origins: ReadonlySet<string>;
  /** Told of each call: method, path as it is known, status, milliseconds. Nothing of a person. */
  readonly log?: (line: string) => void;
}

/** A server that runs. */
export interface Running {
  readonly port: number;
  /** Takes no further calls, and ends when those under way are answered, or after so many milliseconds. */
  stop(patience: number): Promise<void>;
}

const CALLS: Readonly<Record<string, Answering>> = {
  '/calculate': calculated,
  '/explain': explained,
  '/compare': compared,
};
const LOOKS = ['/law', '/schemas', '/openapi.json'];
const BATCH = '/batch';
const ONE_SCHEMA = '/schemas/';

/** Most calls at once; further ones wait. */
const MOST_CONNECTIONS = 256;
const HEADERS_MS = 10_000;

/** Starts the server on this machine alone. */
export async function serve(options: ServeOptions): Promise<Running> {
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: 0, keepAliveTimeout: 5000 });
  server.maxConnections = MOST_CONNECTIONS;
  let stopping = false;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void answered(request, response, options, () => stopping);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const stop = (patience: number): Promise<void> => {
    stopping = true;
    return closed(server, patience);
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

function closed(server: Server, patience: number): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), patience);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Answers one call, whatever becomes of it. */
async function answered(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
  stopping: () => boolean,
): Promise<void> {
  const { log, core } = options;
  const started = performance.now();
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  const path = (request.url ?? '').split('?')[0] ?? '';
  try {
    if (stopping()) throw new Problem(503, BUSY, { connection: 'close' });
    guard(request, response, options.origins);
    await route(path, request, response, options);
  } catch (error) {
    fail(error, request, response, core);
  }
  if (log) {
    const matched =
      path in CALLS || path === BATCH || LOOKS.includes(path) || path.startsWith(ONE_SCHEMA) ? path : 'other';
    const shown = matched.startsWith(ONE_SCHEMA) ? '/schemas/*' : matched;
    log(`${request.method ?? ''} ${shown} ${response.statusCode} ${Math.round(performance.now() - started)} ms\n`);
  }
}

async function route(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
): Promise<void> {
  const { core, patience } = options;
  const answering = Object.hasOwn(CALLS, path) ? CALLS[path] : undefined;
  const methods = answering || path === BATCH ? 'POST' : 'GET';
  const look = methods === 'GET' ? lookedAt(path, core) : undefined;
  if (methods === 'GET' && look === undefined) throw new Problem(404, NOT_FOUND);
  if (request.method === 'OPTIONS' && request.headers.origin !== undefined) return preflight(response, methods);
  if (request.method !== methods && !(methods === 'GET' && request.method === 'HEAD'))
    throw new Problem(405, WRONG_METHOD, { allow: methods === 'GET' ? 'GET, HEAD' : methods });
  if (look !== undefined) return send(response, 200, look);
  checkType(request, answering ? 'application/json' : 'application/x-ndjson');
  if (!answering) return answerBatch(request, response, core, patience);
  const { status, json } = answering(await textOf(request, options), core);
  send(response, status, json);
}

/** What there is to look at under a path; undefined where there is nothing. */
function lookedAt(path: string, { law, lang }: ServedOptions): string | undefined {
  if (path === '/law') return jsonText(listLaw(law, lang));
  if (path === '/schemas') return jsonText(SCHEMA_NAMES);
  if (path === '/openapi.json') return jsonText(openApi(lang));
  const schema = path.startsWith(ONE_SCHEMA) ? jsonSchema(path.slice(ONE_SCHEMA.length), lang) : undefined;
  return schema && jsonText(schema);
}

function send(response: ServerResponse, status: number, json: string, type = 'application/json'): void {
  const bytes = Buffer.from(json, 'utf8');
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'content-length': bytes.length });
  response.end(bytes);
}

function fail(error: unknown, request: IncomingMessage, response: ServerResponse, { lang }: ServedOptions): void {
  // The caller went away, or is told too late: there is nobody to answer.
  if (response.headersSent || response.destroyed) return void response.destroy();
  const problem = error instanceof Problem ? error : new Problem(500, INTERNAL);
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  // What was not read of the body is not waited for.
  if (!request.complete) response.setHeader('connection', 'close');
  send(response, problem.status, problem.body(lang), 'application/problem+json');
}
