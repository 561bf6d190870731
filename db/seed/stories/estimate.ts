import type { LineChoice } from '#domain/authorization/authorization.ts';
import { handOverCopies } from '#domain/authorization/copies-and-link.ts';
import { decide } from '#domain/authorization/decide.ts';
import { present } from '#domain/authorization/present.ts';
import type { Availability } from '#domain/authorization/reserve.ts';
import { recordChoices, setPromise } from '#domain/estimate/promise-and-choices.ts';
import { addDays, addMinutes, shopDateTime, shopDay, shopTime, type Instant } from '#domain/kernel/calendar.ts';
import { sum } from '#domain/kernel/money.ts';
import { tick } from '#domain/reception/finish-reception.ts';
import { presentedVersion } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { oneOf, type World } from '#db/seed/engine/world.ts';
import { act, soon, signature, simply, stopsAt, visitOf, whenOpen, type Going } from '#db/seed/stories/going.ts';
import { addJob } from '#db/seed/stories/lines.ts';

const isOwn = (visit: Visit): boolean => visit.order.kind === 'internal' || visit.order.kind === 'pdi';

/** The first version: lines, promise, choices, shown and decided (R110–R139). */
export function* estimate(going: Going): Story {
  const { plan, advisor } = going;
  yield* soon(going, 4);
  if (stopsAt(going, 'form_handed')) return;
  for (const job of plan.jobs) addJob(going, job);
  if (stopsAt(going, 'drafting')) return;
  yield* soon(going, 6);
  promise(going);
  ask(going);
  yield* soon(going, 3);
  show(going);
  yield* soon(going, 4);
  if (stopsAt(going, 'presented')) return;
  answer(going, () => plan.choice);
  if (plan.choice !== 'accept') return;
  yield* soon(going, 3);
  if (visitOf(going).reception) simply(going, advisor, { decide: handOverCopies, input: {} });
}

/** The time that the work needs, or what the plan of the demonstration wants. */
export function promise(going: Going): void {
  const { world, plan, advisor } = going;
  const minutes = plan.promiseMinutes ?? neededMinutes(going);
  const wanted = addMinutes(world.now, minutes);
  const promisedAt = plan.live ? wanted : withinHours(wanted);
  simply(going, advisor, { decide: setPromise, input: { promisedAt } });
}

function neededMinutes(going: Going): number {
  const { lines } = visitOf(going);
  const hours = sum(lines.map(({ flatRateHoursCenti }) => flatRateHoursCenti ?? 0));
  const body = lines.some(({ trade }) => trade === 'body' || trade === 'paint');
  const parts = Math.round(hours * 0.6 * 1.3) + going.world.random.int(100, 170);
  return body ? parts + 24 * 60 : parts;
}

/** Nobody promises a car for the night: then for the next morning. */
function withinHours(at: Instant): Instant {
  if (shopTime(at) <= '19:30' && shopTime(at) >= '08:00') return whenOpen(at);
  const day = shopTime(at) < '08:00' ? shopDay(at) : addDays(shopDay(at), 1);
  return whenOpen(shopDateTime(day, '11:00'));
}

function ask(going: Going): void {
  const { plan, advisor } = going;
  const visit = visitOf(going);
  if (isOwn(visit)) return;
  const { version } = visit.order;
  const { payment, oldParts, wash, waits } = plan;
  const asked = { paymentMethod: payment, oldPartChoice: oldParts, washWanted: wash, waitsInShop: waits };
  simply(going, advisor, { decide: recordChoices, input: { version, ...asked, deliveryProcedureExplained: true } });
  const items = [
    'advice_given',
    'items_explained',
    'questions_answered',
    'payment_explained',
    'new_jobs_explained',
  ] as const;
  simply(going, advisor, { decide: tick, input: { items: [...items], note: null } });
}

export function show(going: Going): void {
  act(going, going.advisor, { decide: present, input: {}, facts: { storeName: going.world.storeName } });
}

/** Whoever may sign for so much. */
function signatoryOf(visit: Visit, totalFen: number) {
  const contact = visit.parties.find(({ relation }) => relation === 'fleet_contact');
  if (contact && totalFen <= (contact.approvalLimitFen ?? 0))
    return { kind: 'fleet_contact' as const, name: contact.name };
  const { order, customer } = visit;
  return order.presenterEntrusted
    ? { kind: 'presenter' as const, name: order.presenterName }
    : { kind: 'owner' as const, name: customer.name };
}

/** What is free of each part on the shelves. */
const availability = ({ stock }: World): Availability =>
  new Map([...stock.values()].map(({ partId, onHandMilli, reservedMilli }) => [partId, onHandMilli - reservedMilli]));

/** The customer decides each line and signs; parts are reserved on the shelves. */
export function answer(going: Going, choiceOf: (lineId: string) => LineChoice, byPhone = false): void {
  const { world, advisor } = going;
  const before = visitOf(going);
  const version = presentedVersion(before);
  if (!version) throw new Error('nothing is before the customer');
  const lines = before.lines.filter(
    ({ versionId, removedAt }) => versionId === version.versionId && removedAt === null,
  );
  const total = sum(before.lines.map(({ amountFen }) => amountFen));
  const own = isOwn(before);
  const signatory = own ? managerOf(world) : signatoryOf(before, total);
  const by = own ? oneOf(world, 'service_manager') : advisor;
  const channel = own ? 'internal' : byPhone ? 'phone' : 'screen';
  const content = before.contents.find(({ versionId }) => versionId === version.versionId);
  const input = {
    versionId: version.versionId,
    contentHash: content?.contentHash ?? '',
    choices: lines.map(({ lineId }) => ({ lineId, choice: choiceOf(lineId) })),
    channel: channel as 'internal' | 'phone' | 'screen',
    signatory,
    signature: channel === 'screen' ? signature(world, signatory.name) : null,
    attachmentId: null,
    readBack:
      channel === 'phone'
        ? `已向客户宣读：${lines.map(({ description }) => description).join('、')}，客户逐项答复`
        : null,
  };
  act(going, by, { decide, input, facts: availability(world) });
}

const managerOf = (world: World) => ({ kind: 'service_manager' as const, name: oneOf(world, 'service_manager').name });
