import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type RefusalCode } from '#domain/kernel/refusal.ts';
import { databaseRefusal, loggedError } from '#server/http/database-refusal.ts';
import { internalError, sendProblem } from '#server/http/problem-details.ts';

const byStatus: Readonly<Record<number, RefusalCode>> = {
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** Whatever goes wrong outside a handler becomes problem details; what goes wrong inside one is ours and is logged. */
export function failures(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));
}

/** Malformed requests are 4xx, constraints that slipped through 409, all else 500 and logged without personal data. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = statusOf(error);
  if (status >= 400 && status < 500)
    return sendProblem(request, reply, refuse(byStatus[status] ?? 'malformed_request'));
  const refusal = databaseRefusal(error);
  if (refusal) return sendProblem(request, reply, refusal);
  request.log.error({ route: request.routeOptions.url, err: loggedError(error) }, 'failed');
  return sendProblem(request, reply, internalError);
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error ? ((error as FastifyError).statusCode ?? 500) : 500;
}
