import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export type Metrics = {
  readonly registry: Registry;
  /** How long an endpoint took, and whether it answered `ok`, `replayed` or with which refusal. */
  observe: (contract: string, outcome: string, seconds: number) => void;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'jiaoche_endpoint_duration_seconds',
    help: 'Duration of endpoints by contract and outcome',
    labelNames: ['contract', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  return { registry, observe: (contract, outcome, seconds) => durations.observe({ contract, outcome }, seconds) };
}
