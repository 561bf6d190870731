import { staffIdOf } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { StatementFacts } from '#domain/settlement/build-statement.ts';
import { settlingPayers } from '#domain/settlement/charges.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { staffIdsIn, staffNames } from '#server/features/repair-order/staff-names.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

/** Names, codes and, last, the numbers that the statements of a visit need. A refusal gives the numbers back. */
export async function statementFacts(call: Call, visit: Visit): Promise<StatementFacts> {
  const { tx, actor } = call;
  const [shop, names, codes] = await Promise.all([
    tx.selectFrom('store').select('name').where('store_id', '=', actor.storeId).executeTakeFirstOrThrow(),
    staffNames(tx, [staffIdOf(actor), ...staffIdsIn(visit)]),
    lineCodes(call, visit.order.orderId),
  ]);
  const statementNos: string[] = [];
  for (const _ of settlingPayers(visit)) statementNos.push(await statementNo(call));
  return { statementNos, shopName: shop.name, staffNames: names, codes };
}

const statementNo = async (call: Call): Promise<string> =>
  numberOfDay('JS', call.now, await nextNumber(call, 'statement'));

/** By line: the code of its operation or part in the catalogue. */
export async function lineCodes({ tx }: Call, orderId: string): Promise<StatementFacts['codes']> {
  const rows = await tx
    .selectFrom('charge_line as line')
    .leftJoin('labour_operation as operation', (join) =>
      join.onRef('operation.store_id', '=', 'line.store_id').onRef('operation.operation_id', '=', 'line.operation_id'),
    )
    .leftJoin('part', (join) =>
      join.onRef('part.store_id', '=', 'line.store_id').onRef('part.part_id', '=', 'line.part_id'),
    )
    .where('line.order_id', '=', orderId)
    .select(['line.line_id', 'operation.code as operation_code', 'part.code as part_code'])
    .execute();
  return Object.fromEntries(
    rows.map(({ line_id, operation_code, part_code }) => [line_id, operation_code ?? part_code ?? '']),
  );
}
