import type { Instant } from '#domain/kernel/calendar.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

/** What a decision may know besides the aggregate: who, when, new ids, the store's settings, and facts read for it. */
export type Context<Facts = undefined> = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly newId: () => string;
  /** SHA-256 of a text in UTF-8, as lower-case hexadecimal. */
  readonly sha256: (text: string) => string;
  readonly settings: StoreSettings;
  readonly facts: Facts;
};

/** One row of the record: what was done, with ids and figures but no personal data. Integers only, so that it can be hashed. */
export type Activity = { readonly action: string; readonly payload: Readonly<Record<string, unknown>> };

/** The answer of a pure rule: the aggregate as it becomes, the row for the record, and what the caller is told. */
export type Decision<Aggregate, Output> = {
  readonly next: Aggregate;
  readonly activity: Activity;
  readonly output: Output;
};

/** A pure rule of the trade: aggregate, input and context in; a decision or a refusal out. */
export type Decide<Aggregate, Input, Output, Facts = undefined> = (
  aggregate: Aggregate,
  input: Input,
  context: Context<Facts>,
) => Decision<Aggregate, Output> | Refusal;

/** The staff id of an actor who must be staff: contracts of staff commands never let others through. */
export function staffIdOf(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Error(`a member of staff must act here, not ${actor.kind}`);
  return actor.staffId;
}

/** The staff id where staff acted, null for customers and the system. */
export const staffIdOrNull = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.staffId : null);
