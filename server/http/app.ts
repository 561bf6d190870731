import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Binding } from '#server/http/bind.ts';
import { answerClientError } from '#server/http/client-error.ts';
import { apiRoot, contractRoutes } from '#server/http/contract-routes.ts';
import { failures, sendFailure } from '#server/http/failures.ts';
import { health, type ReadyChecks } from '#server/http/health.ts';
import { pages, pathOf, unknownAddress, type PagesOptions } from '#server/http/pages.ts';
import { sendProblem } from '#server/http/problem-details.ts';
import { reference } from '#server/http/reference.ts';
import { requestLog } from '#server/http/request-log.ts';
import { guessLimit, security } from '#server/http/security.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import { liveRoutes } from '#server/live/live.routes.ts';

export type AppOptions = {
  readonly deps: ServerDeps;
  readonly bindings: readonly Binding[];
  readonly pages: PagesOptions;
  readonly ready: ReadyChecks;
  readonly logLevel: string;
  readonly publicUrl: string | undefined;
  readonly secure: boolean;
  readonly trustProxy: boolean;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Requests a minute of one session, 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Tries a minute to sign in with one username from one address. */
  readonly triesPerMinute: number;
  /** Event streams open at once, of all sessions. */
  readonly liveStreams: number;
};

const megabyte = 1024 * 1024;

/** The whole HTTP server, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { deps, bindings } = options;
  const app = newInstance(options);
  app.removeContentTypeParser('text/plain');
  failures(app);
  requestLog(app);
  await security(app, { ...options, sessionOf: (request) => sessionOf(request, deps) });
  await app.register(compress, { threshold: 2048, encodings: ['gzip', 'deflate', 'identity'] });
  await app.register(multipart, { limits: { fileSize: 25 * megabyte, files: 20, fields: 50, fieldSize: megabyte } });
  await pages(app, options.pages);
  app.setNotFoundHandler((request, reply) => void unknown(request, reply, options));
  health(app, deps, options.ready);
  await reference(
    app,
    bindings.map(({ contract }) => contract),
  );
  contractRoutes(app, { deps, bindings, guard: guessLimit(options.triesPerMinute) });
  liveRoutes(app, { access: deps.access, listener: deps.live.listener, mostStreams: options.liveStreams });
  return app;
}

/** The session cookie of a request that opens one; others may write what they like there. */
async function sessionOf(request: FastifyRequest, { access: { identity } }: ServerDeps): Promise<string | null> {
  const cookie = request.cookies[identity.cookieName];
  return cookie !== undefined && (await identity.personOf(cookie)) ? cookie : null;
}

function newInstance({ logLevel, trustProxy, tls }: AppOptions): FastifyInstance {
  const common = {
    logger: { level: logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: 2 * megabyte,
    forceCloseConnections: true,
    frameworkErrors: sendFailure,
    clientErrorHandler: answerClientError,
    routerOptions: { maxParamLength: 200 },
  };
  const app = tls ? fastify({ ...common, https: { ...tls } }) : fastify(common);
  return app as unknown as FastifyInstance;
}

function unknown(
  request: FastifyRequest,
  reply: FastifyReply,
  { bindings, pages: { folder } }: AppOptions,
): FastifyReply {
  const path = pathOf(request);
  const methods = bindings
    .filter(({ contract }) => matches(contract.path, path))
    .map(({ contract }) => contract.method);
  if (methods.length === 0) return unknownAddress(request, reply, folder);
  reply.header('allow', [...new Set(methods)].join(', '));
  return sendProblem(request, reply, refuse('method_not_allowed'));
}

function matches(contractPath: string, path: string): boolean {
  const wanted = `${apiRoot}${contractPath}`.split('/');
  const parts = path.split('/');
  return wanted.length === parts.length && wanted.every((part, index) => part.startsWith(':') || part === parts[index]);
}
