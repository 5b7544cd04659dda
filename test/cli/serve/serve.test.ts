import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Ajv2020 } from 'ajv/dist/2020.js';
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

const API = 'https://nd178.example/api';

/** A part of the description with references that stand by themselves. */
function placed<T>(part: T): T {
  return JSON.parse(JSON.stringify(part).replaceAll('"#/components/schemas/', `"${API}#/$defs/`)) as T;
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly responses?: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
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
    for (const path of ['/calculate', '/explain', '/compare']) {
      const variants = path === '/compare' ? { variants: [{}] } : {};
      for (const [more, code, at] of [
        [{ options: null }, 'wrong-option', 'options'],
        [{ options: { asof: '2025-01-01' } }, 'wrong-option', 'asof'],
        [{ options: { law: 'nd178' } }, 'wrong-option', 'law'],
        [{ option: {} }, 'unknown-key', 'option'],
      ] as const) {
        const answer = await post(path, { request: 'a-2', case: PERSON, ...variants, ...more });
        const { request, issues } = JSON.parse(answer.text) as { request: unknown; issues: { message: string }[] };
        expect([path, answer.status, request, issues]).toMatchObject([path, 422, 'a-2', [{ code, path: at }]]);
        expect(issues[0]?.message).toMatch(/^(?:There is no|Option)/);
      }
      const named = await post(path, { request: {}, case: PERSON, ...variants });
      expect([path, named.status, named.text.includes('"wrong-type"')]).toEqual([path, 422, true]);
      for (const none of ['null', '[]', '1'])
        expect([path, (await call('POST', path, none)).status]).toEqual([path, 422]);
    }
    const pair = await post('/compare', { request: 7, case: PERSON, variants: [{ asOf: '2025-01-01' }] });
    expect(JSON.parse(pair.text)).toMatchObject({ schema: 'nd178/compare@1', request: 7 });
    const lines = await call('POST', '/batch', `{"case":{},"options":null}\n${JSON.stringify(PERSON)}\n`, {
      'content-type': 'application/x-ndjson',
    });
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { schema: string }).schema),
    ).toEqual(['nd178/refusal@1', 'nd178/result@1']);
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
      ...['/calculate', '/explain', '/compare', '/batch', '/law', '/schemas', '/schemas/{name}', '/openapi.json'],
    ]);
    const refs = JSON.stringify(openapi.paths).match(/#\/components\/schemas\/[\w-]+/g) ?? [];
    for (const ref of refs) expect(openapi.components.schemas).toHaveProperty(ref.split('/').at(-1) ?? '');
    expect(openapi.components.schemas['record']?.['properties']).toEqual(jsonSchema('record')['properties']);
    expect(JSON.parse((await call('GET', '/schemas/case')).text)).toEqual(jsonSchema('case'));
    expect(JSON.parse((await call('GET', '/schemas')).text)).toContain('record');
    expect(JSON.parse((await call('GET', '/law')).text)).toMatchObject({ 0: { scheme: 'nd178' } });
  });

  test('answers every call as its OpenAPI says: status, type and structure', async () => {
    const api = JSON.parse((await call('GET', '/openapi.json')).text) as OpenApi;
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true });
    ajv.addSchema({ $id: API, $defs: placed(api.components.schemas) });
    for (const name of Object.keys(api.components.schemas))
      expect(ajv.getSchema(`${API}#/$defs/${name}`)).toBeInstanceOf(Function);
    const ndjson = { 'content-type': 'application/x-ndjson' };
    const asked = { request: 'r', case: PERSON };
    const calls: readonly [path: string, ...Parameters<typeof call>][] = [
      ...['/calculate', '/explain'].flatMap((path): [string, ...Parameters<typeof call>][] => [
        ...[PERSON, asked, { ...asked, options: { pension: true } }, {}, { ...asked, options: null }].map(
          (body): [string, ...Parameters<typeof call>] => [path, 'POST', path, JSON.stringify(body)],
        ),
        [path, 'POST', path, JSON.stringify({ ...PERSON, leaving: { ...PERSON.leaving, date: '2019-01-01' } })],
        [path, 'POST', path, 'nix'],
        [path, 'GET', path],
        [path, 'POST', path, '{}', { 'content-type': 'text/plain' }],
        [path, 'POST', path, '{}', { ...JSON_TYPE, origin: 'https://evil.example' }],
        [path, 'POST', path, '{}', { ...JSON_TYPE, host: 'evil.example' }],
        [path, 'POST', path, ' '.repeat(65 * 1024)],
      ]),
      [
        '/compare',
        'POST',
        '/compare',
        JSON.stringify({ ...asked, variants: [{}, { asOf: '2019-01-01' }, { date: '2025-02-30' }] }),
      ],
      ['/compare', 'POST', '/compare', JSON.stringify({ ...asked, variants: 1 })],
      ['/batch', 'POST', '/batch', `${JSON.stringify(PERSON)}\n{}\nnix\n${JSON.stringify(asked)}\n`, ndjson],
      ['/batch', 'POST', '/batch', '', ndjson],
      ...['/law', '/schemas', '/openapi.json'].map((path): [string, ...Parameters<typeof call>] => [path, 'GET', path]),
      ['/law', 'DELETE', '/law'],
      ['/schemas/{name}', 'GET', '/schemas/case'],
    ];
    const seen = new Set<string>();
    for (const [path, method, at, ...rest] of calls) {
      const answer = await call(method, at, ...rest);
      const operation =
        api.paths[path]?.[
          method === 'DELETE' ? 'get' : path.startsWith('/') && api.paths[path]?.['post'] ? 'post' : 'get'
        ];
      const described = operation?.responses?.[answer.status];
      const type = answer.headers['content-type']?.split(';')[0] ?? '';
      expect([method, at, answer.status, Object.keys(described?.content ?? {})]).toEqual([
        method,
        at,
        answer.status,
        [type],
      ]);
      const check = ajv.compile(placed(described?.content[type]?.schema ?? false));
      for (const line of type === 'application/x-ndjson' ? answer.text.trim().split('\n') : [answer.text]) {
        check(JSON.parse(line));
        expect([at, answer.status, check.errors]).toEqual([at, answer.status, null]);
      }
      seen.add(`${path} ${answer.status}`);
    }
    expect(seen.size).toBeGreaterThan(20);
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
    expect((await call('POST', '/law')).headers['allow']).toBe('GET, HEAD');
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
