import { describe, expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { cancel } from '#domain/repair-order/cancel.ts';
import { closeWithoutWork } from '#domain/repair-order/close-without-work.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  lineNo,
  withDecision,
  withDraft,
  withGrantedLine,
  withLine,
  withLineAs,
  withPart,
  withPresented,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { withPunch } from '#domain/testing/with-workshop.ts';

const ended = { endedAt: testNow, endReason: 'finished' } as const;
const stop = (visit: Visit) => cancel(visit, { orderId, reason: '客户不修了' }, testContext('advisor'));
const close = (visit: Visit) => closeWithoutWork(visit, { orderId }, testContext('advisor'));

function nextOf(answer: ReturnType<typeof stop>): Visit {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.next;
}

describe('cancelling', () => {
  test('before anything was done ends the order: grants taken back, reservations given up (R118)', () => {
    const granted = withDecision(withPart(withLine(buildVisit())));
    const reserved = withLineAs(granted, 2, { partState: 'reserved', reservedQtyMilli: 1000 });
    const next = nextOf(stop(reserved));
    expect(next.order).toMatchObject({ state: 'cancelled', cancelledAt: testNow, cancelReason: '客户不修了' });
    expect(next.revocations).toHaveLength(2);
    expect(lineNo(next, 2)).toMatchObject({ decision: 'revoked', reservedQtyMilli: 0 });
  });

  test('after something was done takes back the rest; what was done is inspected and settled (R118)', () => {
    const granted = withDecision(withLine(withLine(buildVisit())));
    const begun = withLineAs(withPunch(granted, 1, ended), 1, { workState: 'self_checked' });
    const next = nextOf(stop(begun));
    expect(next.order).toMatchObject({ state: 'open', cancelledAt: testNow });
    expect(next.lines).toMatchObject([
      { decision: 'accepted', workState: 'self_checked' },
      { decision: 'revoked', workState: null },
    ]);
  });

  test.each([
    ['a draft', withLine(buildVisit())],
    ['a presented version', withPresented(withLine(buildVisit()))],
  ])('withdraws %s; its lines are asked no more', (_, visit) => {
    const next = nextOf(stop(visit));
    expect(next.versions).toMatchObject([{ state: 'withdrawn', withdrawnAt: testNow }]);
    expect(next.lines).toMatchObject([{ removedAt: testNow }]);
  });

  test('waits until nobody works, and happens once', () => {
    expect(stop(withPunch(withGrantedLine(buildVisit()), 1))).toMatchObject({ code: 'work_running' });
    expect(stop(buildVisit({ order: { cancelledAt: testNow } }))).toMatchObject({ code: 'order_cancelled' });
    expect(stop(buildVisit({ order: { state: 'ready' } }))).toMatchObject({ code: 'wrong_state' });
  });
});

describe('closing without work', () => {
  test.each([
    ['nothing was proposed', buildVisit()],
    ['everything was declined', withDecision(withLine(buildVisit()), { [lineId(1)]: 'decline' })],
    ['everything was taken back undone', withRevoked(withGrantedLine(buildVisit()), 1)],
    ['the draft is empty', withDraft(buildVisit())],
  ])('makes the car ready when %s (R118)', (_, visit) => {
    const next = nextOf(close(visit));
    expect(next.order).toMatchObject({ state: 'ready', readyAt: testNow });
    expect(next.versions.some(({ state }) => state === 'draft')).toBe(false);
  });

  test.each([
    ['a line is granted', withGrantedLine(buildVisit()), 'lines_unfinished'],
    ['something was done', withRevoked(withPunch(withGrantedLine(buildVisit()), 1, ended), 1), 'lines_unfinished'],
    ['a draft has lines', withLine(buildVisit()), 'version_open'],
    ['the customer is asked', withPresented(withLine(buildVisit())), 'version_open'],
  ])('is refused while %s', (_, visit, code) => {
    expect(close(visit)).toMatchObject({ code });
  });
});
