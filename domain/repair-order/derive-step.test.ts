import { describe, expect, test } from 'vitest';
import { carHolder } from '#domain/repair-order/car-holder.ts';
import { deriveStep } from '#domain/repair-order/derive-step.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  withDecision,
  withGrantedLine,
  withLine,
  withLineAs,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import { withPunch } from '#domain/testing/with-workshop.ts';

const received = { handedOverAt: testNow } as Visit['reception'];
const visitIn = (state: Visit['order']['state']): Visit => ({
  ...buildVisit({ order: { state } }),
  reception: received,
});
const withPass = (visit: Visit, state: 'issued' | 'used'): Visit => ({
  ...visit,
  passes: [{ kind: 'final', state }] as unknown as Visit['passes'],
});
const ended = { endedAt: testNow, endReason: 'finished' } as const;

describe('on the ways out the wheel stands where the car is (R001)', () => {
  test('work that was begun and then taken back is still to be checked: it does not fall back to the estimate', () => {
    const begun = withPunch(withGrantedLine(visitIn('open')), 1, ended);
    const cancelled = withRevoked(withLineAs(begun, 1, { workState: 'self_checked' }), 1);
    expect(deriveStep(cancelled)).toBe('work');
    expect(deriveStep(withLineAs(cancelled, 1, { workState: 'leader_checked' }))).toBe('final_inspection');
  });

  test('a diagnosis whose estimate is refused goes to the final inspection once it is checked', () => {
    const diagnosed = withDecision(withLine(visitIn('open'), { kind: 'diagnosis' }));
    const refused = withDecision(withLine(diagnosed), { [lineId(2)]: 'decline' });
    expect(deriveStep(refused)).toBe('diagnosis');
    expect(deriveStep(withLineAs(refused, 1, { workState: 'leader_checked' }))).toBe('final_inspection');
  });

  test('a car on which nothing was done is delivered once its pass is out', () => {
    expect(deriveStep(visitIn('ready'))).toBe('settlement');
    expect(deriveStep(withPass(visitIn('ready'), 'issued'))).toBe('delivery');
  });

  test('a cancelled car is handed back until the gate lets it out, and the customer’s from then on', () => {
    const cancelled = visitIn('cancelled');
    expect([deriveStep(cancelled), carHolder(cancelled).role]).toEqual(['delivery', 'advisor']);
    const gone = withPass(cancelled, 'used');
    expect([deriveStep(gone), carHolder(gone).role]).toEqual(['followup', 'customer']);
  });
});
