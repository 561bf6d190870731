import { createHash, randomBytes } from 'node:crypto';
import { inStoreSnapshot, type Transactions, type Tx } from '#db/transaction.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { actorId, type Actor } from '#domain/kernel/role.ts';
import { BriefCache } from '#server/access/brief-cache.ts';

type Customer = Extract<Actor, { kind: 'customer' }>;
type Caller = { readonly tx: Tx; readonly actor: Actor; readonly now: string; readonly newId: () => string };

/** How long a customer's link opens its visit. */
export const linkLifetimeMinutes = 60 * 24 * 60;
const rememberedMs = 5_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * Makes the customer's own way to one visit and answers its token, which is kept nowhere: only its hash is stored.
 * The token begins with the store, because a customer arrives before any store is known. Open for 60 days.
 */
export async function createCustomerLink(call: Caller, orderId: string): Promise<string> {
  const { storeId } = call.actor;
  const token = `${storeId.replaceAll('-', '')}${randomBytes(24).toString('base64url')}`;
  const row = {
    store_id: storeId,
    link_id: call.newId(),
    order_id: orderId,
    token_hash: hashOf(token),
    created_by: call.actor.kind === 'staff' ? actorId(call.actor) : null,
    created_at: call.now,
    expires_at: addMinutes(call.now, linkLifetimeMinutes),
  };
  await call.tx.insertInto('customer_link').values(row).execute();
  return token;
}

/** Ends the link: its next use is refused within five seconds. */
export async function revokeCustomerLink(call: Caller, linkId: string): Promise<void> {
  const mine = call.tx
    .updateTable('customer_link')
    .where('store_id', '=', call.actor.storeId)
    .where('link_id', '=', linkId);
  await mine.set({ revoked_at: call.now }).execute();
}

/** Says who comes with a token: the customer of one visit, or null when it is unknown, expired or revoked. */
export type CustomerLinks = { readonly resolve: (token: string) => Promise<Customer | null> };

export function customerLinks(from: Transactions, now: () => string): CustomerLinks {
  const cache = new BriefCache<Customer | null>(rememberedMs);
  return { resolve: (token) => cache.read(token, () => lookUp(from, token, now())) };
}

async function lookUp(from: Transactions, token: string, now: string): Promise<Customer | null> {
  const storeId = storeOf(token);
  if (storeId === null) return null;
  const link = await inStoreSnapshot(from, storeId, (tx) =>
    tx
      .selectFrom('customer_link')
      .select(['link_id', 'order_id'])
      .where('store_id', '=', storeId)
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', now)
      .where('revoked_at', 'is', null)
      .executeTakeFirst(),
  );
  return link ? { kind: 'customer', storeId, linkId: link.link_id, orderId: link.order_id } : null;
}

const tokenForm = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{32}$/;

function storeOf(token: string): string | null {
  const match = tokenForm.exec(token);
  return match ? match.slice(1, 6).join('-') : null;
}
