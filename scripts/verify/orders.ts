import { fit, rowsOf, type Check } from './verification.ts';

/** Orders are numbered from 1 without a gap to the store's counter, so that a missing one shows. */
export async function verifyOrderNumbers({ client, storeId, count }: Check): Promise<void> {
  const { rows } = await client.query<{ value: string }>(
    `select value from counter where store_id = $1 and name = 'repair_order'`,
    [storeId],
  );
  const counted = Number(rows[0]?.value ?? 0);
  let last = 0;
  const numbered = 'select order_id, order_seq from repair_order where store_id = $1 order by order_seq';
  for await (const row of rowsOf<{ order_id: string; order_seq: string }>(client, numbered, [storeId])) {
    const seq = Number(row.order_seq);
    fit(seq === last + 1, 'repair_order', `number ${last + 1}`, 'the order is missing');
    last = seq;
    count('order number');
  }
  fit(last === counted, 'repair_order', `number ${last + 1}`, `the store counted ${counted} orders`);
}
