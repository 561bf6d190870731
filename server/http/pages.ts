import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#domain/kernel/refusal.ts';
import { sendProblem } from '#server/http/problem-details.ts';

export type PagesOptions = {
  /** The built interface. */
  readonly folder: string;
  /** Settles when the interface is built; pages wait for it. */
  readonly ready: Promise<void>;
};

/** The interface: its files, and for every other address its one page, which finds its way by itself. */
export async function pages(app: FastifyInstance, { folder, ready }: PagesOptions): Promise<void> {
  mkdirSync(folder, { recursive: true });
  app.addHook('onRequest', async (request) => {
    if (isPage(request)) await ready;
  });
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', lifetimeOf(path)),
  });
  app.get('/', (request, reply) => unknownAddress(request, reply, folder));
}

/** What no route knows: the page for a person, problem details for a program. */
export function unknownAddress(request: FastifyRequest, reply: FastifyReply, folder: string): FastifyReply {
  const wantsPage = isPage(request) && !/\.\w+$/.test(pathOf(request));
  if (wantsPage && existsSync(join(folder, 'index.html'))) return reply.sendFile('index.html');
  return sendProblem(request, reply, refuse('not_found'));
}

export const pathOf = ({ url }: FastifyRequest): string => url.split('?', 1)[0] ?? url;

function isPage(request: FastifyRequest): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads && !/^\/(?:api(?:\/|$)|healthz$|readyz$|metrics$)/.test(pathOf(request));
}

/** Built files carry a hash in their names; the page itself is asked for each time. */
function lifetimeOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
