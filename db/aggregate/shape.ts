import type { AggregateKind } from '#db/generated/schema.ts';

/** How one list of an aggregate is stored. */
export type ListShape = {
  readonly table: string;
  /** Own key columns after (store_id, root id), in TypeScript spelling. */
  readonly key: readonly string[];
  /** At most one row, read as the row or null. */
  readonly single?: true;
  /** Columns written once and not read back with the aggregate, in SQL spelling. */
  readonly writeOnly?: readonly string[];
  /** SQL for the reading order; the key by default. */
  readonly orderBy?: string;
};

/** How an aggregate is stored: its root row, the lists whose keys begin with the root's, and what is read beside it. */
export type AggregateShape = {
  readonly kind: AggregateKind;
  readonly root: { readonly property: string; readonly table: string; readonly id: string };
  /** Large and often used: kept in memory while the head of its chain stands. */
  readonly kept?: true;
  readonly lists: Readonly<Record<string, ListShape>>;
  /** Read-only SQL expressions answering jsonb, over the row `root`. */
  readonly beside?: Readonly<Record<string, string>>;
};

/** Names are few and asked for every row. */
function remembered(spell: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const spelled = spell(name);
    known.set(name, spelled);
    return spelled;
  };
}

/** `plannedFrom` as the database spells it: `planned_from`. */
export const snake = remembered((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
/** `planned_from` as TypeScript spells it: `plannedFrom`. */
export const camel = remembered((name) => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
