import { expect, test } from 'vitest';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { fitKit, recordReadings, recordWalkAround, takeItems } from '#domain/reception/fill-form.ts';
import { handOverReceptionForm, recordInterview, seatInLounge, tick } from '#domain/reception/finish-reception.ts';
import { missingOnForm } from '#domain/reception/reception.guards.ts';
import { receptionActions } from '#domain/reception/reception.transitions.ts';
import { emptyReception } from '#domain/reception/reception-row.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import type { VisitChanged } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext, testNow } from '#domain/testing/test-context.ts';

type Tried = Decision<Visit, VisitChanged> | Refusal;
const context = (by: StaffRole) => testContext<undefined>(by);
const strokes = [
  [
    { x: 1, y: 1, t: 0 },
    { x: 90, y: 40, t: 100 },
  ],
];
const interview = { interview: {}, preliminaryJudgement: null, inWarranty: null, symptomClass: null };

const papers = ['licence_asked', 'booklet_asked'] as const;
const complete = buildVisit({
  ticks: papers.map((item) => ({ item, tickedBy: orderId, tickedAt: testNow, note: null })),
  reception: { handedOverAt: null, signatureId: null },
});
const handedOver = { ...complete, reception: { ...emptyReception, ...complete.reception, handedOverAt: testNow } };

function vehicleFile(visit: Visit): VehicleFile {
  return { vehicle: visit.vehicle, parties: [], readings: [] };
}

const commands: Record<string, (visit: Visit, by: StaffRole) => Tried> = {
  fit_kit: (visit, by) => fitKit(visit, { orderId }, context(by)),
  record_readings: (visit, by) =>
    recordReadings(
      visit,
      { orderId, odometerKm: 30_000, lowerReason: null, fuelEighths: 4, chargePercent: null },
      testContext(by, { facts: vehicleFile(visit) }),
    ),
  record_walk_around: (visit, by) =>
    recordWalkAround(visit, { orderId, items: [], spareWheelOk: true, toolsOk: true }, context(by)),
  take_items: (visit, by) =>
    takeItems(visit, { orderId, items: [{ kind: 'key', description: '钥匙', quantity: 1 }] }, context(by)),
  record_interview: (visit, by) =>
    recordInterview(visit, { orderId, version: visit.order.version, complaint: '异响', ...interview }, context(by)),
  hand_over_reception_form: (visit, by) =>
    handOverReceptionForm(visit, { orderId, signature: { signedBy: '王先生', strokes } }, context(by)),
  tick: (visit, by) => tick(visit, { orderId, items: ['greeted'] }, context(by)),
  seat_in_lounge: (visit, by) => seatInLounge(visit, { orderId }, context(by)),
};

const cases = Object.keys(commands).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const visit = action === 'seat_in_lounge' ? handedOver : complete;
  const { by, from } = receptionActions[action as keyof typeof receptionActions];
  const tried = commands[action]?.({ ...visit, order: { ...visit.order, state } }, role);
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'done'
      : 'wrong_state';
  expect(isRefusal(tried) ? tried.code : 'done').toBe(expected);
});

test('an empty form lacks everything but the complaint, a filled one nothing (R073)', () => {
  const empty = buildVisit({ reception: null, entrusted: [], ticks: [] });
  expect(missingOnForm(empty).map(({ zh }) => zh)).toEqual([
    '安装三件套',
    '里程',
    '油量或电量',
    '环车检查',
    '索取行驶证',
    '索取保养手册',
  ]);
  expect(missingOnForm(complete)).toEqual([]);
});

test('a battery instead of a tank is enough, and papers that were taken need not be ticked (R078)', () => {
  const item = { itemId: orderId, description: '', quantity: 1, takenAt: testNow, takenBy: null };
  const held = { ...item, returnedAt: null, returnedTo: null };
  const electric = buildVisit({
    reception: { fuelEighths: null, chargePercent: 55 },
    entrusted: [
      { ...held, kind: 'vehicle_licence' },
      { ...held, kind: 'service_booklet' },
    ],
  });
  expect(missingOnForm(electric)).toEqual([]);
});

test('fitting the kit a second time keeps who did it first (R070)', () => {
  const again = fitKit(complete, { orderId }, context('receptionist'));
  if (isRefusal(again)) throw new Error(again.code);
  expect(again.next).toBe(complete);
});
