import { completeFollowUp } from '#domain/followup/complete-call.ts';
import type { complaintContracts } from '#domain/followup/complaint.contract.ts';
import type { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import type { FollowUpFile } from '#domain/followup/follow-up.ts';
import { complaintAnswer } from '#domain/followup/handle-complaint.ts';
import { openComplaint, type NewComplaint } from '#domain/followup/open-complaint.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { keptComplaint, keptFollowUp } from '#server/features/followup/follow-up.kept.ts';
import { sendMessage } from '#server/features/message/send-message.ts';
import { actOn, keep } from '#server/features/record/on-aggregate.ts';
import { nextNumber } from '#server/features/store/counter.ts';
import type { Call } from '#server/http/call.ts';

type Complete = (typeof followUpContracts)['complete'];
type Open = (typeof complaintContracts)['open'];

/** Records a call's answers; a bad one opens its complaint in the same transaction (R270). */
export async function complete(call: Call, input: InputOf<Complete>): Promise<OutputOf<Complete> | Refusal> {
  const done = await actOn(call, keptFollowUp, { id: input.followUpId, input, decide: completeFollowUp });
  if (isRefusal(done)) return done;
  if (done.output.complaint) await makeComplaint(call, done.output.complaint);
  return done.output.answer;
}

/** Opens a complaint by hand: on the phone, at the counter, or by the customer about their own visit (R275, R280). */
export async function open(call: Call, input: InputOf<Open>): Promise<OutputOf<Open> | Refusal> {
  const about = await aboutWhom(call, input);
  if (isRefusal(about)) return about;
  const { actor } = call;
  const source = actor.kind === 'customer' ? 'customer_page' : input.source;
  const level = actor.kind === 'customer' ? 'general' : input.level;
  const demand = input.demand || null;
  const { description } = input;
  const made = { ...about, complaintId: call.newId(), source, level, class: input.class, description, demand };
  const complaint = await makeComplaint(call, made);
  return { ...complaintAnswer(complaint), complaintNo: complaint.complaintNo };
}

/** The number is taken last. */
async function makeComplaint(call: Call, made: NewComplaint) {
  const decision = openComplaint(made, await nextNumber(call, 'complaint'), call);
  keep(call, keptComplaint, { before: null, decision });
  return decision.output;
}

type Whom = Pick<NewComplaint, 'orderId' | 'customerId' | 'vehicleId'>;

/** The visit complained about with its customer and car; or a customer on file without one. */
async function aboutWhom(call: Call, input: InputOf<Open>): Promise<Whom | Refusal> {
  const { actor, tx } = call;
  const orderId = actor.kind === 'customer' ? actor.orderId : input.orderId;
  if (actor.kind === 'customer' && input.orderId !== null && input.orderId !== orderId) return refuse('not_found');
  if (orderId !== null) {
    const order = await tx
      .selectFrom('repair_order')
      .select(['customer_id as customerId', 'vehicle_id as vehicleId'])
      .where('store_id', '=', actor.storeId)
      .where('order_id', '=', orderId)
      .executeTakeFirst();
    return order ? { orderId, ...order } : refuse('not_found', { field: 'orderId' });
  }
  const { customerId, vehicleId } = input;
  const known = customerId !== null && (await isOnFile(call, customerId, vehicleId));
  return known ? { orderId, customerId, vehicleId } : refuse('not_found', { field: 'customerId' });
}

/** The customer is on file, and so is the car where one is named. */
async function isOnFile({ tx, actor }: Call, customerId: string, vehicleId: string | null): Promise<boolean> {
  const customer = await tx
    .selectFrom('customer')
    .select('customer_id')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
  if (!customer || vehicleId === null) return customer !== undefined;
  const vehicle = await tx
    .selectFrom('vehicle')
    .select('vehicle_id')
    .where('store_id', '=', actor.storeId)
    .where('vehicle_id', '=', vehicleId)
    .executeTakeFirst();
  return vehicle !== undefined;
}

/** A customer who could not be reached gets a letter, to be posted from the outbox (R262). */
export async function sendLetter(call: Call, { followUp }: FollowUpFile): Promise<void> {
  if (followUp.state !== 'letter_sent') return;
  const { customerId, orderId, followUpId } = followUp;
  const phone = call.settings.serviceHotline || call.settings.phone;
  await sendMessage(call, {
    customerId,
    orderId,
    channel: 'letter',
    subject: '售后服务回访信',
    body: letter(phone),
    once: `follow-up letter ${followUpId}`,
  });
}

const letter = (phone: string): string =>
  `尊敬的客户：您好！您的爱车近日在我店维修后，我们多次致电回访未能与您取得联系。如您对服务有任何意见或车辆有任何问题，请与我们联系${phone && `：${phone}`}。感谢您的支持！\n` +
  `Dear customer, we could not reach you by phone after your visit. If anything about the car or our service is not as you wish, please tell us${phone && `: ${phone}`}.`;

/** Whether somebody is active staff of the store. */
export async function isActiveStaff({ tx, actor }: Call, staffId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('staff')
    .select('staff_id')
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', staffId)
    .where('active', '=', true)
    .executeTakeFirst();
  return found !== undefined;
}
