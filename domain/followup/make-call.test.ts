import { describe, expect, test } from 'vitest';
import { completeFollowUp } from '#domain/followup/complete-call.ts';
import { followUpMachine } from '#domain/followup/follow-up.machine.ts';
import { followUpStates, type FollowUp, type FollowUpFile } from '#domain/followup/follow-up.ts';
import { assignFollowUp, attemptFollowUp, cancelFollowUp } from '#domain/followup/make-call.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import type { ContactResult } from '#domain/customer/contact-attempt.ts';
import { staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';

type Tried = Decision<FollowUpFile, unknown> | Refusal;
const codeOf = (tried: Tried | undefined) => (isRefusal(tried) ? tried.code : 'ok');

const planned: FollowUp = {
  followUpId: testId(0xa_01),
  kind: 'quality_call',
  state: 'planned',
  orderId: testId(2),
  customerId: testId(4),
  vehicleId: testId(3),
  dueFrom: testNow,
  dueBy: '2026-11-26T10:00:00.000Z',
  nextTryAt: testNow,
  attempts: 0,
  answers: null,
  opinion: null,
  newNeeds: null,
  satisfied: null,
  recommendScore: null,
  agentId: null,
  doneAt: null,
  complaintId: null,
  chainSeq: 1,
  chainHash: 'e'.repeat(64),
  version: 1,
  createdAt: testNow,
};
const call = (changes: Partial<FollowUp> = {}): FollowUpFile => ({
  followUp: { ...planned, ...changes },
  attempts: [],
});
const seen = { followUpId: planned.followUpId, version: 1 };
const preferred = { from: '19:00', to: '20:30', days: 'any' } as const;

const assign = (file: FollowUpFile, by: StaffRole = 'service_manager', known = true): Tried =>
  assignFollowUp(file, { ...seen, agentId: staffOf('follow_up_agent') }, testContext(by, { facts: { known } }));

type Trying = { readonly result?: ContactResult; readonly by?: StaffRole; readonly version?: number };
const attempt = (
  file: FollowUpFile,
  { result = 'no_answer', by = 'follow_up_agent', version = 1 }: Trying = {},
): Tried =>
  attemptFollowUp(
    file,
    { ...seen, version, channel: 'phone', result, note: null, nextTryAt: null },
    testContext(by, { facts: { preferred }, settings: { followUpAttempts: 3 } }),
  );

const good = {
  ...seen,
  channel: 'phone',
  answers: { overall: 5 },
  opinion: null,
  newNeeds: null,
  satisfied: true,
  recommendScore: 9,
  complaint: null,
} as const;
const complete = (file: FollowUpFile, changes: object = {}, by: StaffRole = 'follow_up_agent') =>
  completeFollowUp(file, { ...good, ...changes }, testContext(by));
const cancel = (file: FollowUpFile, by: StaffRole = 'follow_up_agent'): Tried =>
  cancelFollowUp(file, { ...seen, reason: '客户要求不再来电' }, testContext(by));

const commands = {
  assign: (file: FollowUpFile, by: StaffRole) => assign(file, by),
  attempt: (file: FollowUpFile, by: StaffRole) => attempt(file, { by }),
  complete: (file: FollowUpFile, by: StaffRole) => complete(file, {}, by),
  cancel,
} as const;
type Action = keyof typeof commands;

const cases = (Object.keys(commands) as Action[]).flatMap((action) =>
  followUpStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on a call that is %s by %s goes as its table says', (action, state, role) => {
  const { by, from } = followUpMachine.actions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  expect(codeOf(commands[action](call({ state }), role))).toBe(expected);
});

function after(tried: Tried): FollowUpFile {
  if (isRefusal(tried)) throw new Error(tried.code);
  return tried.next;
}

describe('a call that did not become a conversation', () => {
  test('is tried the next day at the customer’s time (R260)', () => {
    const { followUp, attempts } = after(attempt(call()));
    expect(followUp).toMatchObject({ state: 'trying', attempts: 1, nextTryAt: '2026-11-25T11:00:00.000Z' });
    expect(attempts).toMatchObject([{ result: 'no_answer', triedBy: staffOf('follow_up_agent') }]);
  });

  test('is a letter after the store’s number of tries, or when the number is wrong (R262)', () => {
    expect(after(attempt(call({ state: 'trying', attempts: 1 }))).followUp.state).toBe('trying');
    expect(after(attempt(call({ state: 'trying', attempts: 2 }))).followUp.state).toBe('letter_sent');
    expect(after(attempt(call(), { result: 'wrong_number' })).followUp.state).toBe('letter_sent');
  });

  test('is the last when the customer wants none', () => {
    expect(after(attempt(call(), { result: 'refused' })).followUp.state).toBe('cancelled');
  });
});

test('nobody is called before the promised day, on an old version, or by somebody unknown (R218, R261)', () => {
  const early = call({ dueFrom: '2026-11-25T00:00:00.000Z' });
  expect(codeOf(attempt(early))).toBe('not_due');
  expect(codeOf(complete(early))).toBe('not_due');
  expect(codeOf(attempt(call(), { version: 7 }))).toBe('stale_version');
  expect(codeOf(assign(call(), 'service_manager', false))).toBe('assignee_missing');
});

describe('what the customer answered', () => {
  const complaintOf = (changes: object) => {
    const tried = complete(call(), changes);
    return isRefusal(tried) ? tried.code : tried.output.complaint;
  };

  test('is kept, and a good answer is no complaint (R263)', () => {
    const tried = complete(call(), { opinion: '很好', newNeeds: '想换轮胎' });
    expect(after(tried).followUp).toMatchObject({
      state: 'done',
      opinion: '很好',
      newNeeds: '想换轮胎',
      doneAt: testNow,
    });
    expect(complaintOf({})).toBeNull();
  });

  test('needs the score of a quality call, and of any call whether the customer is satisfied', () => {
    expect(complaintOf({ answers: {} })).toBe('answers_missing');
    expect(complaintOf({ satisfied: null })).toBe('answers_missing');
    const relationship = complete(call({ kind: 'relationship_call' }), { answers: null });
    expect(codeOf(relationship)).toBe('ok');
  });

  test('opens a complaint about the worst of it when it is bad (R270)', () => {
    expect(complaintOf({ answers: { overall: 2, price: 1 }, opinion: '太贵' })).toMatchObject({
      level: 'serious',
      class: 'price',
      description: '太贵',
    });
    expect(complaintOf({ answers: { overall: 2, onTime: 2 } })).toMatchObject({ level: 'general', class: 'time' });
    expect(complaintOf({ satisfied: false })).toMatchObject({ class: 'other', source: 'follow_up_call' });
    expect(complaintOf({ answers: { overall: 3 } })).toBeNull();
  });
});
