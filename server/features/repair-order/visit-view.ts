import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { actionWords } from '#domain/repair-order/action-words.ts';
import { warrantyOf } from '#domain/reception/warranty-of.ts';
import { availableActions } from '#domain/repair-order/available-actions.ts';
import { carHolder } from '#domain/repair-order/car-holder.ts';
import { normsOf, type RecordedAct } from '#domain/repair-order/norms-of.ts';
import { promiseLight } from '#domain/repair-order/promise-light.ts';
import { visitMoney } from '#domain/repair-order/visit-money.ts';
import type { ActionView, NormView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { wheelOf } from '#domain/repair-order/wheel-of.ts';
import { recordedActs } from '#server/features/repair-order/recorded-acts.ts';
import { staffIdsIn, staffNames } from '#server/features/repair-order/staff-names.ts';
import type { Call } from '#server/http/call.ts';

type Names = Readonly<Record<string, string>>;

/** The visit as it is now, without a lock; refusal `not_found`. */
export const readVisit = async (call: Call, orderId: string): Promise<Visit | Refusal> =>
  (await loadAggregate<Visit>(call.tx, visitShape, orderId)) ?? refuse('not_found');

/** Everything that the car's page shows. */
export async function viewVisit(call: Call, visit: Visit): Promise<VisitView> {
  const acts = await recordedActs(call.tx, visit.order);
  const staff = await staffNames(call.tx, [...staffIdsIn(visit), ...acts.flatMap(({ actorId }) => actorId ?? [])]);
  const { now, settings } = call;
  const holder = carHolder(visit);
  return {
    ...rowsShown(visit),
    staff,
    wheel: wheelOf(acts, visit.order.step, now).map(({ by, ...step }) => ({ ...step, byName: nameOf(staff, by) })),
    holder: { ...holder, name: nameOf(staff, holder.staffId) },
    light: promiseLight(visit.order, now, settings.promiseRiskMinutes),
    warranty: warrantyOf(visit, { settings }),
    money: moneyShown(visit),
    actions: actionsShown(call, visit),
    norms: normsShown(visit, acts, staff),
  };
}

const nameOf = (names: Names, staffId: string | null): string | null => (staffId && names[staffId]) ?? null;

function moneyShown(visit: Visit): VisitView['money'] {
  const { payers, ...whole } = visitMoney(visit);
  return { payers: [...payers], ...whole };
}

function actionsShown({ actor, now }: Call, visit: Visit): ActionView[] {
  return availableActions(visit, { actor, now }).map(({ action, lineId, disabled }) => ({
    action,
    lineId,
    ...actionWords(action),
    disabled: disabled && { code: disabled.code, ...disabled.words },
  }));
}

const normsShown = (visit: Visit, acts: readonly RecordedAct[], names: Names): NormView[] =>
  normsOf(visit, acts).map(({ doneBy, ...norm }) => ({ ...norm, doneByName: nameOf(names, doneBy) }));

const masked = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone));

/** The rows without what a page must not hold: full phones, code hashes, file keys, the customer's address. */
function rowsShown(visit: Visit) {
  const { contents, statementContents, ...rest } = visit;
  const hashes = new Map(contents.map(({ versionId, contentHash }) => [versionId, contentHash]));
  const statementHashes = new Map(statementContents.map(({ statementId, contentHash }) => [statementId, contentHash]));
  return {
    ...(rest as Mutable<typeof rest>),
    order: { ...visit.order, presenterPhone: masked(visit.order.presenterPhone) },
    customer: customerShown(visit),
    attachments: visit.attachments.map(attachmentShown),
    collectors: visit.collectors.map(collectorShown),
    versions: visit.versions.map((each) => ({ ...each, contentHash: hashes.get(each.versionId) ?? null })),
    statements: visit.statements.map((each) => ({
      ...each,
      contentHash: statementHashes.get(each.statementId) ?? null,
    })),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Row)[] ? Row[] : T[K] };

function attachmentShown(attachment: Visit['attachments'][number]) {
  const { fileKey: _file, thumbnailKey: _thumbnail, ...shown } = attachment;
  return shown;
}

function collectorShown(collector: Visit['collectors'][number]) {
  const { codeHash: _code, ...shown } = collector;
  return { ...shown, phone: masked(shown.phone) };
}

function customerShown({ customer }: Visit): VisitView['customer'] {
  const { customerId, kind, name, salutation, preferredChannel, preferredCall, wishedServices } = customer;
  const { fileDueAt, fileCompletedAt, approvalLimitFen, version } = customer;
  const who = { customerId, kind, name, salutation, phone: masked(customer.phone) };
  const wishes = { preferredChannel, preferredCall, wishedServices };
  return { ...who, ...wishes, fileDueAt, fileCompletedAt, approvalLimitFen, version };
}
