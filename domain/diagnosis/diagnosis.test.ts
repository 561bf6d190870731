import { describe, expect, test } from 'vitest';
import { judgeWarranty } from '#domain/diagnosis/judge-warranty.ts';
import { recordFinding } from '#domain/diagnosis/record-finding.ts';
import type { Payer, WarrantyState } from '#domain/estimate/charge-line.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { actorOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  lineNo,
  withDecision,
  withGrantedLine,
  withLine,
  withLineAs,
  withPresented,
} from '#domain/testing/with-lines.ts';
import { withDispatched, withPunch } from '#domain/testing/with-workshop.ts';

const finding = {
  orderId,
  kind: 'add_on',
  lineId: null,
  system: 'brakes',
  finding: '前刹车盘磨损超限',
  cause: null,
  proposal: '更换前刹车盘',
  remedy: 'replace',
  necessity: 'safety',
  stopsLine: false,
  attachmentId: null,
} as const;
type Finding = Parameters<typeof recordFinding>[1];

type Finder = { readonly by?: StaffRole; readonly teamId?: string | null };

const record = (visit: Visit, changes: Partial<Finding> = {}, { by = 'technician', teamId = null }: Finder = {}) =>
  recordFinding(visit, { ...finding, ...changes }, testContext(by, { facts: { teamId } }));

const dispatched = withDispatched(withGrantedLine(buildVisit(), { kind: 'diagnosis' }));
const working = withPunch(dispatched, 1);

describe('a finding', () => {
  test('of an add-on stops its line: punch ended, line paused, waiting for the customer (R135, R172)', () => {
    const answer = record(working, { lineId: lineId(1), stopsLine: true });
    if (isRefusal(answer)) throw new Error(answer.code);
    expect(lineNo(answer.next, 1).workState).toBe('paused');
    expect(answer.next.punches).toMatchObject([{ endedAt: testNow, endReason: 'paused', pauseReason: 'customer' }]);
    expect(answer.next.waits).toMatchObject([{ lineId: lineId(1), reason: 'customer', endedAt: null }]);
    expect(JSON.stringify(answer.activity.payload)).not.toContain('磨损');
  });

  test('of an add-on on a line not begun lets it wait, and one that does not stop leaves the work alone', () => {
    expect(record(dispatched, { lineId: lineId(1), stopsLine: true })).toMatchObject({
      next: { lines: [{ workState: 'queued' }], waits: [{ reason: 'customer' }] },
    });
    expect(record(working, { lineId: lineId(1) })).toMatchObject({
      next: { lines: [{ workState: 'working' }], waits: [] },
    });
  });

  test('of a diagnosis is recorded while it is worked on, by technician or team (R093, R096)', () => {
    const diagnosis = { kind: 'diagnosis', lineId: lineId(1) } as const;
    expect(record(working, diagnosis)).toMatchObject({ next: { findings: [{ kind: 'diagnosis', foundAt: testNow }] } });
    expect(record(working, diagnosis, { by: 'team_leader', teamId: testId(0x6_20) })).not.toHaveProperty('code');
    expect(record(working, diagnosis, { by: 'team_leader', teamId: testId(0x6_21) })).toMatchObject({
      code: 'not_your_line',
    });
    expect(record(working, diagnosis, { by: 'inspector' })).not.toHaveProperty('code');
    expect(record(dispatched, diagnosis)).toMatchObject({ code: 'not_your_line' });
  });

  test.each([
    ['a diagnosis without a line', working, { kind: 'diagnosis' }, 'finding_line_missing'],
    ['a stop without a line', working, { stopsLine: true }, 'finding_line_missing'],
    ['a line that is not there', working, { lineId: lineId(9) }, 'line_not_found'],
    ['a diagnosis without a grant', withLine(buildVisit()), { kind: 'diagnosis', lineId: lineId(1) }, 'no_grant'],
    ['a photo that is not there', working, { attachmentId: testId(9) }, 'not_found'],
    ['a car that has gone', buildVisit({ order: { state: 'delivered' } }), {}, 'wrong_state'],
  ] as const)('is refused with %s', (...[, visit, changes, code]) => {
    expect(record(visit, changes)).toMatchObject({ code });
  });
});

type Judgement = Parameters<typeof judgeWarranty>[1];

function judge(visit: Visit, state: WarrantyState, changes: Partial<Judgement> = {}) {
  const input = {
    orderId,
    lineId: lineId(1),
    version: lineNo(visit, 1).version,
    state,
    reason: '三包期内',
    toldCustomer: false,
  };
  return judgeWarranty(visit, { ...input, fallbackPayer: null, ...changes }, testContext(actorOf('warranty_clerk')));
}

function judged(visit: Visit, state: WarrantyState, changes: Partial<Judgement> = {}): Visit {
  const answer = judge(visit, state, changes);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.next;
}

describe('a warranty judgement', () => {
  const draft = withLine(buildVisit());

  test.each([
    ['covered', 'customer', 'manufacturer'],
    ['covered', 'insurer', 'insurer'],
    ['pending_manufacturer', 'customer', 'manufacturer'],
    ['pending_diagnosis', 'customer', 'customer'],
    ['not_covered', 'manufacturer', 'customer'],
    ['not_covered', 'internal', 'internal'],
  ] as const)('%s makes a draft line of %s one of %s (R100)', (state, before, payer: Payer) => {
    expect(lineNo(judged(withLine(buildVisit(), { payer: before }), state), 1)).toMatchObject({
      warrantyState: state,
      payer,
    });
  });

  test('keeps when the customer was told, and by whom it is paid if refused: the shop unless stated (R101, R102)', () => {
    const silent = judged(draft, 'pending_manufacturer');
    expect(lineNo(silent, 1)).toMatchObject({ warrantyToldAt: null, fallbackPayer: 'internal' });
    const told = judged(silent, 'pending_manufacturer', { toldCustomer: true, fallbackPayer: 'customer' });
    expect(lineNo(told, 1)).toMatchObject({ warrantyToldAt: testNow, fallbackPayer: 'customer' });
    expect(lineNo(judged(told, 'approved'), 1)).toMatchObject({
      warrantyState: 'approved',
      payer: 'manufacturer',
      warrantyToldAt: null,
    });
  });

  test('denied before the customer decided asks the customer anew; after, the grant stays and the fallback pays (R102)', () => {
    const pending = judged(draft, 'pending_manufacturer');
    expect(lineNo(judged(pending, 'denied'), 1).payer).toBe('customer');
    expect(lineNo(judged(pending, 'denied', { fallbackPayer: 'internal' }), 1).payer).toBe('internal');
    const answer = judge(withDecision(pending), 'denied');
    expect(answer).toMatchObject({
      next: { lines: [{ payer: 'manufacturer', fallbackPayer: 'internal', warrantyState: 'denied' }] },
      activity: {
        payload: { from: 'pending_manufacturer', to: 'denied', payer: 'manufacturer', fallbackPayer: 'internal' },
      },
    });
  });

  test('given again mends its reason; taken back needs none', () => {
    const covered = judged(draft, 'covered');
    expect(lineNo(judged(covered, 'covered', { reason: '延保期内' }), 1).warrantyReason).toBe('延保期内');
    expect(lineNo(judged(covered, 'not_checked', { reason: null }), 1)).toMatchObject({ warrantyState: 'not_checked' });
  });

  const granted = withDecision(judged(draft, 'pending_manufacturer'));
  test.each([
    ['without a reason', draft, 'covered', { reason: null }, 'warranty_reason_missing'],
    ['of a line that is not there', draft, 'covered', { lineId: lineId(9) }, 'line_not_found'],
    ['that somebody changed meanwhile', draft, 'covered', { version: 9 }, 'stale_version'],
    ['where it may not go', draft, 'approved', {}, 'wrong_state'],
    ['of a line before the customer', withPresented(draft), 'covered', {}, 'line_not_draft'],
    ['that moves an agreed fallback', granted, 'denied', { fallbackPayer: 'customer' }, 'line_not_draft'],
    [
      'on a delivered order',
      withLineAs({ ...draft, order: { ...draft.order, state: 'delivered' } }, 1, {}),
      'covered',
      {},
      'wrong_state',
    ],
  ] as const)('is refused %s', (...[, visit, state, changes, code]) => {
    expect(judge(visit, state, changes)).toMatchObject({ code });
  });
});
