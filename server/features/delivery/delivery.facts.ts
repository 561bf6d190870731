import type { FinalPassFacts } from '#domain/delivery/issue-final-pass.ts';
import type { PassFacts } from '#domain/delivery/pass-row.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { newPassCode } from '#server/features/delivery/pass-secret.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

/** A new pass's number and code. A refusal gives the number back. */
export const passFacts = async (call: Call): Promise<PassFacts> => ({
  code: newPassCode(),
  passNo: numberOfDay('CM', call.now, await nextNumber(call, 'gate_pass')),
});

/** Besides, whether another order still holds the car. */
export async function finalPassFacts(call: Call, visit: Visit): Promise<FinalPassFacts> {
  const otherOrderNo = await otherOrderOf(call, visit);
  return { otherOrderNo, ...(await passFacts(call)) };
}

async function otherOrderOf({ tx, actor }: Call, { order }: Visit): Promise<string | null> {
  const other = await tx
    .selectFrom('repair_order')
    .select('order_no')
    .where('store_id', '=', actor.storeId)
    .where('vehicle_id', '=', order.vehicleId)
    .where('order_id', '<>', order.orderId)
    .where('state', 'in', ['open', 'ready'])
    .orderBy('order_seq')
    .limit(1)
    .executeTakeFirst();
  return other?.order_no ?? null;
}

/** The order whose pass has the code; undefined when there is none. */
export const orderOfCode = ({ tx, actor }: Call, code: string): Promise<{ order_id: string } | undefined> =>
  tx
    .selectFrom('gate_pass')
    .select('order_id')
    .where('store_id', '=', actor.storeId)
    .where('code', '=', code)
    .executeTakeFirst();
