import { sha256 } from '#db/aggregate/record.ts';
import type { ContactChannel } from '#domain/customer/customer.ts';
import type { Call } from '#server/http/call.ts';

export type NewMessage = {
  readonly customerId: string | null;
  /** Where to, when no customer on file says it. */
  readonly recipient?: string | null;
  readonly orderId?: string | null;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly body: string;
  /** What makes it the same message however often it is sent from a job that ran twice. */
  readonly once?: string;
};

/** Puts a message to a customer on its way, in the caller's transaction; it leaves after the commit. Answers its id. */
export async function sendMessage(call: Call, message: NewMessage): Promise<string> {
  const messageId = message.once === undefined ? call.newId() : idFor(call, message.once);
  const recipient = message.recipient ?? (await addressOf(call, message));
  const row = {
    store_id: call.actor.storeId,
    message_id: messageId,
    channel: message.channel,
    recipient,
    customer_id: message.customerId,
    order_id: message.orderId ?? null,
    subject: message.subject,
    body: message.body,
    state: recipient === null ? ('held' as const) : ('queued' as const),
    last_error: recipient === null ? 'no_recipient' : null,
    created_at: call.now,
  };
  const added = await call.tx
    .insertInto('message')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('message_id')
    .executeTakeFirst();
  if (added && recipient !== null) enqueueSending(call, messageId);
  call.changed('board:messages');
  return messageId;
}

/** The same id for the same words: a UUID of version 8. */
function idFor({ actor }: Call, once: string): string {
  const hex = sha256(`${actor.storeId} ${once}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** One waiting job per message. */
export const enqueueSending = (call: Call, messageId: string): void =>
  call.enqueue('message.send', { storeId: call.actor.storeId, messageId }, { jobKey: `message:${messageId}` });

/** The customer's address on the channel; null when none is known. */
export async function addressOf(
  { tx, actor }: Pick<Call, 'tx' | 'actor'>,
  { customerId, channel }: Pick<NewMessage, 'customerId' | 'channel'>,
): Promise<string | null> {
  if (customerId === null) return null;
  const customer = await tx
    .selectFrom('customer')
    .select(['phone', 'email', 'address'])
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (!customer) return null;
  if (channel === 'email') return customer.email;
  return channel === 'letter' || channel === 'visit' ? customer.address : customer.phone;
}
