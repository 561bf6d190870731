import type { PaperFrame } from '#documents/paper.view.ts';
import type { RepairedJobView, RepairReportView } from '#documents/repair-report/repair-report.view.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { minutesBetween } from '#domain/kernel/calendar.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { checkItems, type CheckItemKey } from '#domain/quality/check-items.ts';
import { lastInspection, performedLines } from '#domain/repair-order/visit.rules.ts';
import { advisorView, customerView, vehicleView } from '#server/features/papers/paper-frame.ts';
import { nameOf, signatureView, type PaperSources } from '#server/features/papers/paper-sources.ts';

/** The report of a repair from its own record: findings, work, parts, hours, inspection (R164, R165, R246). */
export function repairReportPaper(sources: PaperSources, frame: PaperFrame): RepairReportView {
  const { visit } = sources;
  const { order, vehicle } = visit;
  const reading = visit.reception?.odometerKm ?? vehicle.odometerKm ?? 0;
  return {
    frame,
    customer: customerView(sources),
    vehicle: vehicleView(sources),
    arrivedAt: order.arrivedAt,
    finishedAt: order.readyAt,
    odometerOutKm: Math.max(reading, lastInspection(visit, 'final_inspection')?.roadTestToKm ?? reading),
    advisor: advisorView(sources),
    complaint: order.complaint,
    findings: visit.findings.map(({ system, finding, cause, proposal }) => ({
      system: valueWordsOf('system', system).zh,
      finding,
      cause,
      proposal,
    })),
    jobs: performedLines(visit)
      .filter(({ workState }) => workState !== null)
      .map((line) => jobOf(sources, line)),
    parts: partsOf(sources),
    inspection: inspectionOf(sources),
    advice: adviceOf(sources),
    nextService: { date: vehicle.nextServiceOn, odometerKm: vehicle.nextServiceKm },
  };
}

function jobOf(sources: PaperSources, line: ChargeLine): RepairedJobView {
  const punches = sources.visit.punches.filter(({ lineId }) => lineId === line.lineId);
  const names = new Set(punches.map(({ technicianId }) => nameOf(sources, technicianId)));
  return {
    name: line.description,
    workDone: line.workDone ?? '',
    technicians: [...names].join('、'),
    flatRateHoursCenti: line.flatRateHoursCenti,
    workedMinutes: punches.reduce(
      (all, { startedAt, endedAt }) => all + minutesBetween(startedAt, endedAt ?? sources.call.now),
      0,
    ),
    checked: line.workState === null ? '' : valueWordsOf('workState', line.workState).zh,
  };
}

const partsOf = ({ visit }: PaperSources): RepairReportView['parts'] =>
  visit.lines
    .filter(
      ({ kind, issuedQtyMilli, partOrigin }) =>
        kind === 'part' && (issuedQtyMilli > 0 || partOrigin === 'customer_supplied'),
    )
    .map(({ description, issuedQtyMilli, qtyMilli, unit, partOrigin }) => ({
      name: description,
      qtyMilli: issuedQtyMilli > 0 ? issuedQtyMilli : qtyMilli,
      unit,
      origin: partOrigin,
    }));

function inspectionOf(sources: PaperSources): RepairReportView['inspection'] {
  const check = lastInspection(sources.visit, 'final_inspection');
  if (!check || check.result !== 'pass') return null;
  const { roadTestFromKm, roadTestToKm, inspectorId, inspectedAt, signatureId, items } = check;
  return {
    inspector: signatureView(sources, {
      name: nameOf(sources, inspectorId),
      channel: null,
      at: inspectedAt,
      signatureId,
    }),
    roadTestKm: roadTestFromKm === null || roadTestToKm === null ? null : roadTestToKm - roadTestFromKm,
    items: items.map(({ item, result, measured }) => ({
      name: checkItems[item as CheckItemKey]?.zh ?? item,
      result: [valueWordsOf('result', result).zh, measured].filter(Boolean).join(' '),
    })),
  };
}

const adviceOf = ({ visit }: PaperSources): string[] => [
  ...new Set(
    visit.inspections.flatMap(({ kind, advice, voidedAt }) =>
      kind === 'leader_check' && voidedAt === null && advice ? [advice] : [],
    ),
  ),
];
