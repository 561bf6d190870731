import { describe, expect, test } from 'vitest';
import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import { complaintLevels, complaintStates, type Complaint, type ComplaintFile } from '#domain/followup/complaint.ts';
import {
  assignComplaint,
  closeComplaint,
  investigateComplaint,
  resolveComplaint,
  respondToComplaint,
  verifyComplaint,
} from '#domain/followup/handle-complaint.ts';
import { openComplaint } from '#domain/followup/open-complaint.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type Actor } from '#domain/kernel/role.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { actorOf, staffOf, testContext, testId, testNow, testStoreId } from '#domain/testing/test-context.ts';

type Tried = Decision<ComplaintFile, unknown> | Refusal;
const codeOf = (tried: Tried) => (isRefusal(tried) ? tried.code : 'ok');

const made = {
  complaintId: testId(0xb_01),
  source: 'phone',
  level: 'general',
  class: 'repair_quality',
  customerId: testId(4),
  vehicleId: testId(3),
  orderId: testId(2),
  description: '异响未消除',
  demand: null,
} as const;
const open = (changes: Partial<Complaint> = {}): ComplaintFile => {
  const { next } = openComplaint(made, 7, testContext('advisor'));
  return { complaint: { ...next.complaint, ...changes } };
};
const seen = { complaintId: made.complaintId, version: 1 };

const assign = (file: ComplaintFile, by: Actor, known = true): Tried =>
  assignComplaint(file, { ...seen, assigneeId: staffOf('supervisor') }, testContext(by, { facts: { known } }));
const resolve = (file: ComplaintFile, by: Actor, cause: string | null = '装配不到位'): Tried =>
  resolveComplaint(file, { ...seen, cause, resolution: '免费返修', preventiveMeasure: null }, testContext(by));
const verify = (file: ComplaintFile, by: Actor, satisfied = true): Tried =>
  verifyComplaint(file, { ...seen, customerAnswer: '可以', satisfied }, testContext(by));
const close = (file: ComplaintFile, by: Actor, preventiveMeasure: string | null = '增加复检'): Tried =>
  closeComplaint(file, { ...seen, preventiveMeasure }, testContext(by));

const commands = {
  assign,
  respond: (file: ComplaintFile, by: Actor): Tried => respondToComplaint(file, seen, testContext(by)),
  investigate: (file: ComplaintFile, by: Actor): Tried => investigateComplaint(file, seen, testContext(by)),
  resolve,
  verify,
  close,
} as const;
type Action = keyof typeof commands;

const cases = (Object.keys(commands) as Action[]).flatMap((action) =>
  complaintStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on a complaint that is %s by %s goes as its table says', (action, state, role) => {
  const { by, from } = complaintMachine.actions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  expect(codeOf(commands[action](open({ state }), actorOf(role)))).toBe(expected);
});

const manager = actorOf('service_manager');
function after(tried: Tried): Complaint {
  if (isRefusal(tried)) throw new Error(tried.code);
  return tried.next.complaint;
}

test.each(complaintLevels)('a complaint that is %s is to be answered within the hours of its level (R280)', (level) => {
  const { next } = openComplaint({ ...made, level }, 7, testContext('advisor'));
  const hours = defaultSettings.complaintResponseHours[level];
  expect(next.complaint).toMatchObject({ complaintNo: 'CP2611240007', respondBy: addMinutes(testNow, hours * 60) });
});

describe('a complaint', () => {
  test('keeps when it was first answered (R280)', () => {
    const first = '2026-11-24T01:30:00.000Z';
    expect(after(commands.respond(open(), manager)).respondedAt).toBe(testNow);
    expect(after(commands.respond(open({ respondedAt: first }), manager)).respondedAt).toBe(first);
  });

  test('passed on during its investigation does not begin anew', () => {
    expect(after(assign(open({ state: 'investigating' }), manager)).state).toBe('investigating');
    expect(after(assign(open(), manager))).toMatchObject({ state: 'assigned', assigneeId: staffOf('supervisor') });
    expect(codeOf(assign(open(), manager, false))).toBe('assignee_missing');
  });

  test('is not resolved without its cause (R281)', () => {
    expect(codeOf(resolve(open({ state: 'investigating' }), manager, null))).toBe('cause_missing');
    expect(after(resolve(open({ state: 'investigating' }), manager))).toMatchObject({
      state: 'resolved',
      cause: '装配不到位',
      respondedAt: testNow,
    });
  });

  test('is looked into again while the customer is not satisfied (R188)', () => {
    expect(after(verify(open({ state: 'resolved' }), manager, false)).state).toBe('investigating');
    expect(after(verify(open({ state: 'resolved' }), manager)).state).toBe('verified');
  });

  test('is not closed before it is said how it shall not happen again (R282)', () => {
    expect(codeOf(close(open({ state: 'verified' }), manager, null))).toBe('prevention_missing');
    const known = open({ state: 'verified', preventiveMeasure: '增加复检' });
    expect(after(close(known, manager, null))).toMatchObject({ state: 'closed', closedAt: testNow });
  });

  test('is changed on the version that was seen, and by the customer of its own visit alone', () => {
    expect(codeOf(close(open({ state: 'verified', version: 4 }), manager))).toBe('stale_version');
    const customer = (orderId: string): Actor => ({
      kind: 'customer',
      storeId: testStoreId,
      linkId: testId(9),
      orderId,
    });
    expect(codeOf(verify(open({ state: 'resolved' }), customer(made.orderId)))).toBe('ok');
    expect(codeOf(verify(open({ state: 'resolved' }), customer(testId(0xdead))))).toBe('not_found');
    expect(codeOf(close(open({ state: 'verified' }), customer(made.orderId)))).toBe(
      'forbidden' satisfies Refusal['code'],
    );
  });
});
