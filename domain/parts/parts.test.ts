import { describe, expect, test } from 'vitest';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { issuePart, recordOldPart, returnPart } from '#domain/parts/issue-part.ts';
import { issueSlip } from '#domain/parts/issue-slip.ts';
import { partsActions } from '#domain/parts/parts.transitions.ts';
import type { Stock } from '#domain/parts/parts.ts';
import { backorderPart, reservePart } from '#domain/parts/reserve-part.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import type { VisitChanged } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  lineNo,
  withGrantedLine,
  withGrantedPart,
  withLineAs,
  withPart,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { withWorkshop } from '#domain/testing/with-workshop.ts';

type Tried = Decision<Visit, VisitChanged> | Refusal;

const partId = testId(0x6_01);
const otherPartId = testId(0x6_02);
const eta = '2026-11-26T02:00:00.000Z';
const strokes = [
  [
    { x: 1, y: 1, t: 0 },
    { x: 90, y: 40, t: 100 },
  ],
];
const signature = { signedBy: '刘师傅', strokes };
const stockOf = (changes: Partial<Stock> = {}): Stock => ({
  partId,
  onHandMilli: 10_000,
  reservedMilli: 0,
  averageCostFen: 12_000,
  ...changes,
});

type Given = { readonly by?: StaffRole; readonly stock?: Stock | null; readonly technicianKnown?: boolean };
const context = ({ by = 'parts_clerk', stock = stockOf(), technicianKnown = true }: Given = {}) =>
  testContext(by, { facts: { stock, technicianKnown } });

const technicianId = staffOf('technician');
const first = { orderId, lineId: lineId(1) };
const reserve = (visit: Visit, given?: Given) => reservePart(visit, first, context(given));
const backorder = (visit: Visit, given?: Given) =>
  backorderPart(visit, { ...first, eta }, testContext(given?.by ?? 'parts_clerk'));
const issue = (visit: Visit, qtyMilli = 1000, given?: Given) =>
  issuePart(visit, { ...first, qtyMilli, technicianId, signature }, context(given));
const giveBack = (visit: Visit, qtyMilli = 1000, by: StaffRole = 'parts_clerk') =>
  returnPart(visit, { ...first, qtyMilli, reason: '型号不符' }, testContext(by));
const oldPart = (visit: Visit, by: StaffRole = 'technician') =>
  recordOldPart(
    visit,
    { ...first, description: '旧刹车片', qtyMilli: 1000, disposition: 'hazardous_waste', bagLabel: 'D-7' },
    testContext(by),
  );
type SlipGiven = Given & { readonly stocks?: readonly Stock[] };
const slip = (visit: Visit, lines: readonly { lineId: string; qtyMilli: number }[], given: SlipGiven = {}) =>
  issueSlip(
    visit,
    { orderId, lines: [...lines], technicianId, signature },
    testContext(given.by ?? 'parts_clerk', {
      facts: {
        stocks: new Map((given.stocks ?? [stockOf()]).map((each) => [each.partId, each])),
        technicianKnown: given.technicianKnown ?? true,
      },
    }),
  );

function done(tried: Tried): Visit {
  if (isRefusal(tried)) throw new Error(tried.code);
  return tried.next;
}
const said = (tried: Tried) => (isRefusal(tried) ? `${tried.code} ${tried.field ?? ''}`.trim() : 'done');

/** In the workshop, two pads granted on line 1, nothing put aside yet. */
const granted = (changes: Partial<ChargeLine> = {}) =>
  withWorkshop(withGrantedPart(buildVisit(), { qtyMilli: 2000, ...changes }));
const issued = () => done(issue(granted(), 2000));

const commands: Record<string, (visit: Visit, by: StaffRole) => Tried> = {
  reserve_part: (visit, by) => reserve(visit, { by }),
  backorder_part: (visit, by) => backorder(visit, { by }),
  issue_part: (visit, by) => issue(visit, 1000, { by }),
  'issue_part on a slip': (visit, by) => slip(visit, [{ lineId: lineId(1), qtyMilli: 1000 }], { by }),
  return_part: (visit, by) => giveBack(visit, 1000, by),
  record_old_part: (visit, by) => oldPart(visit, by),
};
const fitting = (action: string) => (action === 'return_part' ? issued() : granted());
const cases = Object.keys(commands).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const visit = fitting(action);
  const { by, from } = partsActions[action.split(' ', 1)[0] as keyof typeof partsActions];
  const tried = commands[action]?.({ ...visit, order: { ...visit.order, state } }, role);
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'done'
      : 'wrong_state';
  expect(isRefusal(tried) ? tried.code : 'done').toBe(expected);
});

test.each(['issue_part', 'issue_part on a slip'] as const)(
  '%s makes hands of the order of those who draw and give out, and is refused to its inspector (R183)',
  (action) => {
    const given = commands[action]?.(granted(), 'parts_clerk') as Tried;
    if (isRefusal(given)) throw new Error(given.code);
    const hands = given.next.participations.map(({ staffId, capacity }) => [staffId, capacity]);
    expect(hands).toEqual([
      [technicianId, 'work'],
      [staffOf('parts_clerk'), 'work'],
    ]);
    const inspectedBy = (staffId: string): Visit => ({
      ...granted(),
      participations: [{ staffId, capacity: 'final_inspection', since: testNow }],
    });
    for (const inspector of [technicianId, staffOf('parts_clerk')])
      expect(commands[action]?.(inspectedBy(inspector), 'parts_clerk')).toMatchObject({ code: 'inspected_order' });
  },
);

describe('every command on a part', () => {
  const onPart = ['reserve_part', 'backorder_part', 'issue_part', 'issue_part on a slip', 'return_part'] as const;
  const tryAll = (visit: Visit) => onPart.map((action) => commands[action]?.(visit, 'parts_clerk') as Tried).map(said);

  test('knows the line', () => {
    const missing = 'line_not_found lineId';
    expect(tryAll(buildVisit())).toEqual([missing, missing, missing, 'line_not_found lines.0.lineId', missing]);
    expect(said(oldPart(buildVisit()))).toBe(missing);
  });

  test('is for parts, not for labour', () => {
    const labour = withWorkshop(withGrantedLine(buildVisit()));
    expect(new Set(tryAll(labour).map((each) => each.split(' ', 1)[0]))).toEqual(new Set(['not_a_part']));
  });

  test('needs what the customer granted, and still grants (R138)', () => {
    const undecided = tryAll(withWorkshop(withPart(buildVisit()))).slice(0, 4);
    expect(undecided.map((each) => each.split(' ', 1)[0])).toEqual(Array.from({ length: 4 }, () => 'no_grant'));
    const revoked = tryAll(withRevoked(granted(), 1)).slice(0, 4);
    expect(revoked.map((each) => each.split(' ', 1)[0])).toEqual(Array.from({ length: 4 }, () => 'grant_revoked'));
    expect(said(oldPart(withPart(buildVisit())))).toBe('no_grant lineId');
  });
});

describe('reserving', () => {
  test('puts aside all that the line still needs and ends its wait (R110)', () => {
    const waiting = done(backorder(granted()));
    const next = done(reserve(waiting));
    expect(lineNo(next, 1)).toMatchObject({ partState: 'reserved', reservedQtyMilli: 2000, backorderEta: null });
    expect(next.waits.map(({ endedAt }) => endedAt)).toEqual([testNow]);
  });

  test('a second time puts nothing more aside', () => {
    const once = done(reserve(granted()));
    expect(done(reserve(once, { stock: stockOf({ reservedMilli: 2000 }) })).lines).toEqual(once.lines);
  });

  test('says what is available when others have put it aside already (R110)', () => {
    const short = reserve(granted(), { stock: stockOf({ onHandMilli: 3000, reservedMilli: 1500 }) });
    expect(short).toMatchObject({
      code: 'stock_short',
      field: 'lineId',
      words: { zh: '库存不足（可用 1.5），请减少数量或登记缺件。' },
    });
    expect(said(reserve(granted(), { stock: null }))).toBe('stock_short lineId');
  });
});

describe('a shortage', () => {
  test('makes the line wait for parts until they are expected, and frees what was put aside (R111)', () => {
    const next = done(backorder(done(reserve(granted()))));
    expect(lineNo(next, 1)).toMatchObject({ partState: 'backordered', reservedQtyMilli: 0, backorderEta: eta });
    expect(next.waits).toMatchObject([{ lineId: lineId(1), reason: 'parts', expectedUntil: eta, endedAt: null }]);
  });

  test('is none when everything granted is out', () => {
    expect(said(backorder(issued()))).toBe('above_grant');
  });
});

describe('issuing', () => {
  test('in parts counts up to the grant, reserved goods first, with the technician’s signature (R159)', () => {
    const held = (reservedMilli: number) => ({ stock: stockOf({ reservedMilli }) });
    const some = done(issue(done(reserve(granted())), 500, held(2000)));
    expect(lineNo(some, 1)).toMatchObject({ issuedQtyMilli: 500, reservedQtyMilli: 1500, partState: 'reserved' });
    const all = done(issue(some, 1500, held(1500)));
    expect(lineNo(all, 1)).toMatchObject({ issuedQtyMilli: 2000, reservedQtyMilli: 0, partState: 'issued' });
    const drawn = all.signatures.filter(({ purpose }) => purpose === 'part_issue');
    expect(drawn.map(({ signedBy }) => signedBy)).toEqual(['刘师傅', '刘师傅']);
  });

  test('what is half out and not put aside is still to be picked', () => {
    expect(lineNo(done(issue(granted(), 500)), 1).partState).toBe('requested');
  });

  test('never goes above the grant, not by a thousandth (R138)', () => {
    expect(issue(granted(), 2001)).toMatchObject({
      code: 'above_grant',
      words: { zh: '数量超过客户同意的 2，请减少数量，或先出示增项。' },
    });
    expect(said(issue(issued(), 1))).toBe('above_grant qtyMilli');
  });

  test('waits until the car is in the workshop', () => {
    expect(said(issue(withGrantedPart(buildVisit())))).toBe('not_in_workshop');
  });

  test('needs a technician who works here, and a signature that goes somewhere (R159)', () => {
    expect(said(issue(granted(), 1000, { technicianKnown: false }))).toBe('technician_signature_missing technicianId');
    const empty = { signedBy: '刘师傅', strokes: [[{ x: 5, y: 5, t: 0 }]] };
    const unsigned = issuePart(granted(), { ...first, qtyMilli: 1000, technicianId, signature: empty }, context());
    expect(said(unsigned)).toBe('signature_empty signature');
  });

  test('leaves to others what they have put aside', () => {
    const stock = stockOf({ onHandMilli: 3000, reservedMilli: 2500 });
    expect(issue(granted(), 1000, { stock })).toMatchObject({ code: 'stock_short', field: 'qtyMilli' });
    const own = withLineAs(granted(), 1, { reservedQtyMilli: 2000, partState: 'reserved' });
    expect(lineNo(done(issue(own, 2000, { stock })), 1).partState).toBe('issued');
  });

  test('a part that the customer brought needs no stock of ours (R300)', () => {
    const own = granted({ partId: null, partOrigin: 'customer_supplied' });
    expect(lineNo(done(issue(own, 2000, { stock: null })), 1).partState).toBe('issued');
  });
});

describe('a slip of many lines', () => {
  const two = () => withWorkshop(withGrantedPart(withGrantedPart(buildVisit()), { partId: otherPartId }));
  const both = [
    { lineId: lineId(1), qtyMilli: 1000 },
    { lineId: lineId(2), qtyMilli: 1000 },
  ];
  const stocks = [stockOf(), stockOf({ partId: otherPartId })];

  test('goes out under one signature (R159)', () => {
    const next = done(slip(two(), both, { stocks }));
    expect(next.lines.map(({ partState }) => partState)).toEqual(['issued', 'issued']);
    expect(next.signatures.filter(({ purpose }) => purpose === 'part_issue')).toHaveLength(1);
  });

  test('goes out whole or not at all, and names the row that may not', () => {
    const short = slip(two(), both, { stocks: [stockOf(), stockOf({ partId: otherPartId, onHandMilli: 0 })] });
    expect(said(short)).toBe('stock_short lines.1.qtyMilli');
    const above = slip(two(), [{ lineId: lineId(2), qtyMilli: 1001 }], { stocks });
    expect(said(above)).toBe('above_grant lines.0.qtyMilli');
    expect(said(slip(two(), both, { stocks, technicianKnown: false }))).toBe(
      'technician_signature_missing technicianId',
    );
  });

  test('cannot take the last piece twice for two lines of the same part', () => {
    const same = withWorkshop(withGrantedPart(withGrantedPart(buildVisit())));
    expect(said(slip(same, both, { stocks: [stockOf({ onHandMilli: 1000 })] }))).toBe('stock_short lines.1.qtyMilli');
    expect(said(slip(same, both, { stocks: [stockOf({ onHandMilli: 2000 })] }))).toBe('done');
  });

  test('counts a line that stands on it twice together', () => {
    const twice = [both[0], both[0]].flatMap((each) => each ?? []);
    expect(said(slip(two(), twice, { stocks }))).toBe('above_grant lines.1.qtyMilli');
  });
});

describe('giving back', () => {
  test('takes back no more than went out', () => {
    expect(giveBack(issued(), 2001)).toMatchObject({
      code: 'return_above_issued',
      words: { zh: expect.stringContaining('2') as string },
    });
    expect(said(giveBack(granted()))).toBe('return_above_issued');
  });

  test('of everything leaves the line returned, of a piece leaves the rest out', () => {
    expect(lineNo(done(giveBack(issued(), 500)), 1)).toMatchObject({ partState: 'issued', issuedQtyMilli: 1500 });
    expect(lineNo(done(giveBack(issued(), 2000)), 1)).toMatchObject({ partState: 'returned', issuedQtyMilli: 0 });
  });

  test('of what was half out leaves what is put aside for the line to be picked', () => {
    const half = done(issue(done(reserve(granted())), 500, { stock: stockOf({ reservedMilli: 2000 }) }));
    expect(lineNo(done(giveBack(half, 500)), 1)).toMatchObject({ partState: 'reserved', reservedQtyMilli: 1500 });
  });
});

test('the old part stands with its bag and where it goes, by whom and when, not confirmed yet (R303)', () => {
  expect(done(oldPart(issued())).oldParts).toMatchObject([
    {
      lineId: lineId(1),
      disposition: 'hazardous_waste',
      bagLabel: 'D-7',
      recordedBy: staffOf('technician'),
      recordedAt: testNow,
      confirmedAt: null,
      shownAt: null,
    },
  ]);
});
