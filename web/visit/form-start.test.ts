import { describe, expect, test } from 'vitest';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { formStart } from '#web/visit/form-start.ts';
import { knownInput } from '#web/visit/known-input.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { signatoriesOf } from '#web/visit/signatories.ts';

type Part<Name extends keyof VisitView> = Partial<VisitView[Name]>;
type Parts = {
  readonly order?: Part<'order'>;
  readonly vehicle?: Part<'vehicle'>;
  readonly rest?: Readonly<Record<string, unknown>>;
};

const now = '2026-11-24T01:33:00.000Z';
const later = '2026-11-24T07:00:00.000Z';

const viewOf = ({ order, vehicle, rest }: Parts = {}): VisitView =>
  ({
    order: {
      orderNo: 'WX1',
      kind: 'customer',
      advisorId: 'advisor',
      presenterName: '王芳',
      promisedAt: null,
      ...order,
    },
    vehicle: { odometerKm: 20_000, powerType: 'petrol', ...vehicle },
    customer: { name: '李明', preferredChannel: 'wechat', preferredCall: null },
    reception: null,
    ...Object.fromEntries(lists.map((name) => [name, []])),
    ...rest,
  }) as unknown as VisitView;

const lists = [
  'parties',
  'versions',
  'lines',
  'assignments',
  'statements',
  'payments',
  'collectors',
  'passes',
  'waits',
].concat(['oldParts', 'entrusted', 'attachments', 'findings', 'contacts']);

const start = (action: string, view: VisitView, lineId: string | null = null) =>
  formStart(action, view, { now, lineId });

describe('a form begins with what a person at the counter would expect', () => {
  test('a first promise leaves the standard hours, a later form the promise that stands', () => {
    const lines = [{ lineId: 'a', removedAt: null, decision: 'undecided', flatRateHoursCenti: 150 }];
    expect(start('set_promise', viewOf({ rest: { lines } }))).toEqual({ promisedAt: '2026-11-24T04:00:00.000Z' });
    expect(start('set_promise', viewOf({ order: { promisedAt: later } }))).toEqual({ promisedAt: later });
  });

  test('the odometer is read, never guessed, and satisfaction is asked', () => {
    expect(start('record_readings', viewOf())).toMatchObject({ odometerKm: null });
    expect(start('hand_over', viewOf())).not.toHaveProperty('satisfaction');
  });

  test('the line keeps its bay and technician when it is planned anew', () => {
    const assignments = [{ lineId: 'a', bayId: 'b1', teamId: null, technicianId: 't1', state: 'planned' }];
    expect(start('assign_line', viewOf({ rest: { assignments } }), 'a')).toMatchObject({
      bayId: 'b1',
      technicianId: 't1',
    });
    expect(start('start_work', viewOf({ rest: { assignments } }), 'a')).toEqual({ bayId: 'b1' });
  });

  test('the old part goes to whoever paid for the new one (R132)', () => {
    const of = (payer: string) =>
      start(
        'record_old_part',
        viewOf({ order: { oldPartChoice: 'take_away' }, rest: { lines: [{ lineId: 'a', payer }] } }),
        'a',
      );
    expect([of('manufacturer'), of('insurer'), of('customer')].map(({ disposition }) => disposition)).toEqual([
      'warranty_return',
      'insurance_salvage',
      'take_away',
    ]);
  });

  test('the pick-up is the promised time while that lies ahead, at once for who waits (R210)', () => {
    expect(start('tell_ready', viewOf({ order: { promisedAt: later } }))).toMatchObject({ pickUpAt: later });
    const waits = start('tell_ready', viewOf({ order: { promisedAt: later, waitsInShop: true } }));
    expect(waits).toMatchObject({ pickUpAt: '2026-11-24T01:45:00.000Z', channel: 'face_to_face' });
  });

  test('the next service counts from today where it was due (R235)', () => {
    const interval = { serviceIntervalMonths: 6, serviceIntervalKm: 10_000 };
    const due = { ...interval, nextServiceOn: '2026-12-01', nextServiceKm: 30_500 };
    expect(start('present_statements', viewOf({ vehicle: due }))).toMatchObject({
      nextServiceOn: '2027-05-24',
      nextServiceKm: 30_000,
    });
    const ahead = { ...interval, nextServiceOn: '2027-03-01', nextServiceKm: 26_000 };
    expect(start('present_statements', viewOf({ vehicle: ahead }))).toMatchObject({
      nextServiceOn: '2027-03-01',
      nextServiceKm: 26_000,
    });
  });

  test('the amount due is paid as the customer wished to pay, never on account', () => {
    const statements = [{ statementId: 's1', payer: 'customer', state: 'signed' }];
    const money = { payers: [{ payer: 'customer', dueFen: 12_300 }] };
    const view = viewOf({ order: { paymentMethod: 'credit' }, rest: { statements, money } });
    expect(start('take_payment', view)).toEqual({
      kind: 'payment',
      statementId: 's1',
      method: 'wechat',
      amountFen: 12_300,
    });
  });

  test('a deposit above what is owed is given back whole, the way it was paid (R244)', () => {
    const statements = [{ statementId: 's1', payer: 'customer', state: 'paid' }];
    const payments = [{ kind: 'deposit', method: 'card' }];
    const refund = (freeFen: number) =>
      start('refund', viewOf({ rest: { statements, payments, money: { payers: [], freeFen } } }));
    expect(refund(11_000)).toEqual({ statementId: null, amountFen: 11_000, method: 'card' });
    expect(refund(0)).toEqual({ statementId: 's1', method: 'card' });
  });

  test('key and papers go back to the advisor of the car (R200)', () => {
    expect(start('return_custody', viewOf())).toEqual({ toStaffId: 'advisor' });
  });

  test('who was authorized to collect is who collects', () => {
    const collectors = [{ collectorId: 'c1', name: '赵强', usedAt: null }];
    expect(start('hand_over', viewOf({ rest: { collectors } }))).toMatchObject({
      collectorId: 'c1',
      collectorName: '赵强',
    });
  });
});

test('a petrol car has no charge to read, an electric one no fuel (R062)', () => {
  const known = (powerType: VisitView['vehicle']['powerType']) =>
    knownInput(receptionContracts.recordReadings, viewOf({ vehicle: { powerType } }), null);
  expect(known('petrol')).toHaveProperty('chargePercent', null);
  expect(known('battery_electric')).toHaveProperty('fuelEighths', null);
  expect(known('plug_in_hybrid')).not.toHaveProperty('chargePercent');
});

test('the entrusted presenter signs, else the owner; the shop’s own work is granted by the manager (R118)', () => {
  const first = (order: Part<'order'>) => signatoriesOf(viewOf({ order }), '经理')[0];
  expect(first({ presenterEntrusted: true })).toEqual({ kind: 'presenter', name: '王芳' });
  expect(first({ presenterEntrusted: false })).toEqual({ kind: 'owner', name: '李明' });
  expect(first({ presenterName: '李明' })).toEqual({ kind: 'owner', name: '李明' });
  expect(first({ kind: 'pdi' })).toEqual({ kind: 'service_manager', name: '经理' });
});
