import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Call } from '#server/http/call.ts';
import type { FileAnswer } from '#server/http/file-answer.ts';
import { inputIssues, invalidInput } from '#server/http/input-issues.ts';
import { fieldKinds, type FieldKinds } from '#server/http/request-input.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';

type Shape = z.ZodObject<z.ZodRawShape>;
type Answer<O extends z.ZodType> = z.input<O> | FileAnswer | Refusal;

/** An input that fits its contract, ready to be handled in a place `P`. */
export type Parsed<P> = {
  readonly refused: false;
  readonly input: unknown;
  readonly handle: (place: P) => Promise<unknown>;
};

type Bound<P> = {
  readonly contract: Contract;
  readonly kinds: FieldKinds;
  readonly parse: (fields: unknown) => Parsed<P> | Refusal;
};

/** Outside any store: signing in, first run. The reply is at hand for cookies. */
export type OpenCall = {
  readonly deps: ServerDeps;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly now: string;
};

/** A contract with its handler. */
export type Binding =
  | (Bound<Call> & { readonly place: 'store'; readonly receipt: boolean })
  | (Bound<OpenCall> & { readonly place: 'open'; readonly guarded: boolean });

type BindOptions = {
  /** False where the answer or the input holds a secret, which no receipt may keep. */
  readonly receipt?: boolean;
};

/**
 * Joins a contract and the function that keeps it. The handler runs in one transaction that sees the caller's store;
 * a Refusal it answers rolls back. A repeated command is answered from its receipt.
 */
export function bind<I extends Shape, O extends z.ZodType>(
  contract: Contract<I, O>,
  handler: (call: Call, input: z.output<I>) => Promise<Answer<O>>,
  { receipt = true }: BindOptions = {},
): Binding {
  return { place: 'store', receipt, ...bound(contract, handler) };
}

type OpenOptions = {
  /** True where a secret could be guessed: few tries a minute. */
  readonly guarded?: boolean;
};

/** Joins a contract and a function that needs no store and no transaction. Such commands keep no receipts. */
export function bindOpen<I extends Shape, O extends z.ZodType>(
  contract: Contract<I, O>,
  handler: (call: OpenCall, input: z.output<I>) => Promise<Answer<O>>,
  { guarded = false }: OpenOptions = {},
): Binding {
  return { place: 'open', guarded, ...bound(contract, handler) };
}

function bound<I extends Shape, O extends z.ZodType, P>(
  contract: Contract<I, O>,
  handler: (place: P, input: z.output<I>) => Promise<Answer<O>>,
): Bound<P> {
  const strict = contract.input.strict();
  return {
    contract,
    kinds: fieldKinds(contract.input),
    parse: (fields) => {
      const parsed = strict.safeParse(fields, { reportInput: true });
      if (!parsed.success) return invalidInput(inputIssues(parsed.error));
      const input = parsed.data as z.output<I>;
      return { refused: false, input, handle: (place) => handler(place, input) };
    },
  };
}
