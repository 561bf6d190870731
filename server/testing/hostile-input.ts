import { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';

type Json = Record<string, unknown>;

/** Ids and words that stand for real things, so that hostile values reach the rules behind the schema. */
export type Known = Readonly<Record<string, string>>;

/** A value that a field's JSON schema admits; known names get what they stand for. */
function admitted(schema: Json, name: string, known: Known): unknown {
  if ('const' in schema) return schema['const'];
  if ('default' in schema) return schema['default'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  const variants = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Json[] | undefined;
  if (variants) return admitted(variants[0] ?? {}, name, known);
  return admittedOfType(schema, name, known);
}

function admittedOfType(schema: Json, name: string, known: Known): unknown {
  switch (schema['type']) {
    case 'string':
      return admittedText(schema, name, known);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    case 'array':
      return Number(schema['minItems'] ?? 0) > 0 ? [admitted((schema['items'] ?? {}) as Json, name, known)] : [];
    case 'object':
      return admittedObject(schema, known);
    default:
      return null;
  }
}

const texts: Readonly<Record<string, string>> = {
  uuid: '01a21a2d-e170-78d3-aac6-e2d17319a3ff',
  'date-time': '2026-11-26T02:00:00.000Z',
  date: '2026-11-26',
  time: '09:00',
  email: 'someone@example.invalid',
};

function admittedText(schema: Json, name: string, known: Known): string {
  const own = known[name];
  if (own !== undefined) return own;
  return texts[String(schema['format'])] ?? '说明'.padEnd(Number(schema['minLength'] ?? 2), '长');
}

function admittedObject(schema: Json, known: Known): Json {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>;
  const required = (schema['required'] ?? []) as string[];
  return Object.fromEntries(required.map((name) => [name, admitted(properties[name] ?? {}, name, known)]));
}

/** An input that a contract's schema should admit, or nearly so. */
export function admittedInput({ input }: Contract, known: Known): Json {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
  const names = Object.keys((schema['properties'] ?? {}) as Json);
  return admittedObject({ ...schema, required: names }, known);
}

const hostileValues: readonly unknown[] = [
  null,
  '',
  'x'.repeat(100_000),
  'nul\u0000byte',
  'half \ud800 pair',
  '‮⁦'.repeat(50),
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  2_147_483_648,
  true,
  [],
  [[[[null]]]],
  Array.from({ length: 3000 }, () => 1),
  {},
  { $ne: null },
  "'; drop table repair_order; --",
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.001Z',
];

/** The input with one value inside its objects and lists after the other made hostile. */
function* hostileWithin(input: Json): Generator<Json> {
  for (const [name, outer] of Object.entries(input)) {
    if (typeof outer !== 'object' || outer === null) continue;
    for (const [index, inside] of [...changedWithin(outer as Json)].entries()) {
      const changed = Array.isArray(outer) ? Object.values(inside) : inside;
      yield { ...input, [name]: index % 2 === 0 || Array.isArray(outer) ? changed : { ...inside, nobodyKnows: 1 } };
    }
  }
}

function* changedWithin(outer: Json): Generator<Json> {
  for (const [index, [name, inner]] of Object.entries(outer).entries()) {
    for (const step of [0, 7, 13]) yield { ...outer, [name]: hostileValues[(index * 3 + step) % hostileValues.length] };
    if (typeof inner === 'object' && inner !== null)
      for (const deeper of changedWithin(inner as Json))
        yield { ...outer, [name]: Array.isArray(inner) ? Object.values(deeper) : deeper };
  }
}

/** The input with one field after the other made hostile, then with a field that nobody knows. */
export function* hostileInputs(input: Json): Generator<Json> {
  const names = Object.keys(input);
  for (const [index, value] of hostileValues.entries()) {
    const name = names[index % Math.max(1, names.length)];
    if (name !== undefined) yield { ...input, [name]: value };
  }
  for (const name of names) {
    const value = hostileValues[(name.length * 7) % hostileValues.length];
    yield { ...input, [name]: value };
    yield Object.fromEntries(Object.entries(input).filter(([other]) => other !== name));
  }
  yield* hostileWithin(input);
  yield { ...input, nobodyKnows: 1 };
}
