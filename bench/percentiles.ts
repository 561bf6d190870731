export type Times = { readonly p50Ms: number; readonly p99Ms: number };

/** The nearest-rank percentile; 0 of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const timesOf = (values: readonly number[]): Times => ({
  p50Ms: rounded(percentile(values, 0.5)),
  p99Ms: rounded(percentile(values, 0.99)),
});

/** Two decimals are enough for people and programs. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
