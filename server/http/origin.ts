import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '#domain/kernel/refusal.ts';
import { sendProblem } from '#server/http/problem-details.ts';

/** Commands that a page of another site sends are refused, although the browser would add the cookie. */
export function refuseForeignOrigins(app: FastifyInstance, publicUrl: string | undefined): void {
  const own = publicUrl === undefined ? null : new URL(publicUrl).origin;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' || request.method === 'HEAD' || !isForeign(request, own)) return;
    return sendProblem(request, reply, refuse('foreign_origin'));
  });
}

function isForeign({ headers, host }: FastifyRequest, own: string | null): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (origin === own) return false;
  return !URL.canParse(origin) || !isAt(new URL(origin), host);
}

/** A browser leaves the usual port out of the origin. */
function isAt({ protocol, host }: URL, own: string): boolean {
  const mine = `${protocol}//${own}`;
  return URL.canParse(mine) && new URL(mine).host === host;
}
