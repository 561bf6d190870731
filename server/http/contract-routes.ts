import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { admittedActor, visitCookie } from '#server/access/caller.ts';
import type { Binding } from '#server/http/bind.ts';
import { checkAnswer } from '#server/http/check-answer.ts';
import { databaseRefusal, loggedError } from '#server/http/database-refusal.ts';
import { FileAnswer, fileBody } from '#server/http/file-answer.ts';
import { problemText } from '#server/http/problem-details.ts';
import { isKey } from '#server/http/receipt.ts';
import { requestFields } from '#server/http/request-input.ts';
import { runCommand, runQuery, type Outcome } from '#server/http/run-store-call.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import { readUpload, type UploadedFile } from '#server/http/upload.ts';

export const apiRoot = '/api/v1';

type StoreBinding = Extract<Binding, { place: 'store' }>;
type OpenBinding = Extract<Binding, { place: 'open' }>;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly deps: ServerDeps };

/** One route per contract; `routeConfig` limits those where a secret could be guessed. */
export function contractRoutes(
  app: FastifyInstance,
  options: { deps: ServerDeps; bindings: readonly Binding[]; guard: object },
): void {
  for (const binding of options.bindings) app.route(routeOf(binding, options));
}

function routeOf(binding: Binding, { deps, guard }: { deps: ServerDeps; guard: object }): RouteOptions {
  const { method, path } = binding.contract;
  return {
    method,
    url: `${apiRoot}${path}`,
    config: binding.place === 'open' && binding.guarded ? guard : {},
    handler: (request, reply) => answer(binding, { request, reply, deps }),
  };
}

type Body = string | Buffer | Readable;

async function answer(binding: Binding, exchange: Exchange): Promise<Body> {
  const { request, reply, deps } = exchange;
  const started = performance.now();
  const outcome = await outcomeOf(binding, exchange);
  const seconds = (performance.now() - started) / 1000;
  deps.metrics.observe(binding.contract.name, label(outcome), seconds);
  if (isRefusal(outcome)) return problemText(request, reply, outcome);
  if (outcome.replayed) reply.header('idempotency-replayed', 'true');
  return bodyOf(binding, exchange, outcome.answer);
}

const label = (outcome: Outcome | Refusal): string => {
  if (isRefusal(outcome)) return outcome.code;
  return outcome.replayed ? 'replayed' : 'ok';
};

/** A returned body costs less than a returned reply, which Fastify would wait for. */
function bodyOf({ contract }: Binding, { reply, deps }: Exchange, answered: unknown): Body {
  if (answered instanceof FileAnswer) return fileBody(reply, answered);
  if (deps.checkAnswers) checkAnswer(contract, answered);
  reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store');
  return JSON.stringify(answered ?? null);
}

/** What the database refuses is an answer too, never a failure of ours; only its kind and place are logged. */
async function outcomeOf(binding: Binding, exchange: Exchange): Promise<Outcome | Refusal> {
  try {
    return binding.place === 'store' ? await storeOutcome(binding, exchange) : await openOutcome(binding, exchange);
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (!refusal) throw error;
    exchange.request.log.warn({ contract: binding.contract.name, err: loggedError(error) }, 'refused by the database');
    return refusal;
  }
}

async function openOutcome(binding: OpenBinding, { request, reply, deps }: Exchange): Promise<Outcome | Refusal> {
  const fields = requestFields(request, request.body ?? {}, binding.kinds);
  if (isRefusal(fields)) return fields;
  const parsed = binding.parse(fields);
  if (parsed.refused) return parsed;
  const done = await parsed.handle({ deps, request, reply, now: deps.now() });
  return isRefusal(done) ? done : { answer: done, replayed: false };
}

async function storeOutcome(binding: StoreBinding, exchange: Exchange): Promise<Outcome | Refusal> {
  const { request, deps } = exchange;
  const { contract } = binding;
  const actor = await admittedActor(request, deps.access, contract.callers);
  if (isRefusal(actor)) return actor;
  if (actor.kind === 'customer') rememberVisit(exchange);
  const key = request.headers['idempotency-key'];
  if (contract.kind === 'command' && !isKey(key)) return refuse('idempotency_key_missing');
  const sent = await sentContent(binding, request);
  if (isRefusal(sent)) return sent;
  const kept = contract.kind === 'command' && binding.receipt && isKey(key) ? key : null;
  const cameTo = `${request.protocol}://${request.host}`;
  const call = { deps, actor, contract: contract.name, key: kept, cameTo, ...sent };
  if (contract.kind === 'command') return runCommand(call);
  const done = await runQuery(call);
  return isRefusal(done) ? done : { answer: done, replayed: false };
}

async function sentContent(binding: StoreBinding, request: FastifyRequest) {
  const files: readonly UploadedFile[] = [];
  const upload = request.isMultipart() ? await readUpload(request) : { fields: request.body ?? {}, files };
  if (isRefusal(upload)) return upload;
  const fields = requestFields(request, upload.fields, binding.kinds);
  if (isRefusal(fields)) return fields;
  const parsed = binding.parse(fields);
  return parsed.refused ? parsed : { parsed, files: upload.files };
}

/** A customer's event stream and pictures can send no header, so the token also becomes a cookie. */
function rememberVisit({ request, reply, deps }: Exchange): void {
  const token = request.headers['visit-token'];
  if (typeof token !== 'string' || request.cookies[visitCookie] === token) return;
  const secure = deps.access.identity.cookieName.startsWith('__Secure-');
  reply.setCookie(visitCookie, token, {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 60 * 24 * 60 * 60,
  });
}
