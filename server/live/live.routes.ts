import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { admittedActor, type Access } from '#server/access/caller.ts';
import { sendProblem } from '#server/http/problem-details.ts';
import type { LiveChange } from '#server/live/live-change.ts';
import type { LiveListener } from '#server/live/live-listener.ts';
import { openStreams } from '#server/live/open-streams.ts';

const heartbeatMs = 20_000;
/** A browser that was refused asks again after this. */
const againSeconds = 10;

type LiveOptions = {
  readonly access: Access;
  readonly listener: LiveListener;
  /** How many streams may be open at once, of all sessions. */
  readonly mostStreams: number;
};

/**
 * `GET /api/v1/live`: server-sent events. `changed` names the topics to ask again, `resync` means ask everything again.
 * Staff hear their store (`?store=` when they have several), a customer only the order of the link. Whoever is let in no
 * longer (signed out, deactivated, link ended) hears no more. Refusal: `too_many_streams`.
 */
export function liveRoutes(app: FastifyInstance, { access, listener, mostStreams }: LiveOptions): void {
  const streams = openStreams(mostStreams);
  const open = new Map<FastifyReply, () => Promise<void>>();
  const heartbeat = setInterval(() => {
    for (const [reply, endUnlessAdmitted] of open) {
      say(reply, ': beat\n\n');
      void endUnlessAdmitted();
    }
  }, heartbeatMs);
  heartbeat.unref();
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    for (const reply of open.keys()) reply.raw.end();
  });
  app.get('/api/v1/live', async (request, reply) => {
    const actor = await admittedActor(request, access, 'public');
    if (isRefusal(actor)) return sendProblem(request, reply, actor);
    const leave = streams.take(sessionOf(request, actor, access));
    if (isRefusal(leave)) return sendProblem(request, reply.header('retry-after', againSeconds), leave);
    reply.raw.once('close', leave);
    reply.hijack();
    beginStream(reply);
    const endUnlessAdmitted = async () => {
      const still = await admittedActor(request, access, 'public').catch(() => actor);
      if (isRefusal(still)) reply.raw.end();
    };
    open.set(reply, endUnlessAdmitted);
    const unsubscribe = listener.subscribe({
      changed: (change) => {
        const topics = topicsFor(actor, change);
        if (topics.length > 0) send(reply, 'changed', { topics });
        if (change.topics.includes('staff')) void endUnlessAdmitted();
      },
      missed: () => send(reply, 'resync', {}),
    });
    reply.raw.once('close', () => {
      unsubscribe();
      open.delete(reply);
    });
  });
}

/** Whose stream it is: one sign-in of one person, or a customer's link. */
const sessionOf = (request: FastifyRequest, actor: Actor, { identity }: Access): string =>
  actor.kind === 'customer' ? actor.linkId : (request.cookies[identity.cookieName] ?? '');

/** The headers that earlier hooks have set, security ones among them, go along. */
function beginStream(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 2000\n');
  send(reply, 'open', {});
}

function send(reply: FastifyReply, event: string, data: object): void {
  say(reply, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A stream that was ended may still be open for a moment. */
function say({ raw }: FastifyReply, text: string): void {
  if (!raw.writableEnded) raw.write(text);
}

/** What of a change concerns the actor; nothing for another store. */
export function topicsFor(actor: Actor, { store, topics }: LiveChange): readonly string[] {
  if (store !== actor.storeId) return [];
  if (actor.kind === 'staff') return topics;
  return actor.kind === 'customer' ? topics.filter((topic) => topic === `order:${actor.orderId}`) : [];
}
