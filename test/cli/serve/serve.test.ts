import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { serve, type Running, type ServeOptions } from '../../../cli/serve/server.ts';
import { batch } from '../../../src/batch.ts';
import { compare, explain } from '../../../src/explain.ts';
import { builtinLaw } from '../../../src/index.ts';
import { jsonSchema } from '../../../src/schemas.ts';
import { soundCase } from '../../proof/oracle/arbitrary.ts';

const PERSON = {
  id: 'C',
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant', name: 'Nguyễn Văn A' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};

const law = builtinLaw();
const logged: string[] = [];
const OPTIONS: ServeOptions = {
  core: { law, lang: 'en' },
  port: 0,
  bytes: 64 * 1024,
  patience: 300,
  origins: new Set(['https://intranet.example']),
  log: (line) => void logged.push(line),
};

let running: Running;
beforeAll(async () => {
  running = await serve(OPTIONS);
});
afterAll(() => running.stop(1000));

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** One call; `body` may be pieces with a wait between them. */
function call(
  method: string,
  path: string,
  body: string | readonly string[] = '',
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port: running.port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    if (typeof body === 'string') sent.end(body);
    else for (const piece of body) sent.write(piece);
  });
}

const post = (path: string, body: unknown): Promise<Answered> => call('POST', path, JSON.stringify(body));

async function libraryLine(given: unknown): Promise<string> {
  for await (const line of batch([given], { lang: 'en' })) return JSON.stringify(line);
  return '';
}

describe('nd178 serve', () => {
  test('gives the same bytes as the library: some hundred cases, one by one and as a stream', async () => {
    const cases = fc.sample(soundCase, { numRuns: 300, seed: 1 }) as unknown[];
    const lines: string[] = [];
    for (const one of cases) lines.push(await libraryLine(one));
    const answers: string[] = [];
    for (const one of cases.slice(0, 100)) answers.push((await post('/calculate', one)).text);
    expect(answers).toEqual(lines.slice(0, 100));
    const stream = await call('POST', '/batch', cases.map((one) => JSON.stringify(one)).join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    const streamed = stream.text.trim().split('\n');
    expect(streamed.map(withoutRow)).toEqual(lines.map(withoutRow));
  });

  test('explains and compares as the library does', async () => {
    const explained = explain(PERSON, { lang: 'en' });
    expect(explained.ok && (await post('/explain', PERSON)).text).toBe(JSON.stringify(explained.ok && explained.value));
    const variants = [{ asOf: '2025-01-01' }, { asOf: '2025-03-15' }];
    const compared = compare(PERSON, variants, { lang: 'en', accrue: true });
    const answer = await post('/compare', { case: PERSON, variants, options: { accrue: true } });
    expect([answer.status, answer.text]).toEqual([200, JSON.stringify(compared.ok && compared.value)]);
  });

  test('takes requests with options and a name, and refuses with every fault', async () => {
    const named = await post('/calculate', { request: 'a-1', case: PERSON, options: { asOf: '2025-01-01' } });
    expect([named.status, JSON.parse(named.text)]).toMatchObject([
      200,
      { request: 'a-1', options: { asOf: '2025-01-01' } },
    ]);
    const refused = await post('/calculate', { ...PERSON, salary: {}, person: {} });
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toMatchObject({ schema: 'nd178/refusal@1', issues: { length: 4 } });
    const twice = await call('POST', '/calculate', '{"id":"1","id":"2"}');
    expect([twice.status, twice.text.includes('duplicate-key')]).toEqual([422, true]);
    const wrong = await post('/compare', { case: PERSON, variants: [{ asof: '2025-01-01' }], options: { lang: 'vi' } });
    expect([wrong.status, JSON.parse(wrong.text)]).toMatchObject([
      422,
      {
        issues: [
          { code: 'unknown-key', path: 'variants.0.asof', message: expect.stringContaining('Không có khóa') as string },
        ],
      },
    ]);
    for (const none of [{ case: PERSON }, { variants: [{}] }, { case: PERSON, variants: [] }])
      expect((await post('/compare', none)).status).toBe(422);
  });

  test('describes itself: the law, the schemas, OpenAPI 3.1 of the same schemas', async () => {
    const openapi = JSON.parse((await call('GET', '/openapi.json')).text) as {
      openapi: string;
      paths: object;
      components: { schemas: Record<string, Record<string, unknown>> };
    };
    expect(openapi.openapi).toBe('3.1.0');
    expect(Object.keys(openapi.paths)).toEqual([
      ...['/calculate', '/explain', '/compare', '/batch', '/law', '/schemas', '/openapi.json'],
    ]);
    const refs = JSON.stringify(openapi.paths).match(/#\/components\/schemas\/[\w-]+/g) ?? [];
    for (const ref of refs) expect(openapi.components.schemas).toHaveProperty(ref.split('/').at(-1) ?? '');
    expect(openapi.components.schemas['record']?.['properties']).toEqual(jsonSchema('record')['properties']);
    expect(JSON.parse((await call('GET', '/schemas/case')).text)).toEqual(jsonSchema('case'));
    expect(JSON.parse((await call('GET', '/schemas')).text)).toContain('record');
    expect(JSON.parse((await call('GET', '/law')).text)).toMatchObject({ 0: { scheme: 'nd178' } });
  });

  test('answers a stream line by line, before it ends', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const texts: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const sent = httpRequest(
        { port: running.port, host: '127.0.0.1', method: 'POST', path: '/batch', headers },
        (response) => {
          response.setEncoding('utf8');
          response.on('data', (piece: string) => {
            texts.push(piece);
            if (texts.length === 1) sent.end(JSON.stringify({ ...PERSON, id: 'D' }) + '\n');
          });
          response.on('end', resolve);
        },
      );
      sent.on('error', reject);
      sent.write(JSON.stringify(PERSON) + '\n');
    });
    expect(
      texts
        .join('')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id),
    ).toEqual(['C', 'D']);
  });
});

function withoutRow(line: string): string {
  return line.replace(/"row":\d+/, '"row":1');
}

describe('nd178 serve lets nobody else in', () => {
  test.each([
    ['another host (DNS rebinding)', { host: 'evil.example' }, 421],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['no origin', { origin: 'null' }, 403],
    ['a page of another site without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a form of a page', { 'content-type': 'text/plain' }, 415],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['packed', { 'content-encoding': 'gzip' }, 415],
    ['this machine by name', { host: `localhost:1` }, 200],
    ['an origin that was named', { origin: 'https://intranet.example' }, 200],
  ])('%s', async (_, headers, status) => {
    const answer = await call('POST', '/calculate', JSON.stringify(PERSON), { ...JSON_TYPE, ...headers });
    expect([answer.status, answer.text.includes('744778125')]).toEqual([status, status === 200]);
    if (status === 200)
      expect(answer.headers['access-control-allow-origin']).toBe((headers as { origin?: string }).origin);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  test('a browser may ask first, from an origin that was named only', async () => {
    const ask = (origin: string): Promise<Answered> => call('OPTIONS', '/calculate', '', { origin });
    expect(await ask('https://intranet.example')).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-methods': 'POST', 'access-control-allow-origin': 'https://intranet.example' },
    });
    expect((await ask('https://evil.example')).status).toBe(403);
  });

  test('what is too large, too slow, no JSON, or not there, is told as HTTP does', async () => {
    const status = async (answer: Promise<Answered>): Promise<number> => (await answer).status;
    expect(await status(call('POST', '/calculate', ' '.repeat(65 * 1024)))).toBe(413);
    expect(await status(call('POST', '/calculate', '{"a"'))).toBe(400);
    expect(await status(call('POST', '/batch', '', { 'content-type': 'application/x-ndjson' }))).toBe(400);
    expect(await status(call('GET', '/calculate'))).toBe(405);
    expect(await status(call('GET', '/nix'))).toBe(404);
    expect(await status(call('GET', '/schemas/nix'))).toBe(404);
    // A body that never ends is given up; whether the answer still reaches its sender is up to the network.
    const slow = await call('POST', '/calculate', ['{"a": ']).then(
      ({ status: code }) => code,
      () => 408,
    );
    expect(slow).toBe(408);
  });

  test('logs nothing of a person', async () => {
    await call('POST', `/calculate?name=Nguyen`, JSON.stringify(PERSON));
    await call('GET', '/Nguyen/1966-01-15');
    const text = logged.join('');
    expect(text).toMatch(/^POST \/calculate 200 \d+ ms$/m);
    expect(text).not.toMatch(/Nguy|1966|744778125/);
  });
});

test('a server that stops answers what is under way and takes nothing new', async () => {
  const own = await serve({ ...OPTIONS, port: 0 });
  const answer = new Promise<string>((resolve, reject) => {
    const sent = httpRequest(
      { port: own.port, host: '127.0.0.1', method: 'POST', path: '/calculate', headers: JSON_TYPE },
      (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () => resolve(text));
      },
    );
    sent.on('error', reject);
    const text = JSON.stringify(PERSON);
    sent.write(text.slice(0, 20), () => {
      setTimeout(() => {
        void own.stop(5000);
        sent.end(text.slice(20));
      }, 30);
    });
  });
  expect(JSON.parse(await answer)).toMatchObject({ total: '744778125' });
  await expect(fetch(`http://127.0.0.1:${own.port}/law`)).rejects.toThrow();
});
