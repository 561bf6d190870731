import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '#domain/kernel/refusal.ts';
import { refuseForeignOrigins } from '#server/http/origin.ts';

export type SecurityOptions = {
  readonly publicUrl: string | undefined;
  /** People arrive by https. */
  readonly secure: boolean;
  /** What names the session that a request belongs to; null when it belongs to none. */
  readonly sessionOf: (request: FastifyRequest) => Promise<string | null>;
  /** Requests a minute of one session, 0 for no limit. */
  readonly requestsPerMinute: number;
};

const self = "'self'";

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [self],
    styleSrc: [self, "'unsafe-inline'"],
    imgSrc: [self, 'data:', 'blob:'],
    fontSrc: [self, 'data:'],
    mediaSrc: [self, 'blob:'],
    workerSrc: [self, 'blob:'],
    frameSrc: [self, 'blob:'],
    objectSrc: ["'none'"],
    baseUri: [self],
    formAction: [self],
    frameAncestors: [self],
  },
};

/** Headers, cookies, limits and origins. Styles may be inline, because Ant Design writes them as it renders. */
export async function security(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const { secure } = options;
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie);
  await limitRates(app, options);
  refuseForeignOrigins(app, options.publicUrl);
}

/** The limited are told by problem details: what is thrown here reaches the error handler. */
async function limitRates(app: FastifyInstance, { requestsPerMinute, sessionOf }: SecurityOptions): Promise<void> {
  await app.register(rateLimit, {
    global: requestsPerMinute > 0,
    max: requestsPerMinute || 1,
    timeWindow: '1 minute',
    keyGenerator: async (request) => (await sessionOf(request)) ?? request.ip,
    errorResponseBuilder: () => Object.assign(new Error(refuse('too_many_requests').code), { statusCode: 429 }),
  });
}

/** The limit of a route where a secret could be guessed: by address and username. */
export const guessLimit = (triesPerMinute: number): object => ({
  rateLimit: {
    max: triesPerMinute,
    timeWindow: '1 minute',
    hook: 'preHandler',
    keyGenerator: (request: FastifyRequest) => `${request.ip} ${usernameIn(request.body)}`,
  },
});

function usernameIn(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'username' in body ? body.username : undefined;
  return typeof named === 'string' ? named.trim().toLowerCase().slice(0, 100) : '';
}
