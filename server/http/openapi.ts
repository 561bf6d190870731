import { z } from 'zod';
import { commandRefusals, commonRefusals, type Contract } from '#domain/kernel/contract.ts';
import { refusals, type RefusalCode } from '#domain/kernel/refusals.ts';

type Json = Record<string, unknown>;

const apiRoot = '/api/v1';

/** The OpenAPI 3.1 document of the contracts: who may call, what is refused and why, in Chinese and English. */
export function openApiDocument(contracts: readonly Contract[]): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    const path = `${apiRoot}${contract.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operation(contract) };
  }
  return {
    openapi: '3.1.1',
    info: { title: '交车 jiaoche', version: '1', description: '售后服务系统接口 · After-sales service API' },
    servers: [{ url: '/' }],
    tags: tagsOf(contracts),
    paths,
    components: { schemas: { Problem: problemSchema }, securitySchemes },
  };
}

const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: 'jiaoche.session_token' },
  visit: { type: 'apiKey', in: 'header', name: 'Visit-Token' },
};

const capability = ({ name }: Contract): string => name.split('.')[0] ?? name;

const tagsOf = (contracts: readonly Contract[]): Json[] =>
  [...new Set(contracts.map(capability))].map((name) => ({ name }));

function operation(contract: Contract): Json {
  const { parameters, body } = inputParts(contract);
  const isPublic = contract.callers === 'public';
  return {
    operationId: contract.name,
    tags: [capability(contract)],
    summary: `${contract.zh} · ${contract.en}`,
    'x-roles': contract.callers,
    'x-refusals': allRefusals(contract),
    security: isPublic ? [{}] : [{ session: [] }, { visit: [] }],
    parameters: [...parameters, ...headers(contract)],
    ...(body === null ? {} : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { 200: okResponse(contract), ...problemResponses(contract) },
  };
}

function headers({ kind, callers }: Contract): Json[] {
  if (callers === 'public') return [];
  const store = header('Store-Id', { type: 'string', format: 'uuid' }, false);
  const key = header('Idempotency-Key', { type: 'string', minLength: 8, maxLength: 200 }, true);
  return kind === 'command' ? [key, store] : [store];
}

const header = (name: string, schema: Json, required: boolean): Json => ({ name, in: 'header', required, schema });

/** Path parameters and, for reads, the query; the rest is the body. */
function inputParts({ method, path, input }: Contract): { parameters: Json[]; body: Json | null } {
  const schema = jsonSchema(input, 'input');
  const properties = schema['properties'] as Record<string, Json>;
  const required = new Set((schema['required'] ?? []) as string[]);
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''));
  const names = Object.keys(properties).filter((name) => inPath.has(name) || method === 'GET');
  const parameters = names.map((name) => ({
    name,
    in: inPath.has(name) ? 'path' : 'query',
    required: inPath.has(name) || required.has(name),
    schema: properties[name] ?? {},
  }));
  if (method === 'GET') return { parameters, body: null };
  const left = Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.has(name)));
  const needed = [...required].filter((name) => !inPath.has(name));
  return { parameters, body: { ...schema, properties: left, required: needed } };
}

function okResponse({ output }: Contract): Json {
  return { description: 'OK', content: { 'application/json': { schema: jsonSchema(output, 'output') } } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    cycles: 'ref',
  });
  return rest;
}

function allRefusals({ kind, callers, refusals: own }: Contract): RefusalCode[] {
  const common = kind === 'command' && callers !== 'public' ? [...commonRefusals, ...commandRefusals] : commonRefusals;
  return [...new Set([...own, ...common])];
}

function problemResponses(contract: Contract): Record<string, Json> {
  const byStatus = Map.groupBy(allRefusals(contract), (code) => String(refusals[code].status));
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, problemResponse(codes)]));
}

function problemResponse(codes: readonly RefusalCode[]): Json {
  const lines = codes.map((code) => `- \`${code}\` ${refusals[code].zh} ${refusals[code].en}`);
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: codes } } }] };
  return { description: lines.join('\n'), content: { 'application/problem+json': { schema } } };
}

const text = { type: 'string' };

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'code', 'detail', 'zh', 'en'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    zh: text,
    en: text,
    field: text,
    issues: { type: 'array', items: { type: 'object', properties: { field: text, zh: text, en: text } } },
  },
};
