import { complaintShape } from '#db/aggregate/complaint-shape.ts';
import { followUpShape } from '#db/aggregate/follow-up-shape.ts';
import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import type { Vehicle } from '#domain/customer/customer.ts';
import { completeFollowUp } from '#domain/followup/complete-call.ts';
import type { FollowUpFile } from '#domain/followup/follow-up.ts';
import { attemptFollowUp } from '#domain/followup/make-call.ts';
import { openComplaint, type NewComplaint } from '#domain/followup/open-complaint.ts';
import { attemptOutreach } from '#domain/outreach/attempt-outreach.ts';
import { planOutreach } from '#domain/outreach/plan-outreach.ts';
import { firstTry, inviteFrom } from '#domain/outreach/service-due.ts';
import { allowed, contextOf, recorded } from '#db/seed/engine/record.ts';
import { acting, known, nextNumber, oneOf, type World } from '#db/seed/engine/world.ts';

const opinions = ['服务不错', '希望缩短等待时间', '价格可以再优惠', null, null, null] as const;

/** The follow-up agent calls whom it is time to call: most are reached, some never (R260–R264). */
export function makeCalls(world: World): void {
  for (const file of world.followUps.values()) {
    const { state, nextTryAt } = file.followUp;
    if ((state === 'planned' || state === 'trying') && nextTryAt <= world.now) call(world, file);
  }
}

function call(world: World, file: FollowUpFile): void {
  const { random } = world;
  const actor = acting(world, oneOf(world, 'follow_up_agent'));
  const { followUpId, version, customerId } = file.followUp;
  const preferred = known(world.customers, customerId).customer.preferredCall;
  if (!random.chance(customerId.endsWith('7') ? 0.05 : 0.8)) {
    const input = {
      followUpId,
      version,
      channel: 'phone' as const,
      result: 'no_answer' as const,
      note: null,
      nextTryAt: null,
    };
    const tried = allowed(attemptFollowUp(file, input, contextOf(world, actor, { preferred })), 'attemptFollowUp');
    world.followUps.set(followUpId, recorded(world, followUpShape, { ...tried, actor }));
    return;
  }
  const bad = random.chance(0.03);
  const score = () => (bad ? random.int(1, 3) : random.pick([4, 5, 5]));
  const scores = { overall: bad ? 2 : random.pick([4, 5, 5]), onTime: score(), quality: score(), price: score() };
  const input = {
    followUpId,
    version,
    channel: 'phone' as const,
    answers: scores,
    opinion: bad ? '上次修完仍有异响，等待时间也长' : random.pick(opinions),
    newNeeds: random.chance(0.1) ? '想了解更换轮胎的活动' : null,
    satisfied: !bad,
    recommendScore: bad ? random.int(2, 6) : random.int(8, 10),
    complaint: null,
  };
  const done = allowed(completeFollowUp(file, input, contextOf(world, actor, undefined)), 'completeFollowUp');
  world.followUps.set(followUpId, recorded(world, followUpShape, { ...done, actor }));
  if (done.output.complaint) complain(world, done.output.complaint);
}

/** A complaint is opened by whoever hears it. */
export function complain(world: World, made: NewComplaint): void {
  const actor = acting(world, oneOf(world, 'follow_up_agent'));
  const opened = openComplaint(made, nextNumber(world, 'complaint'), contextOf(world, actor, undefined));
  world.complaints.set(made.complaintId, recorded(world, complaintShape, { ...opened, actor }));
}

/** Cars whose service comes near are found and their owners called, who consented to it (R022, R272). */
export function invite(world: World): void {
  const live = new Set(
    [...world.outreaches.values()]
      .filter(({ outreach }) => outreach.state === 'planned' || outreach.state === 'invited')
      .map(({ outreach }) => outreach.vehicleId),
  );
  for (const { vehicle, parties } of world.vehicles.values()) {
    if (!live.has(vehicle.vehicleId)) findDue(world, vehicle, parties[0]?.customerId ?? '');
  }
  for (const [outreachId, { outreach }] of world.outreaches)
    if ((outreach.nextTryAt ?? outreach.dueFrom) <= world.now) callOut(world, outreachId);
}

function findDue(world: World, vehicle: Vehicle, customerId: string): void {
  const due = { dueOn: vehicle.nextServiceOn, dueKm: vehicle.nextServiceKm };
  const day = inviteFrom({ ...vehicle, ...due }, world.now, world.settings);
  if (day === null || firstTry(day, world.now, null) > world.now) return;
  const plan = {
    ...due,
    topic: 'service_due' as const,
    vehicleId: vehicle.vehicleId,
    customerId,
    dueFrom: world.now,
    note: null,
    sourceOrderId: null,
  };
  const actor = { kind: 'system' as const, storeId: world.storeId };
  const { next, activity } = planOutreach(plan, contextOf(world, actor, undefined));
  world.outreaches.set(next.outreach.outreachId, recorded(world, outreachShape, { next, activity, actor }));
}

function callOut(world: World, outreachId: string): void {
  const file = known(world.outreaches, outreachId);
  const { state, customerId, version, attempts } = file.outreach;
  if ((state !== 'planned' && state !== 'invited') || attempts >= 3) return;
  const { consents, customer } = known(world.customers, customerId);
  const channels = consents
    .filter(({ purpose, withdrawnAt }) => purpose === 'service_reminder' && withdrawnAt === null)
    .map(({ channel }) => channel);
  if (channels.length === 0) return;
  const actor = acting(world, oneOf(world, 'follow_up_agent'));
  const result = world.random.pick(['reached', 'reached', 'no_answer', 'no_answer', 'refused'] as const);
  const input = { outreachId, version, channel: 'phone' as const, result, note: null, nextTryAt: null };
  const facts = { channels, preferred: customer.preferredCall };
  const done = allowed(attemptOutreach(file, input, contextOf(world, actor, facts)), 'attemptOutreach');
  world.outreaches.set(outreachId, recorded(world, outreachShape, { ...done, actor }));
}
