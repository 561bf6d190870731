import { describe, expect, test } from 'vitest';
import { handOverCopies, makeLink } from '#domain/authorization/copies-and-link.ts';
import { revokeGrants } from '#domain/authorization/revoke.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { unfinishedLines } from '#domain/repair-order/visit.rules.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  lineNo,
  withGrantedLine,
  withGrantedPart,
  withLine,
  withLineAs,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { withAssignment, withDispatched, withPunch } from '#domain/testing/with-workshop.ts';

const revoke = (visit: Visit, ...lineIds: string[]) =>
  revokeGrants(visit, { orderId, lineIds, reason: '客户改变主意' }, testContext('advisor'));

function revoked(visit: Visit, ...lineIds: string[]): Visit {
  const answer = revoke(visit, ...lineIds);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.next;
}

const granted = withGrantedLine(buildVisit());
const ended = { endedAt: testNow, endReason: 'paused' } as const;

describe('taking back a grant', () => {
  test('of work not begun leaves nothing to do, and frees its place (R118)', () => {
    const next = revoked(withAssignment(granted, 1), lineId(1));
    expect(lineNo(next, 1)).toMatchObject({ decision: 'revoked', workState: null, grantedFen: 18_000 });
    expect(next.revocations).toMatchObject([{ grantId: lineNo(next, 1).grantId, reason: '客户改变主意' }]);
    expect(next.assignments).toMatchObject([{ state: 'void' }]);
    expect(unfinishedLines(next)).toEqual([]);
  });

  test('of work begun and paused leaves it to be checked and settled', () => {
    const paused = withLineAs(withPunch(withDispatched(granted), 1, ended), 1, { workState: 'paused' });
    const next = revoked(paused, lineId(1));
    expect(lineNo(next, 1)).toMatchObject({ decision: 'revoked', workState: 'self_checked' });
    expect(next.assignments).toMatchObject([{ state: 'done' }]);
    expect(unfinishedLines(next)).toHaveLength(1);
  });

  test('of a part gives up its reservation, and what was issued stays charged', () => {
    const part = withGrantedPart(buildVisit(), { qtyMilli: 3000 });
    const reserved = withLineAs(part, 1, { partState: 'reserved', reservedQtyMilli: 3000 });
    expect(lineNo(revoked(reserved, lineId(1)), 1)).toMatchObject({ partState: null, reservedQtyMilli: 0 });
    const issued = withLineAs(part, 1, { partState: 'reserved', reservedQtyMilli: 1000, issuedQtyMilli: 2000 });
    expect(lineNo(revoked(issued, lineId(1)), 1)).toMatchObject({
      partState: 'issued',
      reservedQtyMilli: 0,
      issuedQtyMilli: 2000,
    });
  });

  test('ends what the line waited for', () => {
    const wait = {
      waitId: lineId(99),
      lineId: lineId(1),
      reason: 'parts' as const,
      note: null,
      since: testNow,
      expectedUntil: null,
      startedBy: null,
      endedAt: null,
      endedBy: null,
    };
    expect(revoked({ ...granted, waits: [wait] }, lineId(1)).waits).toMatchObject([{ endedAt: testNow }]);
  });

  test('takes a line named twice once', () => {
    expect(revoked(granted, lineId(1), lineId(1)).revocations).toHaveLength(1);
  });

  test.each([
    ['that was never given', withLine(buildVisit()), 'no_grant'],
    ['that was taken back', withRevoked(granted, 1), 'no_grant'],
    ['of a line that is not there', buildVisit(), 'line_not_found'],
    ['that is worked on', withPunch(granted, 1), 'wrong_state'],
    ['of work done', withLineAs(granted, 1, { workState: 'self_checked' }), 'wrong_state'],
    ['of work inspected', withLineAs(granted, 1, { workState: 'inspected' }), 'wrong_state'],
    ['of a part gone out', withLineAs(withGrantedPart(buildVisit()), 1, { issuedQtyMilli: 1000 }), 'wrong_state'],
    [
      'of sublet work done',
      withLineAs(withGrantedLine(buildVisit(), { kind: 'sublet' }), 1, { performedAt: testNow }),
      'wrong_state',
    ],
  ])('is refused for one %s', (_, visit, code) => {
    expect(revoke(visit, lineId(1))).toMatchObject({ code });
  });
});

describe('copies and page', () => {
  const context = testContext('advisor');

  test('copies go out after something was granted, with a reception (R137)', () => {
    const answer = handOverCopies(granted, { orderId }, context);
    expect(answer).toMatchObject({ next: { reception: { copiesHandedAt: testNow } } });
    expect(handOverCopies(buildVisit(), { orderId }, context)).toMatchObject({ code: 'no_grant' });
    const own = withGrantedLine(buildVisit({ reception: null }));
    expect(handOverCopies(own, { orderId }, context)).toMatchObject({ code: 'reception_not_finished' });
  });

  test('a page is opened by those who face the customer', () => {
    expect(makeLink(granted, { orderId }, context)).toMatchObject({ activity: { action: 'make_link', payload: {} } });
    expect(makeLink(granted, { orderId }, testContext('technician'))).toMatchObject({ code: 'forbidden' });
  });
});
