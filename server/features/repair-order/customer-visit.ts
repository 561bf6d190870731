import { conversation } from '#domain/authorization/ask-question.ts';
import { signatoriesFor } from '#domain/authorization/signatory.ts';
import { faultReport } from '#domain/diagnosis/fault-report.ts';
import { inspectionTimes } from '#domain/diagnosis/inspection-times.ts';
import { refuse, isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { actionWords } from '#domain/repair-order/action-words.ts';
import { availableActions } from '#domain/repair-order/available-actions.ts';
import { stagesAt } from '#domain/repair-order/customer-stage.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { papersOf } from '#domain/repair-order/papers-of.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import { dueFen, openWaits, presentedVersion } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { freeFen } from '#domain/settlement/settlement.money.ts';
import type { Finding } from '#domain/workshop/workshop.ts';
import { staffNames } from '#server/features/repair-order/staff-names.ts';
import { presentedContent } from '#server/features/repair-order/version.queries.ts';
import { readVisit } from '#server/features/repair-order/visit-view.ts';
import { englishNames } from '#server/features/store/english-names.ts';
import type { Call } from '#server/http/call.ts';

/** What the customer's link shows of its visit. */
export async function myVisit(call: Call): Promise<CustomerVisitView | Refusal> {
  if (call.actor.kind !== 'customer') return refuse('forbidden');
  const visit = await readVisit(call, call.actor.orderId);
  if (isRefusal(visit)) return visit;
  return {
    ...(await whose(call, visit)),
    ...whereItIs(call, visit),
    ...whatIsSaid(visit),
    namesEn: await englishNames(call, visit.lines),
    toDecide: await toDecide(call, visit),
    decided: decided(visit),
    statements: await statements(call, visit),
    depositFen: freeFen(visit),
    ...shownOf(visit),
    papers: [...papersOf(visit)],
    actions: actions(call, visit),
  };
}

async function whose({ tx, actor, settings }: Call, visit: Visit) {
  const { order, vehicle, customer } = visit;
  const store = await tx
    .selectFrom('store')
    .select(['name', 'name_en'])
    .where('store_id', '=', actor.storeId)
    .executeTakeFirstOrThrow();
  const names = await staffNames(tx, [order.advisorId]);
  const { orderId, orderNo, version: orderVersion, complaint, state, arrivedAt } = order;
  const { plate, brand, model } = vehicle;
  return {
    orderId,
    orderVersion,
    orderNo,
    complaint,
    state,
    arrivedAt,
    plate,
    brand,
    model,
    storeName: store.name,
    storeNameEn: store.name_en,
    hotline: settings.serviceHotline || settings.phone,
    advisorName: names[order.advisorId] ?? '',
    customerName: customer.name,
    presenterName: order.presenterName,
    signatories: [...signatoriesFor(visit)],
  };
}

function whereItIs({ now, settings }: Call, visit: Visit) {
  const { promisedAt, pickUpAt, step } = visit.order;
  return {
    promisedAt,
    pickUpAt,
    light: promiseLight(visit.order, now, settings.promiseRiskMinutes),
    stages: stagesAt(step),
    waits: [...new Set(openWaits(visit).map(({ reason }) => reason))],
  };
}

/** What was found, when the car is inspected, what was asked and answered. */
function whatIsSaid(visit: Visit) {
  return {
    inspections: [...inspectionTimes(visit)],
    faults: faultReport(visit).map(faultShown),
    questions: conversation(visit).map(({ contactId, asked, said, contactedAt }) => ({
      contactId,
      asked,
      text: said,
      at: contactedAt,
    })),
  };
}

function faultShown(fault: Finding): CustomerVisitView['faults'][number] {
  const { findingId, system, finding, cause, proposal, remedy, necessity, foundAt, attachmentId } = fault;
  return { findingId, system, finding, cause, proposal, remedy, necessity, foundAt, attachmentId };
}

async function toDecide(call: Call, visit: Visit): Promise<CustomerVisitView['toDecide']> {
  const version = presentedVersion(visit);
  const presented = version && (await presentedContent(call, visit.order.orderId, version.versionId));
  if (!version || !presented) return null;
  const { versionId, versionNo, expiresAt } = version;
  return { versionId, versionNo, expiresAt, content: presented.content, contentHash: presented.content_hash };
}

const decided = ({ versions, decisions }: Visit): CustomerVisitView['decided'] =>
  versions.flatMap(({ versionId, versionNo, decidedAt }) => {
    if (decidedAt === null) return [];
    const recordHash = decisions.find((each) => each.versionId === versionId)?.recordHash ?? null;
    return [{ versionId, versionNo, decidedAt, recordHash }];
  });

/** The customer's own share alone; other payers' statements are not the customer's matter. */
async function statements({ tx }: Call, visit: Visit): Promise<CustomerVisitView['statements']> {
  const mine = visit.statements.filter(
    ({ payer, state }) => payer === 'customer' && state !== 'draft' && state !== 'withdrawn',
  );
  if (mine.length === 0) return [];
  const contents = await tx
    .selectFrom('statement_content')
    .select(['statement_id', 'content', 'content_hash'])
    .where('order_id', '=', visit.order.orderId)
    .execute();
  return mine.map(({ statementId, statementNo, state, totalFen, signedAt }) => {
    const kept = contents.find((each) => each.statement_id === statementId);
    const shown = { content: kept?.content ?? null, contentHash: kept?.content_hash ?? null };
    return { statementId, statementNo, state, totalFen, dueFen: dueFen(visit, statementId), ...shown, signedAt };
  });
}

function shownOf({ passes, collectors, attachments }: Visit) {
  const issued = passes.filter(({ state }) => state === 'issued');
  return {
    passes: issued.map(({ passId, passNo, kind, code, validUntil, expectedReturnAt }) => ({
      passId,
      passNo,
      kind,
      code,
      validUntil,
      expectedReturnAt,
    })),
    collectors: collectors.map(({ collectorId, name, authorizedAt, usedAt }) => ({
      collectorId,
      name,
      authorizedAt,
      used: usedAt !== null,
    })),
    photos: attachments.map(({ attachmentId, purpose, note, addedAt }) => ({ attachmentId, purpose, note, addedAt })),
  };
}

const actions = ({ actor, now }: Call, visit: Visit): CustomerVisitView['actions'] =>
  availableActions(visit, { actor, now })
    .filter(({ lineId }) => lineId === null)
    .map(({ action, disabled }) => ({
      action,
      ...actionWords(action),
      disabled: disabled && { code: disabled.code, ...disabled.words },
    }));
