import { z } from 'zod';
import type { Machine } from '#domain/kernel/machine.ts';
import type { RefusalCode } from '#domain/kernel/refusal.ts';
import type { Role } from '#domain/kernel/role.ts';
import type { Words } from '#domain/kernel/words.ts';

/** Who may call an endpoint: named roles, any signed-in member of staff, or anyone. */
export type Callers = readonly Role[] | 'staff' | 'public';

type Shape = z.ZodObject<z.ZodRawShape>;

/**
 * The whole promise of one endpoint. Path parameters, query and body are one strict input object: unknown fields are refused.
 * A command is sent with an `Idempotency-Key`; a repeated one has one effect.
 */
export type Contract<Input extends Shape = Shape, Output extends z.ZodType = z.ZodType> = Words & {
  readonly kind: 'command' | 'query';
  /** `capability.verb`, the name in logs, metrics and the permission matrix. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`, parameters as `:orderId`. */
  readonly path: string;
  readonly callers: Callers;
  readonly input: Input;
  readonly output: Output;
  /** Refusals of its own; the common ones (see `commonRefusals`) every endpoint may give. */
  readonly refusals: readonly RefusalCode[];
};

export type InputOf<C extends Contract> = z.output<C['input']>;
export type OutputOf<C extends Contract> = z.output<C['output']>;

/** Refusals that any endpoint may give. */
export const commonRefusals: readonly RefusalCode[] = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'invalid_input',
  'too_many_requests',
];

/** Refusals that any command may give besides. */
export const commandRefusals: readonly RefusalCode[] = [
  'idempotency_key_missing',
  'idempotency_key_reused',
  'stale_version',
  'wrong_state',
  'busy',
];

type ActionRef<State extends string, Name extends string> = {
  readonly of: Machine<State, Name>;
  readonly action: NoInfer<Name>;
};

type CommandDefinition<I extends Shape, O extends z.ZodType> = {
  readonly name: string;
  readonly path: string;
  readonly input: I;
  readonly output: O;
  /** Refusals besides the action's own. */
  readonly refusals?: readonly RefusalCode[];
};

/** A command that takes one action of a machine: its roles, label and refusals come from the action table. */
export function command<S extends string, N extends string, I extends Shape, O extends z.ZodType>(
  ref: ActionRef<S, N>,
  definition: CommandDefinition<I, O>,
): Contract<I, O> {
  const { by, refusals, zh, en } = ref.of.actions[ref.action];
  const all = [...refusals, ...(definition.refusals ?? [])];
  return { ...definition, kind: 'command', method: 'POST', callers: by, refusals: all, zh, en };
}

type QueryDefinition<I extends Shape, O extends z.ZodType> = Words & {
  readonly name: string;
  readonly path: string;
  readonly callers: Callers;
  readonly input: I;
  readonly output: O;
  readonly refusals?: readonly RefusalCode[];
};

/** A read. It changes nothing and is answered from one snapshot. */
export function query<I extends Shape, O extends z.ZodType>(definition: QueryDefinition<I, O>): Contract<I, O> {
  return { ...definition, kind: 'query', method: 'GET', refusals: definition.refusals ?? [] };
}

/** The version of the row that the caller saw; a lost update is refused as `stale_version`. */
export const version = z.int().min(1).max(2_147_483_646);
