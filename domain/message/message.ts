import { z } from 'zod';
import { contactChannels } from '#domain/customer/customer.ts';

export const messageStates = ['queued', 'sent', 'failed', 'held'] as const;
export type MessageState = (typeof messageStates)[number];

/** A message to a customer. Held: nothing carries its channel yet, or no address is known; shown on the outbox. */
export const messageRow = z.strictObject({
  messageId: z.uuid(),
  channel: z.enum(contactChannels),
  recipient: z.string().nullable(),
  customerId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  subject: z.string(),
  body: z.string(),
  state: z.enum(messageStates),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
});

/** After this many tries a message counts as failed, until somebody sends it again. */
export const mostSendAttempts = 5;

/** Where a list shows to whom a message went, without giving the address away (R321). */
export function maskRecipient(recipient: string): string {
  const at = recipient.indexOf('@');
  if (at > 0) return `${recipient.slice(0, 1)}***${recipient.slice(at)}`;
  return recipient.length < 8 ? '****' : `${recipient.slice(0, 3)}****${recipient.slice(-4)}`;
}
