import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes } from '#server/routes.ts';
import { leaves, placed } from '#server/testing/extreme-input.ts';
import { admittedInput } from '#server/testing/hostile-input.ts';

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

/** Secrets are compared and never stored or shown. */
const secrets: ReadonlySet<string | undefined> = new Set(['password', 'current', 'token']);

const badTexts = ['nul\u0000byte', 'half \ud800 pair', 'turned \u202e round'];

/** The value with every list and group on the way to a path, so that there is something to be made bad inside. */
function withItem(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (name === '0')
    return [withItem((value as readonly unknown[] | undefined)?.[0] ?? (rest.length > 0 ? {} : ''), rest)];
  const fields = (value ?? {}) as Json;
  return { ...fields, [name]: withItem(fields[name], rest) };
}

function refusesAt(input: z.ZodType, value: unknown, path: readonly string[]): boolean {
  const parsed = input.safeParse(value);
  return !parsed.success && parsed.error.issues.some((issue) => path.join('.').startsWith(issue.path.join('.')));
}

describe.each(routes.map(({ contract }) => [contract.name, contract] as const))('%s', (name, contract) => {
  const { input } = contract;
  test('takes no unknown field at any depth, and no text, number or list without a bound', () => {
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
    const strict = { ...schema, additionalProperties: false };
    const unbounded = [...parts(strict, name)].filter(([, part]) => !isBounded(part)).map(([at]) => at);
    expect(unbounded).toEqual([]);
  });

  test('takes no text that cannot be stored or shown: null bytes, halves of characters, marks that turn the reading', () => {
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
    const usual = admittedInput(contract, {});
    const taken = [...leaves(schema)].flatMap(([path, leaf]) => {
      if (leaf['type'] !== 'string' || 'enum' in leaf || 'const' in leaf || secrets.has(path.at(-1))) return [];
      return badTexts
        .filter((text) => !refusesAt(input, placed(withItem(usual, path), path, text), path))
        .map(() => path.join('.'));
    });
    expect([...new Set(taken)]).toEqual([]);
  });
});
