import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '#server/routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** Each part of an input's JSON schema, under its name. */
function* parts(schema: Json, name: string): Generator<readonly [string, Json]> {
  yield [name, schema];
  const variants = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'] ?? []) as Json[];
  for (const variant of variants) yield* parts(variant, name);
  if (schema['items']) yield* parts(schema['items'] as Json, `${name}[]`);
  for (const [field, inner] of Object.entries((schema['properties'] ?? {}) as Record<string, Json>))
    yield* parts(inner, `${name}.${field}`);
}

const ofFixedForm = new Set(['uuid', 'date', 'date-time', 'email']);
const mostOfAll = Number.MAX_SAFE_INTEGER;

function isBounded(schema: Json): boolean {
  if ('enum' in schema || 'const' in schema) return true;
  switch (schema['type']) {
    case 'string':
      return 'maxLength' in schema || ofFixedForm.has(String(schema['format'])) || 'pattern' in schema;
    case 'integer':
    case 'number':
      return Number(schema['minimum']) > -mostOfAll && Number(schema['maximum']) < mostOfAll;
    case 'array':
      return 'maxItems' in schema;
    case 'object':
      return schema['additionalProperties'] === false;
    default:
      return true;
  }
}

describe.each(routes.map(({ contract }) => [contract.name, contract] as const))('%s', (name, { input }) => {
  test('takes no unknown field at any depth, and no text, number or list without a bound', () => {
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
    const strict = { ...schema, additionalProperties: false };
    const unbounded = [...parts(strict, name)].filter(([, part]) => !isBounded(part)).map(([at]) => at);
    expect(unbounded).toEqual([]);
  });
});
