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

export const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const camel = (name: string): string =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
