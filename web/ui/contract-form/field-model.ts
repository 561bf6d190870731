import { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';

type Common = { readonly name: string; readonly nullable: boolean };

/** One shape per kind, so that a kind tells its shape. */
type Of<Kind extends string, Extra = object> = Kind extends string ? Common & { readonly kind: Kind } & Extra : never;

/** One input of a form, as its contract describes it. References are ids, chosen from options that the page gives. */
export type Field =
  | Of<'text' | 'long_text'>
  | Of<
      | 'integer'
      | 'money'
      | 'quantity'
      | 'hours'
      | 'rate'
      | 'yes_no'
      | 'instant'
      | 'day'
      | 'time'
      | 'signature'
      | 'check_items'
    >
  | Of<'choice' | 'choices', { readonly values: readonly string[] }>
  | Of<'reference' | 'references'>
  | Of<'group' | 'list', { readonly fields: readonly Field[] }>;

type Json = {
  /** A list where a bare value may be missing, e.g. `['boolean', 'null']`. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Json[];
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly maxLength?: number;
};

/** The fields that a person gives for a contract: its input less what the page knows already. */
export function fieldsOf(contract: Contract, known: readonly string[]): readonly Field[] {
  const schema = z.toJSONSchema(contract.input, { io: 'input', unrepresentable: 'any' }) as Json;
  return fieldsIn(schema).filter(({ name }) => !known.includes(name));
}

/** Within `hourlyRateFen` each number is money, whatever it is called. */
const fieldsIn = ({ properties = {} }: Json, within = ''): Field[] =>
  Object.entries(properties).map(([name, json]) => fieldOf(name, json, within));

function fieldOf(name: string, json: Json, within: string): Field {
  const inner = json.anyOf?.find(({ type }) => type !== 'null') ?? json;
  const nullable = json.anyOf?.some(({ type }) => type === 'null') ?? typesOf(json).includes('null');
  return { name, nullable, ...kindOf(name, inner, within) } as Field;
}

const typesOf = ({ type = [] }: Json): readonly string[] => (typeof type === 'string' ? [type] : type);

function kindOf(name: string, json: Json, within: string): object {
  if (json.enum) return { kind: 'choice', values: json.enum };
  const [type] = typesOf(json);
  if (type === 'boolean') return { kind: 'yes_no' };
  if (type === 'integer' || type === 'number') return { kind: within.endsWith('Fen') ? 'money' : numberKind(name) };
  if (type === 'array') return arrayKind(json.items ?? {});
  if (type === 'object') return objectKind(name, json);
  return textKind(json);
}

function textKind({ format, maxLength = 0, pattern }: Json): object {
  if (format === 'uuid') return { kind: 'reference' };
  if (format === 'date-time') return { kind: 'instant' };
  if (format === 'date') return { kind: 'day' };
  if (pattern?.includes(':[0-5]')) return { kind: 'time' };
  return { kind: maxLength > 200 ? 'long_text' : 'text' };
}

function numberKind(name: string): Field['kind'] {
  if (name.endsWith('Fen')) return 'money';
  if (name === 'qtyMilli' || name === 'minimumMilli') return 'quantity';
  if (name.endsWith('Bp')) return 'rate';
  return name.endsWith('Centi') ? 'hours' : 'integer';
}

function objectKind(name: string, json: Json): object {
  return json.properties?.['strokes'] ? { kind: 'signature' } : { kind: 'group', fields: fieldsIn(json, name) };
}

function arrayKind(items: Json): object {
  if (items.enum) return { kind: 'choices', values: items.enum };
  if (items.format === 'uuid') return { kind: 'references' };
  if (items.properties?.['item'] && items.properties['result']) return { kind: 'check_items' };
  return items.properties ? { kind: 'list', fields: fieldsIn(items) } : { kind: 'choices', values: [] };
}

/** What a field holds before anybody touched it. */
export function emptyValue(field: Field): unknown {
  if (field.nullable) return null;
  if (field.kind === 'group') return Object.fromEntries(field.fields.map((each) => [each.name, emptyValue(each)]));
  if (field.kind === 'list' || field.kind === 'choices' || field.kind === 'references' || field.kind === 'check_items')
    return [];
  if (field.kind === 'text' || field.kind === 'long_text') return '';
  if (field.kind === 'money' && field.name === 'discountFen') return 0;
  return field.kind === 'yes_no' ? false : null;
}
