import { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import { admittedInput, type Known } from '#server/testing/hostile-input.ts';

type Json = Record<string, unknown>;
type End = 'least' | 'most';
type Path = readonly string[];

const ends = ['least', 'most'] as const;

/** The last value that a field's JSON schema still admits; undefined where it names no end. */
function extreme(schema: Json, end: End): unknown {
  const variants = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  if (variants) return extreme(variants[0] ?? {}, end);
  if (Array.isArray(schema['enum'])) return schema['enum'].at(end === 'least' ? 0 : -1);
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return schema[end === 'least' ? 'minimum' : 'maximum'];
    case 'boolean':
      return end === 'most';
    case 'string':
      return extremeText(schema, end);
    default:
      return undefined;
  }
}

const formats: Readonly<Record<string, Readonly<Record<End, string>>>> = {
  date: { least: '0001-01-01', most: '9999-12-31' },
  'date-time': { least: '0000-01-01T00:00:00+14:00', most: '9999-12-31T23:59:59.999-14:00' },
};

function extremeText(schema: Json, end: End): string | undefined {
  const format = formats[String(schema['format'])];
  if (format) return format[end];
  const length = schema[end === 'least' ? 'minLength' : 'maxLength'];
  return typeof length === 'number' && !('pattern' in schema) ? '长'.repeat(length) : undefined;
}

/** The ways to every single value of an input, lists by their first item. */
export function* leaves(schema: Json, path: Path = []): Generator<readonly [Path, Json]> {
  const variants = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined;
  const known = variants ? (variants[0] ?? {}) : schema;
  if (known['type'] === 'object') {
    for (const [name, inner] of Object.entries((known['properties'] ?? {}) as Record<string, Json>))
      yield* leaves(inner, [...path, name]);
  } else if (known['type'] === 'array') {
    yield* leaves((known['items'] ?? {}) as Json, [...path, '0']);
  } else {
    yield [path, known];
  }
}

/** The value with another under a path; a value that the path does not reach stays as it is. */
export function placed(value: unknown, [name, ...rest]: Path, other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.map((each, index) => (index === 0 ? placed(each, rest, other) : (each as unknown)));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Json;
  return { ...fields, [name]: placed(fields[name], rest, other) };
}

/** Inputs that the schema admits, or nearly so, one value after the other at its end, then all of them together. */
export function* extremeInputs(contract: Contract, known: Known): Generator<Json> {
  const usual = admittedInput(contract, known);
  const schema = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Json;
  const values = [...leaves(schema)].filter(([path]) => known[path.at(-1) ?? ''] === undefined);
  for (const end of ends) {
    let together: Json = usual;
    for (const [path, leaf] of values) {
      const value = extreme(leaf, end);
      if (value === undefined) continue;
      yield placed(usual, path, value) as Json;
      if (!(String(leaf['format']) in formats)) together = placed(together, path, value) as Json;
    }
    yield together;
  }
}
