import type { Lang } from '../../src/base/text.ts';
import { ENGINE_VERSION } from '../../src/engine/engine-version.ts';
import { jsonSchema, SCHEMA_NAMES, type JsonSchema, type SchemaName } from '../../src/schemas.ts';

const SHOWN: readonly SchemaName[] = [
  'case',
  'request',
  'record',
  'refusal',
  'explanation',
  'compare-request',
  'comparison',
];

const ref = (name: SchemaName): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

const body = (type: string, schema: JsonSchema): JsonSchema => ({
  required: true,
  content: { [type]: { schema } },
});

const answer = (description: string, type: string, schema: JsonSchema): JsonSchema => ({
  description,
  content: { [type]: { schema } },
});

const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';

const PROBLEMS = Object.fromEntries(
  [
    ['400', 'The body is no JSON in UTF-8'],
    ['403', 'A web page that may not call'],
    ['405', 'The path does not take this method'],
    ['408', 'The body came too slowly'],
    ['413', 'The body is too large'],
    ['415', 'The Content-Type is another'],
    ['421', 'The Host is not this machine'],
    ['500', 'A defect of the program'],
    ['503', 'The server is stopping'],
  ].map(([status, description]) => [
    status,
    { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } } },
  ]),
) as JsonSchema;

/** What HTTP itself refuses (RFC 9457). */
const PROBLEM: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', const: 'about:blank' },
    status: { type: 'integer' },
    title: { type: 'string', description: 'What is wrong, and the way out' },
  },
  required: ['type', 'status', 'title'],
  additionalProperties: false,
};

/** The problems that a call without a body may have. */
const LOOK_PROBLEMS = Object.fromEntries(
  ['403', '405', '421', '500', '503'].map((status) => [status, PROBLEMS[status]]),
);

const call = (operationId: string, summary: string, from: JsonSchema, to: JsonSchema): JsonSchema => ({
  post: {
    operationId,
    summary,
    requestBody: body(JSON_TYPE, from),
    responses: {
      200: answer('Done', JSON_TYPE, to),
      422: answer('Refused: every fault with its place and the way out', JSON_TYPE, ref('refusal')),
      ...PROBLEMS,
    },
  },
});

const look = (operationId: string, summary: string, schema: JsonSchema): JsonSchema => ({
  get: { operationId, summary, responses: { 200: answer('Done', JSON_TYPE, schema), ...LOOK_PROBLEMS } },
});

const NAME: JsonSchema = { type: 'string', enum: [...SCHEMA_NAMES] };

/** A schema as a component, which is named by its place. */
function withoutName(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema' && name !== '$id'));
}

/** The description of the server (OpenAPI 3.1), from the schemas that the program checks with. */
export function openApi(lang: Lang): JsonSchema {
  const either = { oneOf: [ref('case'), ref('request')] };
  const schemas = SHOWN.map((name) => [name, withoutName(jsonSchema(name, lang))] as const);
  return {
    openapi: '3.1.0',
    info: {
      title: 'nd178',
      version: ENGINE_VERSION,
      summary: 'Benefits under Decree 178/2024/NĐ-CP and its amendments: exact, with legal basis, replayable',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    paths: {
      '/calculate': call('calculate', 'What the law gives for one case', either, ref('record')),
      '/explain': call('explain', 'How the result came about, step by step', either, {
        oneOf: [ref('explanation'), ref('record')],
      }),
      '/compare': call(
        'compare',
        'One case under several versions, routes or dates',
        ref('compare-request'),
        ref('comparison'),
      ),
      '/batch': {
        post: {
          operationId: 'batch',
          summary: 'NDJSON in, NDJSON out: one line for each, in order, as they come',
          requestBody: body(LINES_TYPE, either),
          responses: { 200: answer('Lines', LINES_TYPE, { oneOf: [ref('record'), ref('refusal')] }), ...PROBLEMS },
        },
      },
      '/law': look('law', 'Schemes, versions, the acts behind them, content hashes', {
        type: 'array',
        items: { type: 'object' },
      }),
      '/schemas': look('schemas', 'The names of the JSON Schemas', { type: 'array', items: NAME }),
      '/schemas/{name}': {
        parameters: [{ name: 'name', in: 'path', required: true, schema: NAME }],
        ...look('schema', 'One of the JSON Schemas', { type: 'object' }),
      },
      '/openapi.json': look('openapi', 'This description', { type: 'object' }),
    },
    components: { schemas: { ...Object.fromEntries(schemas), problem: PROBLEM } },
  };
}
