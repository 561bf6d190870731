import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { messageContracts } from '#domain/message/message.contract.ts';
import { maskRecipient } from '#domain/message/message.ts';
import type { Call } from '#server/http/call.ts';

type Outbox = typeof messageContracts.outbox;

/** Messages, newest first, recipients masked. */
export async function outbox(
  call: Call,
  { state, orderId, limit, offset }: InputOf<Outbox>,
): Promise<OutputOf<Outbox>> {
  let matching = call.tx.selectFrom('message as m').where('m.store_id', '=', call.actor.storeId);
  if (state) matching = matching.where('m.state', '=', state);
  if (orderId) matching = matching.where('m.order_id', '=', orderId);
  const { total } = await matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await matching
    .leftJoin('customer as c', (join) =>
      join.onRef('c.store_id', '=', 'm.store_id').onRef('c.customer_id', '=', 'm.customer_id'),
    )
    .select([
      'm.message_id as messageId',
      'm.channel',
      'm.recipient',
      'm.customer_id as customerId',
      'c.name as customerName',
      'm.order_id as orderId',
      'm.subject',
      'm.body',
      'm.state',
      'm.attempts',
      'm.last_error as lastError',
      'm.created_at as createdAt',
      'm.sent_at as sentAt',
    ])
    .orderBy('m.created_at', 'desc')
    .orderBy('m.message_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, items: items.map((row) => ({ ...row, recipient: row.recipient && maskRecipient(row.recipient) })) };
}
