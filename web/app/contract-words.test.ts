import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import { refusals } from '#domain/kernel/refusals.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { fieldsOf, type Field } from '#web/ui/contract-form/field-model.ts';

type Json = {
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly items?: Json;
  readonly additionalProperties?: Json | boolean;
  readonly propertyNames?: Json;
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
};

const files = import.meta.glob<Record<string, unknown>>('../../domain/**/*.contract.ts', { eager: true });
const isContract = (value: unknown): value is Contract =>
  typeof value === 'object' && value !== null && 'path' in value && 'output' in value;
const contracts = Object.values(files)
  .flatMap((exported) => Object.values(exported))
  .flatMap((group) => (typeof group === 'object' && group !== null ? Object.values(group).filter(isContract) : []));
const commands = contracts.filter(({ kind }) => kind === 'command');

const jsonOf = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;

/** Every `field.value` that a schema allows, where the value is one of a few. */
function valuesIn(json: Json, field = ''): string[] {
  const own = [...(json.enum ?? []), json.const].filter((value) => typeof value === 'string');
  const within = Object.entries(json.properties ?? {}).flatMap(([name, inner]) => valuesIn(inner, name));
  const { additionalProperties: rest } = json;
  const same = [json.items, typeof rest === 'object' ? rest : undefined, json.propertyNames];
  const others = [...(json.anyOf ?? []), ...(json.oneOf ?? []), ...same.filter((inner) => inner !== undefined)];
  return [...own.map((value) => `${field}.${value}`), ...within, ...others.flatMap((inner) => valuesIn(inner, field))];
}

/** Names of all inputs of a form, those of its groups and rows too. */
const namesIn = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => [field.name, ...('fields' in field ? namesIn(field.fields) : [])]);

const placesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const unsaid = (names: readonly string[], wordsOf: (name: string) => { zh: string; en: string }) =>
  [...new Set(names)].filter((name) => !/\p{Script=Han}/u.test(wordsOf(name).zh) || !/[a-z]/i.test(wordsOf(name).en));

test('contracts are found', () => {
  expect(contracts.length).toBeGreaterThan(100);
});

describe('everything that a contract can hold is said in both languages', () => {
  // What a query is asked are filters, which pages call by words of their own.
  const values = [...contracts.map(({ output }) => output), ...commands.map(({ input }) => input)]
    .flatMap((schema) => valuesIn(jsonOf(schema)))
    .toSorted((a, b) => a.localeCompare(b));
  const valueOf = (named: string): [string, string] => {
    const dot = named.indexOf('.');
    return [named.slice(0, dot), named.slice(dot + 1)];
  };

  test('each value that is stored, sent or chosen', () => {
    expect(values).toContain('payer.customer');
    expect(unsaid(values, (named) => valueWordsOf(...valueOf(named)))).toEqual([]);
  });

  test('each field that a form asks for, the rows of its lists too', () => {
    const names = commands.flatMap((contract) => namesIn(fieldsOf(contract, placesIn(contract.path))));
    expect(names).toContain('promisedAt');
    expect(unsaid(names, fieldWordsOf)).toEqual([]);
  });

  test('each refusal, as a whole sentence', () => {
    const codes = contracts.flatMap((contract) => contract.refusals);
    const bad = codes.filter((code) => !refusals[code].zh.endsWith('。') || !refusals[code].en.endsWith('.'));
    expect(bad).toEqual([]);
  });
});
