import { checkAction } from '#domain/kernel/machine.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { messageMachine } from '#domain/message/message.machine.ts';
import type { MessageState } from '#domain/message/message.ts';
import { addressOf, enqueueSending } from '#server/features/message/send-message.ts';
import type { Call } from '#server/http/call.ts';

type OnMessage = { readonly messageId: string };
type Changed = { readonly messageId: string; readonly state: MessageState };

/** Sends a failed or held message again, to the address now on file. It stays held while none is known. */
export async function retry(call: Call, { messageId }: OnMessage): Promise<Changed | Refusal> {
  const message = await locked(call, messageId, 'retry');
  if (isRefusal(message)) return message;
  const { channel, customer_id: customerId } = message;
  const recipient = (await addressOf(call, { channel, customerId })) ?? message.recipient;
  if (recipient === null) return { messageId, state: message.state };
  await change(call, messageId, { state: 'queued', attempts: 0, last_error: null, recipient });
  enqueueSending(call, messageId);
  return { messageId, state: 'queued' };
}

/** A message that somebody carried by hand: a letter posted, a text sent from the shop's phone. */
export async function markSent(call: Call, { messageId }: OnMessage): Promise<Changed | Refusal> {
  const message = await locked(call, messageId, 'mark_sent');
  if (isRefusal(message)) return message;
  await change(call, messageId, { state: 'sent', sent_at: call.now, last_error: null });
  return { messageId, state: 'sent' };
}

async function locked(call: Call, messageId: string, action: 'retry' | 'mark_sent') {
  const message = await call.tx
    .selectFrom('message')
    .select(['state', 'channel', 'customer_id', 'recipient'])
    .where('store_id', '=', call.actor.storeId)
    .where('message_id', '=', messageId)
    .forUpdate()
    .executeTakeFirst();
  if (!message) return refuse('not_found');
  return checkAction(messageMachine, action, { state: message.state, actor: call.actor }) ?? message;
}

type Changes = {
  readonly state: MessageState;
  readonly attempts?: number;
  readonly last_error?: string | null;
  readonly recipient?: string;
  readonly sent_at?: string;
};

async function change(call: Call, messageId: string, changes: Changes): Promise<void> {
  await call.tx
    .updateTable('message')
    .set(changes)
    .where('store_id', '=', call.actor.storeId)
    .where('message_id', '=', messageId)
    .execute();
  call.changed('board:messages');
}
