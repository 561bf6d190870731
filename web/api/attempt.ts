/** One attempt to have a command take effect; sent again after a lost answer it carries the same key, so that it counts once. */
export type Attempt = { readonly content: string; readonly key: string; readonly since: number };

const open = new Map<string, Attempt>();
const rememberedMs = 10 * 60_000;

/** The attempt for this content: the open one when its answer was lost, else a new one. */
export function attemptKey(content: string): Attempt {
  const known = open.get(content);
  if (known && Date.now() - known.since < rememberedMs) return known;
  const attempt = { content, key: newKey(), since: Date.now() };
  open.set(content, attempt);
  return attempt;
}

/** The answer arrived: the same content sent later is meant anew. */
export function settleAttempt({ content, key }: Attempt): void {
  if (open.get(content)?.key === key) open.delete(content);
}

/** `randomUUID` exists only on https and localhost; a shop's own network may have neither. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
