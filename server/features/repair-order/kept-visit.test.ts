import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLocked } from '#db/aggregate/load.ts';
import { saveAggregate } from '#db/aggregate/save.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import { inStore, type Transactions } from '#db/transaction.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildRepairOrder, type BuiltOrder } from '#server/testing/build-repair-order.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let order: BuiltOrder;

beforeAll(async () => {
  server = await startTestServer();
  order = await buildRepairOrder(server, { until: 'received' });
});
afterAll(() => server.close());

/** Writes other words into the complaint, from some process, and ends the transaction as asked. */
const write = (from: Transactions, complaint: string, how: 'commit' | 'rollback') =>
  inStore(from, order.storeId, async (tx) => {
    const before = (await loadLocked<Visit>(tx, visitShape, order.orderId)) as Visit;
    const after = { ...before, order: { ...before.order, complaint } };
    const actor = { kind: 'system', storeId: order.storeId } as const;
    const activity = { action: 'test', payload: { complaint } };
    const recorded = { storeId: order.storeId, actor, at: server.deps.now(), activity };
    saveAggregate(tx, { shape: visitShape, before, after, recorded });
    return how === 'commit' ? null : refuse('busy');
  });

const complaint = async () => (await order.view()).order.complaint;

test('a visit that another process changed is read anew, from the page and from the next command', async () => {
  const { kept: _, ...another } = server.deps.database;
  expect(await complaint()).toBe('刹车时有异响');
  await write(another, '另一进程所写', 'commit');
  expect(await complaint()).toBe('另一进程所写');
  await write(another, '再次改写', 'commit');
  await order.act('advisor', 'kit');
  expect(await complaint()).toBe('再次改写');
});

test('what a transaction saved and rolled back is not kept', async () => {
  const before = await complaint();
  await write(server.deps.database, '未曾提交', 'rollback');
  expect(await complaint()).toBe(before);
  await write(server.deps.database, '已经提交', 'commit');
  expect(await complaint()).toBe('已经提交');
});
