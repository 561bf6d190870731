import { complaintShape } from '#db/aggregate/complaint-shape.ts';
import type { Complaint, ComplaintFile, ComplaintState } from '#domain/followup/complaint.ts';
import { complaintStates } from '#domain/followup/complaint.ts';
import {
  assignComplaint,
  closeComplaint,
  investigateComplaint,
  resolveComplaint,
  respondToComplaint,
  verifyComplaint,
} from '#domain/followup/handle-complaint.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { allowed, contextOf, recorded } from '#db/seed/engine/record.ts';
import { acting, newId, oneOf, type World } from '#db/seed/engine/world.ts';
import { complain } from '#db/seed/stories/calls.ts';

type Done = Decision<ComplaintFile, unknown> | Refusal;

/** Takes each open complaint one step further, now and then (R280–R283). */
export function handleComplaints(world: World): void {
  for (const { complaint } of world.complaints.values())
    if (complaint.state !== 'closed' && world.random.chance(0.7)) advance(world, complaint.complaintId);
}

function advance(world: World, complaintId: string): void {
  const manager = acting(world, oneOf(world, 'service_manager'));
  const step = (decide: (file: ComplaintFile) => Done): void => {
    const file = world.complaints.get(complaintId);
    if (!file) return;
    const done = allowed(decide(file), 'complaint');
    world.complaints.set(complaintId, recorded(world, complaintShape, { ...done, actor: manager }));
  };
  const context = contextOf(world, manager, { known: true });
  const plain = contextOf(world, manager, undefined);
  const seen = ({ complaint }: ComplaintFile) => ({ complaintId, version: complaint.version });
  const steps: Readonly<Record<ComplaintState, (file: ComplaintFile) => Done>> = {
    opened: (file) => assignComplaint(file, { ...seen(file), assigneeId: oneOf(world, 'advisor').staffId }, context),
    assigned: (file) => investigateComplaint(file, seen(file), plain),
    investigating: (file) => resolveComplaint(file, { ...seen(file), ...resolution }, plain),
    resolved: (file) =>
      verifyComplaint(file, { ...seen(file), satisfied: true, customerAnswer: '接受处理结果' }, plain),
    verified: (file) => closeComplaint(file, { ...seen(file), preventiveMeasure: null }, plain),
    closed: (file) => ({ next: file, activity: { action: 'none', payload: {} }, output: null }),
  };
  const { state } = stateOf(world, complaintId);
  step(steps[state]);
  if (state === 'opened') step((file) => respondToComplaint(file, seen(file), plain));
}

const resolution = {
  cause: '装配时隔音垫未复位',
  resolution: '免费返修并赠送一次洗车',
  preventiveMeasure: '总检清单增加隔音垫复位项目',
};

const stateOf = (world: World, complaintId: string): Complaint => {
  const file = world.complaints.get(complaintId);
  if (!file) throw new Error('the complaint is on file');
  return file.complaint;
};

/** One complaint in each state, so that every list of the demonstration has something. */
export function showEveryState(world: World): void {
  const delivered = [...world.visits.values()].filter(({ order }) => order.state === 'delivered').slice(-6);
  const there = new Set([...world.complaints.values()].map(({ complaint }) => complaint.state));
  complaintStates.forEach((wanted, index) => {
    const visit = delivered[index];
    if (there.has(wanted) || !visit) return;
    const complaintId = newId(world);
    const { orderId, customerId, vehicleId } = visit.order;
    const about = { complaintId, orderId, customerId, vehicleId, demand: '请尽快给出说法' };
    const description = '客户来电：提车后发现车内仍有异味。';
    complain(world, { ...about, source: 'phone', level: 'general', class: 'repair_quality', description });
    for (let at = 0; at < index; at += 1) advance(world, complaintId);
  });
}
