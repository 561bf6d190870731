import { z } from 'zod';
import { command, query } from '#domain/kernel/contract.ts';
import { messageMachine } from '#domain/message/message.machine.ts';
import { messageRow, messageStates } from '#domain/message/message.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const messageId = z.uuid();
const input = z.strictObject({ messageId });
const output = z.strictObject({ messageId, state: z.enum(messageStates) });

/** The outbox: what was sent to customers, and what a person must still send (R262, R321). */
export const messageContracts = {
  outbox: query({
    zh: '消息发送箱',
    en: 'Outbox',
    name: 'message.outbox',
    path: '/messages',
    callers: ['receptionist', 'advisor', 'follow_up_agent', 'service_manager', 'admin'],
    input: z.strictObject({ state: z.enum(messageStates).optional(), orderId: z.uuid().optional(), ...pageFields }),
    output: pageOf(
      messageRow
        .omit({ recipient: true })
        .extend({ recipient: z.string().nullable(), customerName: z.string().nullable() }),
    ),
  }),
  retry: command(
    { of: messageMachine, action: 'retry' },
    { name: 'message.retry', path: '/messages/:messageId/retry', input, output },
  ),
  markSent: command(
    { of: messageMachine, action: 'mark_sent' },
    { name: 'message.markSent', path: '/messages/:messageId/sent', input, output },
  ),
} as const;
