import { isDeepStrictEqual } from 'node:util';
import type { Contract } from '#domain/kernel/contract.ts';

/** Throws when an answer is not what its contract promises, or says more than it promises. */
export function checkAnswer({ name, output }: Contract, answer: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(answer ?? null));
  const parsed = output.safeParse(sent);
  if (!parsed.success) throw new TypeError(`${name} breaks its contract: ${JSON.stringify(parsed.error.issues)}`);
  const promised: unknown = JSON.parse(JSON.stringify(parsed.data ?? null));
  if (!isDeepStrictEqual(sent, promised))
    throw new TypeError(`${name} answers more or other than its contract promises`);
}
