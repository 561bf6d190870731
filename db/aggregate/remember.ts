import type { KeptAggregate } from '#db/aggregate/kept.ts';
import { snake, type AggregateShape } from '#db/aggregate/shape.ts';
import { keptOf, onceCommitted, type Tx } from '#db/transaction.ts';

type Row = Readonly<Record<string, unknown>>;

/** Once the transaction is committed, what it read or saved is at hand for the next one. */
export function remember(tx: Tx, shape: AggregateShape, aggregate: Row): Row {
  const kept = shape.kept && keptOf(tx);
  const id = (aggregate[shape.root.property] as Row)[shape.root.id] as string;
  if (kept) onceCommitted(tx, () => kept.keep(id, asRead(shape, aggregate)));
  return aggregate;
}

/** What a read would answer of an aggregate that was just saved: without what is beside it and what is never read back. */
function asRead(shape: AggregateShape, saved: Row): KeptAggregate {
  const lists = Object.entries(shape.lists).map(([name, { writeOnly = [] }]) => {
    const rows = saved[name];
    const unread = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !writeOnly.includes(snake(key))));
    return [name, writeOnly.length > 0 && Array.isArray(rows) ? rows.map((row) => unread(row as Row)) : rows] as const;
  });
  return { [shape.root.property]: saved[shape.root.property], ...Object.fromEntries(lists) };
}
