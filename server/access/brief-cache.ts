/** Remembers answers for a few seconds, and never more than some thousands of them. */
export class BriefCache<T> {
  readonly #entries = new Map<string, { readonly until: number; readonly value: Promise<T> }>();
  readonly #lifetimeMs: number;
  readonly #most = 10_000;

  constructor(lifetimeMs: number) {
    this.#lifetimeMs = lifetimeMs;
  }

  /** The remembered answer or a new one; questions asked at once share it, and failures are not remembered. */
  read(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    const now = performance.now();
    if (known && known.until > now) return known.value;
    if (this.#entries.size >= this.#most) this.#entries.clear();
    const value = ask();
    this.#entries.set(key, { until: now + this.#lifetimeMs, value });
    value.catch(() => this.#entries.delete(key));
    return value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
