import type { FastifyRequest } from 'fastify';
import type { Callers } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayAct, type Actor } from '#domain/kernel/role.ts';
import type { CustomerLinks } from '#server/access/customer-link.ts';
import type { Identity, Person } from '#server/access/identity.ts';

/** Who asks: nobody known, a person without a store here, or an actor of one store. */
export type Caller = { readonly person: Person | null; readonly actor: Actor | null };

export type Access = { readonly identity: Identity; readonly links: CustomerLinks };

export const visitCookie = 'jiaoche.visit';

const nobody: Caller = { person: null, actor: null };

/**
 * Who sends the request. A `Visit-Token` header makes a customer; else the session cookie a person, acting in the store
 * named by `Store-Id` or the first of theirs; else the visit cookie a customer.
 * Refusals: `link_expired`, `forbidden` for a store that is not theirs.
 */
export async function callerOf(request: FastifyRequest, access: Access): Promise<Caller | Refusal> {
  const token = header(request, 'visit-token');
  if (token !== undefined) return customerBy(token, access);
  const cookie = request.cookies[access.identity.cookieName];
  const person = cookie === undefined ? null : await access.identity.personOf(cookie);
  if (person) return inWantedStore(person, header(request, 'store-id') ?? storeInQuery(request));
  const visit = request.cookies[visitCookie];
  return visit === undefined ? nobody : customerBy(visit, access);
}

/** Whether the caller may call at all; the actor's rows are row security's matter. Refusals: `unauthenticated`, `forbidden`. */
export function admit(caller: Caller, callers: Callers): Actor | Refusal {
  const { actor, person } = caller;
  if (!actor) return refuse(person ? 'forbidden' : 'unauthenticated');
  if (callers === 'public') return actor;
  const admitted = callers === 'staff' ? actor.kind === 'staff' : mayAct(actor, callers);
  return admitted ? actor : refuse('forbidden');
}

/** `callerOf` and `admit` in one. */
export async function admittedActor(
  request: FastifyRequest,
  access: Access,
  callers: Callers,
): Promise<Actor | Refusal> {
  const caller = await callerOf(request, access);
  return isRefusal(caller) ? caller : admit(caller, callers);
}

async function customerBy(token: string, { links }: Access): Promise<Caller | Refusal> {
  const actor = await links.resolve(token);
  return actor ? { person: null, actor } : refuse('link_expired');
}

function inWantedStore(person: Person, wanted: string | undefined): Caller | Refusal {
  if (wanted !== undefined && !person.stores.some(({ storeId }) => storeId === wanted)) return refuse('forbidden');
  const store = person.stores.find(({ storeId }) => wanted === undefined || storeId === wanted);
  if (!store) return { person, actor: null };
  return { person, actor: { kind: 'staff', storeId: store.storeId, staffId: store.staffId, roles: store.roles } };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A browser's event stream can send no headers. */
function storeInQuery(request: FastifyRequest): string | undefined {
  if (request.routeOptions.url !== '/api/v1/live') return undefined;
  const { store } = request.query as { store?: unknown };
  return typeof store === 'string' ? store : undefined;
}
