import { addMinutes, nextQuarter } from '#domain/kernel/calendar.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { lineOf, type Start, type Values } from '#web/visit/start.ts';

/** What is left to do besides the standard hours: checks, wash, statement. */
const minutesAround = 45;

/** Reception, estimate and consent, as the advisor fills them in before the customer. */
export const counterStarts: Readonly<Record<string, Start>> = {
  record_readings: ({ reception }) => ({
    odometerKm: reception?.odometerKm ?? null,
    fuelEighths: reception?.fuelEighths ?? null,
    chargePercent: reception?.chargePercent ?? null,
  }),
  record_walk_around: ({ reception }) => ({
    items: [],
    spareWheelOk: reception?.spareWheelOk ?? true,
    toolsOk: reception?.toolsOk ?? true,
  }),
  take_items: () => ({
    items: [
      { kind: 'key', description: '车钥匙', quantity: 1 },
      { kind: 'vehicle_licence', description: '行驶证', quantity: 1 },
      { kind: 'service_booklet', description: '保养手册', quantity: 1 },
    ],
  }),
  record_interview: ({ order, reception, warranty }) => ({
    complaint: order.complaint,
    interview: reception?.interview ?? {},
    inWarranty: reception?.inWarranty ?? warranty.inWarranty,
    preliminaryJudgement: reception?.preliminaryJudgement ?? null,
    symptomClass: reception?.symptomClass ?? null,
  }),
  record_finding: (view, { lineId }) => ({
    ...foundOn(view, lineId),
    necessity: 'recommended',
    stopsLine: false,
    attachmentId: newestPhoto(view),
  }),
  record_choices: ({ order }) => ({
    paymentMethod: order.paymentMethod ?? 'wechat',
    oldPartChoice: order.oldPartChoice ?? 'leave',
    washWanted: order.washWanted ?? true,
    waitsInShop: order.waitsInShop ?? true,
  }),
  set_promise: (view, { now }) => ({ promisedAt: promisedSoFar(view, now) ?? doneBy(view, now) }),
  change_line: (view, { lineId }) => ({ ...lineOf(view, lineId) }),
  tell_customer: ({ contacts, customer }) => {
    const asked = contacts.findLast(({ purpose }) => purpose === 'question')?.contactedBy === null;
    return { purpose: asked ? 'question' : 'progress', channel: customer.preferredChannel, reached: true };
  },
};

const promisedSoFar = ({ order, versions }: VisitView, now: string): string | null => {
  const promised = versions.find(({ state }) => state === 'draft')?.promisedAt ?? order.promisedAt;
  return promised !== null && promised > now ? promised : null;
};

/** The standard hours of what is to be done, and what comes around them. */
function doneBy({ lines }: VisitView, now: string): string {
  const centi = lines
    .filter(({ removedAt, decision }) => removedAt === null && (decision === 'undecided' || decision === 'accepted'))
    .reduce((hours, line) => hours + (line.flatRateHoursCenti ?? 0), 0);
  return nextQuarter(addMinutes(now, Math.ceil((centi * 60) / 100) + minutesAround));
}

/** The one diagnosis that has no finding yet is what is reported first. */
function foundOn({ lines, findings }: VisitView, lineId: string | null): Values {
  const found = new Set(findings.map((finding) => finding.lineId));
  const begun = lines.filter(({ kind, workState }) => kind === 'diagnosis' && workState !== null);
  const open = begun.filter((line) => !found.has(line.lineId) && (lineId === null || lineId === line.lineId));
  const [only] = open;
  return open.length === 1 && only ? { kind: 'diagnosis', lineId: only.lineId } : { kind: 'add_on', lineId };
}

/** A photo taken of a finding that no finding has yet. */
const newestPhoto = ({ attachments, findings }: VisitView): string | null =>
  attachments.findLast(
    ({ purpose, attachmentId }) =>
      purpose === 'finding' && !findings.some((finding) => finding.attachmentId === attachmentId),
  )?.attachmentId ?? null;
