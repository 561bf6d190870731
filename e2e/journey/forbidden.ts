import type { RefusalCode } from '#domain/kernel/refusal.ts';
import type { Reply } from '#e2e/journey/api-client.ts';
import type { Forbid } from '#e2e/journey/journey.ts';

/** One forbidden thing that was tried. */
export type Tried = {
  readonly tried: string;
  readonly expected: RefusalCode;
  /** What was really answered. */
  readonly code: string;
  readonly status: number;
  /** Whether every row is as it was before. */
  readonly unchanged: boolean;
};

/** One text for all rows that a forbidden attempt must leave alone. */
export type Fingerprint = () => Promise<string>;

/** Tries forbidden things between two fingerprints, keeps what came of it and tells it at once. */
export function forbidding(
  fingerprint: Fingerprint,
  tell: (tried: Tried) => void,
): { readonly forbid: Forbid; readonly tried: readonly Tried[] } {
  const tried: Tried[] = [];
  const forbid: Forbid = async (what, expected, attempt) => {
    const before = await fingerprint();
    const reply = await attempt();
    const unchanged = (await fingerprint()) === before;
    const done = { tried: what, expected, code: codeOf(reply), status: reply.status, unchanged };
    tried.push(done);
    tell(done);
  };
  return { forbid, tried };
}

/** Refused as expected, by a client error, with nothing stored. */
export const isRefused = ({ expected, code, status, unchanged }: Tried): boolean =>
  code === expected && status >= 400 && status < 500 && unchanged;

function codeOf({ body, status }: Reply): string {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code : `http_${status}`;
}
