import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { words } from '#domain/kernel/words.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { comesTwice, invalidInput } from '#server/http/input-issues.ts';

type Kind = 'number' | 'boolean' | 'array' | 'other';
type Fields = Readonly<Record<string, unknown>>;
export type FieldKinds = ReadonlyMap<string, Kind>;

/** Which fields of an input may be read from text, as paths and queries hold nothing else. */
export function fieldKinds(input: z.ZodObject): FieldKinds {
  return new Map(Object.entries(input.shape).map(([name, schema]) => [name, kindOf(schema)]));
}

function kindOf(schema: z.core.$ZodType): Kind {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return kindOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) return kindOf(schema.in);
  if (schema instanceof z.ZodNumber) return 'number';
  if (schema instanceof z.ZodBoolean) return 'boolean';
  return schema instanceof z.ZodArray ? 'array' : 'other';
}

/** Path parameters, query and body as one object. A name that comes twice is refused, so that no part hides another. */
export function requestFields(request: FastifyRequest, body: unknown, kinds: FieldKinds): Fields | Refusal {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return invalidInput([
      { field: '', words: words('请求内容应为一个 JSON 对象', 'The body must be one JSON object') },
    ]);
  }
  const parts: Fields[] = [fromText(request.params, kinds), fromText(request.query, kinds), { ...body }];
  const names = parts.flatMap((part) => Object.keys(part));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return Object.fromEntries(parts.flatMap((part) => Object.entries(part)));
  return comesTwice(twice);
}

function fromText(part: unknown, kinds: FieldKinds): Fields {
  const entries = Object.entries((part ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, readText(value, kinds.get(name) ?? 'other')]));
}

/** Text that is no number stays text, for the schema to refuse. */
function readText(value: unknown, kind: Kind): unknown {
  if (kind === 'array') return Array.isArray(value) ? value : [value];
  if (typeof value !== 'string') return value;
  if (kind === 'number') return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (kind === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
