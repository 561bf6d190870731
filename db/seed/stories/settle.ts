import { addDays, addMonths, shopDay } from '#domain/kernel/calendar.ts';
import { performedLines, statementOf } from '#domain/repair-order/visit.rules.ts';
import { dueFen, receivedFen } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { approveCredit } from '#domain/settlement/approve-credit.ts';
import type { StatementFacts } from '#domain/settlement/build-statement.ts';
import { settlingPayers } from '#domain/settlement/charges.ts';
import { checkVehicle } from '#domain/settlement/check-vehicle.ts';
import { unsignedSafetyLines } from '#domain/settlement/not-done.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';
import { refuseSafety } from '#domain/settlement/refuse-safety.ts';
import { signStatement } from '#domain/settlement/sign-statement.ts';
import { numberOfDay } from '#domain/settlement/statement-number.ts';
import { takePayment } from '#domain/settlement/take-payment.ts';
import { vehicleCheckItemNames } from '#domain/settlement/vehicle-check.items.ts';
import { tick } from '#domain/reception/finish-reception.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { nextNumber, oneOf, type World } from '#db/seed/engine/world.ts';
import { act, soon, signature, simply, stopsAt, visitOf, type Going } from '#db/seed/stories/going.ts';

/** From the walk around the finished car to the last fen (R212–R244). */
export function* settle(going: Going): Story {
  if (stopsAt(going, 'told')) return;
  const performed = performedLines(visitOf(going)).length > 0;
  if (performed) walkThrough(going);
  yield* soon(going, 3);
  if (stopsAt(going, 'checked')) return;
  refuseSafetyItems(going);
  state(going);
  yield* soon(going, 4);
  if (stopsAt(going, 'stated')) return;
  signIt(going);
  yield* soon(going, 2);
  if (stopsAt(going, 'signed')) return;
  pay(going);
}

const shown = [
  'suggestions_explained',
  'next_service_reminded',
  'spare_wheel_told',
  'cleanliness_shown',
  'call_announced',
] as const;

function walkThrough(going: Going): void {
  const items = vehicleCheckItemNames.map((item) => ({ item, result: 'pass' as const }));
  const passed = { result: 'pass' as const, failedLines: [], oldPartsShown: true, kitRemoved: true };
  const input = { ...passed, items, customerOpinion: null };
  simply(going, going.advisor, { decide: checkVehicle, input });
  simply(going, going.advisor, { decide: tick, input: { items: [...shown], note: null } });
}

/** A customer who leaves a safety job undone says so by hand (R232). */
function refuseSafetyItems(going: Going): void {
  for (const { lineId } of unsignedSafetyLines(visitOf(going))) {
    const by = visitOf(going).order.presenterName;
    const customerNote = '已了解制动系统磨损的风险，本次暂不更换，后果自负。';
    simply(going, going.advisor, {
      decide: refuseSafety,
      input: { lineId, customerNote, signature: signature(going.world, by) },
    });
  }
}

function state(going: Going): void {
  const { world, advisor } = going;
  const visit = visitOf(going);
  const { vehicle, customer, order } = visit;
  const own = order.kind === 'internal' || order.kind === 'pdi';
  const km = vehicle.odometerKm ?? 0;
  const months = vehicle.serviceIntervalMonths ?? 12;
  const input = {
    nextServiceOn: own ? null : nextOn(visit, addMonths(shopDay(world.now), months), world),
    nextServiceKm: own ? null : km + (vehicle.serviceIntervalKm ?? 10_000),
    preferredCall: own ? null : (customer.preferredCall ?? { from: '10:00', to: '11:30', days: 'any' as const }),
  };
  act(going, advisor, { decide: presentStatements, input, facts: statementFacts(world, visit) });
}

/** The day on which the car's use brings it to its next service, at the latest after the interval. */
function nextOn(visit: Visit, latest: string, world: World): string {
  const perDay = Number(visit.vehicle.dailyKm ?? 30) || 30;
  const byUse = addDays(shopDay(world.now), Math.round((visit.vehicle.serviceIntervalKm ?? 10_000) / perDay));
  return byUse < latest ? byUse : latest;
}

function statementFacts(world: World, visit: Visit): StatementFacts {
  const operations = new Map([...world.operations.values()].map((each) => [each.operationId, each]));
  const parts = new Map([...world.parts.values()].map((each) => [each.partId, each]));
  const codeOf = ({ operationId, partId }: Visit['lines'][number]) =>
    operations.get(operationId ?? '')?.code ?? parts.get(partId ?? '')?.code ?? '';
  return {
    statementNos: settlingPayers(visit).map(() => numberOfDay('JS', world.now, nextNumber(world, 'statement'))),
    shopName: world.storeName,
    staffNames: Object.fromEntries(world.staff.map(({ staffId, name }) => [staffId, name])),
    codes: Object.fromEntries(visit.lines.map((line) => [line.lineId, codeOf(line)])),
  };
}

function signIt(going: Going): void {
  const visit = visitOf(going);
  const statement = statementOf(visit, 'customer');
  if (!statement) throw new Error('there is a statement for the customer');
  const { statementId } = statement;
  const content = visit.statementContents.find((each) => each.statementId === statementId);
  const input = {
    statementId,
    contentHash: content?.contentHash ?? '',
    signature: signature(going.world, visit.order.presenterName),
  };
  simply(going, going.advisor, { decide: signStatement, input });
}

/** The customer pays what is due; a company on account is let go by the manager. */
export function pay(going: Going): void {
  const { world, plan } = going;
  const visit = visitOf(going);
  const statement = statementOf(visit, 'customer');
  if (!statement || statement.state !== 'signed') return;
  const { statementId } = statement;
  const amountFen = dueFen(visit, statementId);
  if (plan.payment === 'credit') {
    const input = { statementId, reason: '月结客户，按合同挂账' };
    simply(going, oneOf(world, 'service_manager'), { decide: approveCredit, input });
    return;
  }
  const tenderedFen = plan.payment === 'cash' ? Math.ceil(amountFen / 10_000) * 10_000 : null;
  const reference =
    plan.payment === 'cash' ? null : `${world.random.int(100_000, 999_999)}${world.random.int(1000, 9999)}`;
  const input = { kind: 'payment' as const, statementId, method: plan.payment, amountFen, tenderedFen, reference };
  simply(going, oneOf(world, 'cashier'), { decide: takePayment, input });
}

/** A deposit for parts that have to be ordered. */
export function deposit(going: Going, amountFen: number): void {
  if (receivedFen(visitOf(going)) > 0) return;
  const input = {
    kind: 'deposit' as const,
    statementId: null,
    method: 'wechat' as const,
    amountFen,
    tenderedFen: null,
    reference: String(going.world.random.int(100_000, 999_999)),
  };
  simply(going, oneOf(going.world, 'cashier'), { decide: takePayment, input });
}
