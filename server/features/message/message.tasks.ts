import { z } from 'zod';
import { mostSendAttempts, type MessageState } from '#domain/message/message.ts';
import { carrierOf, type Outgoing } from '#server/features/message/carriers.ts';
import type { Call } from '#server/http/call.ts';
import { asSystem, storeTask, type JobTools } from '#server/jobs/task.ts';

const payload = z.object({ storeId: z.uuid(), messageId: z.uuid() });
type Payload = z.output<typeof payload>;

/** Sends one queued message, outside any transaction; throws to be tried again later until the tries are used up. */
export const sendMessageTask = storeTask('message.send', payload, send);

async function send(tools: JobTools, { storeId, messageId }: Payload): Promise<void> {
  const begun = await asSystem(tools.deps, storeId, (call) => begin(call, messageId, tools));
  if (!begun) return;
  const { outgoing, carrier, attempts } = begun;
  const settle = (result: Result) => asSystem(tools.deps, storeId, (call) => end(call, messageId, result));
  if (!carrier) return settle({ state: 'held', lastError: 'no_carrier' });
  const lastError = await carrier(outgoing).then(() => null, failure);
  if (lastError === null) return settle({ state: 'sent', lastError });
  const over = attempts >= mostSendAttempts;
  await settle({ state: over ? 'failed' : 'queued', lastError });
  if (!over) throw new Error(`message not sent: ${lastError}`);
}

/** Counts the try before it is made, so that a crash in between is counted too. Null when there is nothing to send. */
async function begin(call: Call, messageId: string, { smtpUrl }: JobTools) {
  const row = await call.tx
    .updateTable('message')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('store_id', '=', call.actor.storeId)
    .where('message_id', '=', messageId)
    .where('state', '=', 'queued')
    .returning(['channel', 'recipient', 'subject', 'body', 'attempts'])
    .executeTakeFirst();
  if (!row || row.recipient === null) return null;
  const { channel, recipient, subject, body, attempts } = row;
  const outgoing: Outgoing = { messageId, recipient, subject, body };
  return { outgoing, attempts, carrier: carrierOf(channel, { smtp: call.settings.smtp, smtpUrl }) };
}

type Result = { readonly state: MessageState; readonly lastError: string | null };

/** Only a message still queued is settled: somebody may have marked it as sent by hand meanwhile. */
async function end(call: Call, messageId: string, { state, lastError }: Result): Promise<void> {
  await call.tx
    .updateTable('message')
    .set({ state, last_error: lastError, ...(state === 'sent' && { sent_at: call.now }) })
    .where('store_id', '=', call.actor.storeId)
    .where('message_id', '=', messageId)
    .where('state', '=', 'queued')
    .execute();
  call.changed('board:messages');
}

/** The kind of failure without the address that mail servers quote. */
function failure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || error.name;
}
