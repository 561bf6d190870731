import { isDeepStrictEqual } from 'node:util';
import type { AggregateShape } from '#db/aggregate/shape.ts';

type Row = Readonly<Record<string, unknown>>;

/** An aggregate's root and lists as they were committed, without what is read beside them. */
export type KeptAggregate = Row;

/**
 * Aggregates in memory as they were last committed, by the id of their root. Every change of an aggregate moves the head of its
 * chain, so one that has the head found in the database is what reading it anew would answer (docs/decisions/0008).
 */
export type KeptAggregates = {
  readonly get: (id: string) => KeptAggregate | undefined;
  readonly keep: (id: string, aggregate: KeptAggregate) => void;
  /** Forgets all, after rows were changed by hand. */
  readonly forget: () => void;
  /** Called with the same aggregate from memory and from the database where both are asked for; throws when they differ. */
  readonly compare?: (shape: AggregateShape, kept: unknown, read: unknown) => void;
};

type Options = {
  /** How many are kept; those longest unused go first. */
  readonly most?: number;
  /** Every use also reads from the database, and a difference is thrown: in tests and development. */
  readonly check?: boolean;
};

export function keptAggregates({ most = 500, check = false }: Options = {}): KeptAggregates {
  const byId = new Map<string, KeptAggregate>();
  const keep = (id: string, aggregate: KeptAggregate) => {
    byId.delete(id);
    byId.set(id, aggregate);
    const [oldest] = byId.keys();
    if (byId.size > most && oldest !== undefined) byId.delete(oldest);
  };
  const get = (id: string) => {
    const aggregate = byId.get(id);
    if (aggregate) keep(id, aggregate);
    return aggregate;
  };
  const forget = () => byId.clear();
  return { get, keep, forget, ...(check && { compare }) };
}

function compare(shape: AggregateShape, keptOne: unknown, readOne: unknown): void {
  const [kept, read] = [inKeyOrder(shape, keptOne), inKeyOrder(shape, readOne)];
  if (isDeepStrictEqual(kept, read)) return;
  throw new Error(`an aggregate was changed beside its record: ${firstDifference(kept, read)}`);
}

/** As JSON carries it, rows in the order of their keys: those of one command stand in the order they were made until read anew. */
function inKeyOrder({ lists }: AggregateShape, aggregate: unknown): Row {
  const plain = JSON.parse(JSON.stringify(aggregate)) as Row;
  const sorted = Object.entries(lists).map(([name, { key }]) => {
    const rows = plain[name];
    const keyOf = (row: Row) => key.map((part) => String(row[part])).join('|');
    return [name, Array.isArray(rows) ? rows.toSorted((a: Row, b: Row) => (keyOf(a) < keyOf(b) ? -1 : 1)) : rows];
  });
  return { ...plain, ...Object.fromEntries(sorted) };
}

function firstDifference(kept: unknown, read: unknown, path = ''): string {
  const both = [kept, read];
  if (!both.every((each) => typeof each === 'object' && each !== null))
    return isDeepStrictEqual(kept, read) ? '' : `${path}: kept ${JSON.stringify(kept)}, read ${JSON.stringify(read)}`;
  const [a, b] = both as [Row, Row];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.map((name) => firstDifference(a[name], b[name], `${path}.${name}`)).find((found) => found !== '') ?? '';
}
