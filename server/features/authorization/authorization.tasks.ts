import { z } from 'zod';
import { expireVersion } from '#domain/authorization/withdraw.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { presentedVersion } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { actOnVisit } from '#server/features/repair-order/on-visit.ts';
import type { Call } from '#server/http/call.ts';
import { asSystem, storeTask } from '#server/jobs/task.ts';

const identifier = 'authorization.expire';
const payload = z.object({ storeId: z.uuid(), orderId: z.uuid(), versionId: z.uuid() });

/** Ends a version that the customer left undecided past its time; one decided or withdrawn meanwhile stays as it is. */
export const expireVersionTask = storeTask(identifier, payload, async ({ deps }, { storeId, ...version }) => {
  const done = await asSystem(deps, storeId, (call) => actOnVisit(call, version, { decide: expireVersion }));
  if (isRefusal(done) && done.code !== 'no_version') throw new Error(`${identifier}: ${done.code}`);
});

/** Wakes when the version presented just now runs out. */
export function scheduleExpiry(call: Call, { order, ...visit }: Visit): void {
  const presented = presentedVersion({ order, ...visit });
  if (!presented?.expiresAt) return;
  const { versionId, expiresAt } = presented;
  const job = { storeId: call.actor.storeId, orderId: order.orderId, versionId };
  call.enqueue(identifier, job, { runAt: expiresAt, jobKey: `expire:${versionId}` });
}
