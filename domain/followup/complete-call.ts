import type { ComplaintClass, ComplaintLevel } from '#domain/followup/complaint.ts';
import type { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { FollowUp, FollowUpFile } from '#domain/followup/follow-up.ts';
import { checkCall, checkDue, followUpAnswer } from '#domain/followup/make-call.ts';
import type { NewComplaint } from '#domain/followup/open-complaint.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Decide } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';

type Complete = InputOf<(typeof followUpContracts)['complete']>;
type Answer = {
  readonly answer: OutputOf<(typeof followUpContracts)['complete']>;
  readonly complaint: NewComplaint | null;
};
type Answers = NonNullable<Complete['answers']>;

/** A score at or below this, out of five, is a complaint. */
const badScore = 2;

/** What the customer answered (R263, R264, R269). A bad answer opens a complaint that is linked (R270). */
export const completeFollowUp: Decide<FollowUpFile, Complete, Answer> = (file, input, context) => {
  const refusal = firstRefusal(
    () => checkCall(file, 'complete', { version: input.version, context }),
    () => checkDue(file.followUp, context),
    () => checkAnswered(file.followUp, input),
  );
  if (refusal) return refusal;
  const by = staffIdOrNull(context.actor);
  const complaint = isBad(input) ? complaintOf(file.followUp, input, context.newId()) : null;
  const complaintId = complaint?.complaintId ?? null;
  const { answers, satisfied, recommendScore, channel } = input;
  const followUp = raise(file.followUp, {
    state: 'done',
    answers,
    opinion: input.opinion || null,
    newNeeds: input.newNeeds || null,
    satisfied,
    recommendScore,
    agentId: file.followUp.agentId ?? by,
    doneAt: context.now,
    attempts: file.followUp.attempts + 1,
    complaintId,
  });
  const attempt = {
    attemptId: context.newId(),
    channel,
    result: 'reached',
    note: null,
    triedBy: by,
    triedAt: context.now,
  } as const;
  return {
    next: { followUp, attempts: [...file.attempts, attempt] },
    activity: { action: 'complete', payload: { answers, satisfied, recommendScore, complaintId, channel } },
    output: { answer: { ...followUpAnswer(followUp), complaintId }, complaint },
  };
};

/** The quality call is for the scores; any call is for whether the customer is satisfied. */
function checkAnswered({ kind }: FollowUp, { answers, satisfied }: Complete): Refusal | null {
  if (satisfied === null) return refuse('answers_missing', { field: 'satisfied' });
  const scored = kind !== 'quality_call' || answers?.overall !== undefined;
  return scored ? null : refuse('answers_missing', { field: 'answers.overall' });
}

const isBad = ({ answers, satisfied }: Complete): boolean => satisfied === false || worst(answers) !== null;

/** The lowest bad score and what it is about; null when none is bad. */
function worst(answers: Answers | null): { readonly about: keyof Answers; readonly score: number } | null {
  const bad = Object.entries(answers ?? {})
    .filter((entry): entry is [keyof Answers, number] => typeof entry[1] === 'number' && entry[1] <= badScore)
    .toSorted((a, b) => a[1] - b[1] || Number(a[0] === 'overall') - Number(b[0] === 'overall'));
  const [first] = bad;
  return first ? { about: first[0], score: first[1] } : null;
}

const classOf = {
  overall: 'other',
  onTime: 'time',
  quality: 'repair_quality',
  explanation: 'transparency',
  price: 'price',
  attitude: 'advisor',
  cleanliness: 'other',
} as const satisfies Record<keyof Answers, ComplaintClass>;

function complaintOf(followUp: FollowUp, { answers, opinion, complaint }: Complete, complaintId: string): NewComplaint {
  const lowest = worst(answers);
  const level: ComplaintLevel = lowest?.score === 1 ? 'serious' : 'general';
  return {
    complaintId,
    source: 'follow_up_call',
    level: complaint?.level ?? level,
    class: complaint?.class ?? (lowest ? classOf[lowest.about] : 'other'),
    customerId: followUp.customerId,
    vehicleId: followUp.vehicleId,
    orderId: followUp.orderId,
    description: opinion || '回访中客户表示不满意 / The customer was not satisfied when called',
    demand: complaint?.demand || null,
  };
}
