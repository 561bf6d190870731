import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movePlans, overrunsBetween, stretchOverruns } from '#domain/dispatch/overrun.ts';
import { collide, pushPlans, type Plan } from '#domain/dispatch/push-plans.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { staffOf, testId, testNow } from '#domain/testing/test-context.ts';
import { withGrantedLine, withLineAs } from '#domain/testing/with-lines.ts';
import { withAssignment, withPunch, withWorkshop } from '#domain/testing/with-workshop.ts';

const at = (time: string): string => new Date(`2026-11-24T${time}:00+08:00`).toISOString();
let made = 0;

const planOf = (from: string, until: string, changes: Partial<Plan> = {}): Plan => {
  made += 1;
  return {
    assignmentId: testId(0xa_00_00 + made),
    orderId: testId(0xb_00_00 + made),
    bayId: testId(1),
    bayExclusive: true,
    technicianId: null,
    technicianSlot: 1,
    plannedFrom: at(from),
    plannedUntil: at(until),
    ...changes,
  };
};
const timesOf = (busy: Plan, plans: readonly Plan[]) =>
  pushPlans(busy, plans).map(({ plannedFrom, plannedUntil }) => [plannedFrom, plannedUntil]);

test('what stands behind work that took longer begins when it ends and lasts as long as before', () => {
  const busy = planOf('10:00', '11:20');
  expect(timesOf(busy, [planOf('11:00', '11:30')])).toEqual([[at('11:20'), at('11:50')]]);
});

test('what was pushed pushes what stands behind it in turn, and a gap stops the pushing', () => {
  const busy = planOf('10:00', '11:15');
  const behind = [planOf('11:00', '12:00'), planOf('12:00', '12:30'), planOf('14:00', '15:00')];
  expect(timesOf(busy, behind)).toEqual([
    [at('11:15'), at('12:15')],
    [at('12:15'), at('12:45')],
  ]);
});

test('another bay, a shared bay and the same car are left where they are; the same hands are not', () => {
  const mechanic = staffOf('technician');
  const busy = planOf('10:00', '11:20', { technicianId: mechanic });
  expect(timesOf(busy, [planOf('11:00', '11:30', { bayId: testId(2) })])).toEqual([]);
  expect(timesOf(busy, [planOf('11:00', '11:30', { bayExclusive: false })])).toEqual([]);
  expect(timesOf(busy, [planOf('11:00', '11:30', { orderId: busy.orderId })])).toEqual([]);
  const sameHands = planOf('11:00', '11:30', { bayId: testId(2), technicianId: mechanic });
  expect(timesOf(busy, [sameHands])).toEqual([[at('11:20'), at('11:50')]]);
  expect(timesOf(busy, [{ ...sameHands, technicianSlot: 2 }])).toEqual([]);
});

const anyPlan = fc
  .record({
    bay: fc.integer({ min: 1, max: 3 }),
    technician: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ bay, technician, from, length }): Plan => {
    const minute = (quarters: number) => new Date(Date.parse(testNow) + quarters * 900_000).toISOString();
    const times = { plannedFrom: minute(from), plannedUntil: minute(from + length) };
    return { ...planOf('00:00', '00:00'), bayId: testId(bay), technicianId: testId(0x50 + technician), ...times };
  });

test('however much runs over, afterwards no two plans want the same bay or the same hands, and none has moved forward', () => {
  fc.assert(
    fc.property(anyPlan, fc.array(anyPlan, { maxLength: 12 }), (busy, wished) => {
      const plans = wished.filter((plan, index) => !wished.slice(0, index).some((other) => collide(plan, other)));
      const moved = new Map(pushPlans(busy, plans).map((each) => [each.assignmentId, each]));
      const after = [busy, ...plans.map((plan) => ({ ...plan, ...moved.get(plan.assignmentId) }))];
      const clashes = after.flatMap((a, index) => after.slice(index + 1).filter((b) => collide(a, b)));
      expect(clashes).toEqual([]);
      expect(plans.every((plan, index) => (after[index + 1]?.plannedFrom ?? '') >= plan.plannedFrom)).toBe(true);
    }),
  );
});

const dispatched = withAssignment(withWorkshop(withGrantedLine(buildVisit())), 1);
const planned = dispatched.assignments[0];
const withPlan = (visit: Visit, changes: object): Visit => ({
  ...visit,
  assignments: visit.assignments.map((each) => ({ ...each, ...changes })),
});

test('work that ends late occupies its bay until it ended; work that ends in time occupies nobody’s', () => {
  const done = withPlan(dispatched, { state: 'done' });
  expect(overrunsBetween(dispatched, done, at('12:30'))).toMatchObject([
    { ended: true, busy: { orderId, bayId: planned?.bayId, plannedUntil: at('12:30') } },
  ]);
  expect(overrunsBetween(dispatched, done, at('11:45'))).toEqual([]);
  expect(overrunsBetween(dispatched, withPlan(dispatched, { state: 'void' }), at('12:30'))).toEqual([]);
});

test('a plan that is not ended but stretched occupies its bay until the stretched end', () => {
  const stretched = withPlan(dispatched, { plannedUntil: at('12:15') });
  expect(overrunsBetween(dispatched, stretched, at('12:00'))).toMatchObject([
    { ended: false, busy: { plannedUntil: at('12:15') } },
  ]);
});

test('only work that runs stretches its plan once the planned end has come', () => {
  const running = withPunch(dispatched, 1);
  expect(stretchOverruns(running, at('11:59'))).toBeNull();
  expect(stretchOverruns(dispatched, at('12:05'))).toBeNull();
  const decision = stretchOverruns(running, at('12:05'));
  expect(decision?.next.assignments[0]?.plannedUntil.localeCompare(at('12:05'))).toBe(1);
  expect(decision?.activity).toMatchObject({ action: 'stretch_plans' });
});

test('a moved plan raises its version, and one that has ended meanwhile stays', () => {
  const busy = planOf('10:00', '12:30');
  const move = {
    assignmentId: planned?.assignmentId ?? '',
    orderId,
    plannedFrom: at('12:30'),
    plannedUntil: at('14:30'),
  };
  const next = movePlans(dispatched, [move], busy).next;
  expect(next.assignments[0]).toMatchObject({ plannedFrom: at('12:30'), plannedUntil: at('14:30'), version: 2 });
  const over = withLineAs(withPlan(dispatched, { state: 'done' }), 1, { workState: 'self_checked' });
  expect(movePlans(over, [move], busy).next.assignments).toEqual(over.assignments);
});
