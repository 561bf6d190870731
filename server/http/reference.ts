import type { FastifyInstance } from 'fastify';
import type { Contract } from '#domain/kernel/contract.ts';
import { openApiDocument } from '#server/http/openapi.ts';
import { pathOf } from '#server/http/pages.ts';

const referencePolicy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'";

/** `/api/openapi.json` and a page to read it, which needs nothing from outside. */
export async function reference(app: FastifyInstance, contracts: readonly Contract[]): Promise<void> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const text = JSON.stringify(openApiDocument(contracts));
  app.get('/api/openapi.json', (_, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(text),
  );
  app.addHook('onSend', async (request, reply) => {
    if (pathOf(request) === '/api/reference/') reply.header('content-security-policy', referencePolicy);
  });
  await app.register(scalar, {
    routePrefix: '/api/reference',
    configuration: { url: '/api/openapi.json', withDefaultFonts: false, hideClientButton: true, telemetry: false },
  });
}
