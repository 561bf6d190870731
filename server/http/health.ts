import type { FastifyInstance } from 'fastify';
import type { ServerDeps } from '#server/http/server-deps.ts';

/** Whether a part of the server works; answers false or throws when it does not. */
export type ReadyChecks = Readonly<Record<string, () => Promise<boolean>>>;

/** `/healthz`: the process lives. `/readyz`: everything it needs answers. `/metrics`: for Prometheus. */
export function health(app: FastifyInstance, { metrics }: ServerDeps, checks: ReadyChecks): void {
  app.get('/healthz', (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await works(check)] as const),
    );
    const ready = results.every(([, ok]) => ok);
    const body = { status: ready ? 'ok' : 'unavailable', checks: Object.fromEntries(results) };
    reply.code(ready ? 200 : 503).header('cache-control', 'no-store');
    return body;
  });
  app.get('/metrics', async (_, reply) => {
    reply.header('content-type', metrics.registry.contentType);
    return metrics.registry.metrics();
  });
}

async function works(check: () => Promise<boolean>): Promise<boolean> {
  try {
    return await check();
  } catch {
    return false;
  }
}
