import type { Payer } from '#domain/estimate/charge-line.ts';
import type { PreferredTime } from '#domain/kernel/calendar.ts';
import type { Context } from '#domain/kernel/decision.ts';
import { sum } from '#domain/kernel/money.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { lastInspection } from '#domain/repair-order/visit.rules.ts';
import { chargesOf, discountOf, feesOf, type Charge } from '#domain/settlement/charges.ts';
import { guaranteesOf } from '#domain/settlement/guarantee.ts';
import { notDoneLines } from '#domain/settlement/not-done.ts';
import { freeFen } from '#domain/settlement/settlement.money.ts';
import type { StatementDocument } from '#domain/settlement/statement-document.ts';
import type { RepairCategory } from '#domain/store/catalogue.ts';

/** What a statement says besides what the visit knows: numbers, names and catalogue codes. */
export type StatementFacts = {
  /** One per payer, in the order of `settlingPayers`. */
  readonly statementNos: readonly string[];
  readonly shopName: string;
  readonly staffNames: Readonly<Record<string, string>>;
  /** By line: the code of its operation or part. */
  readonly codes: Readonly<Record<string, string>>;
};

type Promised = {
  readonly nextServiceOn: string | null;
  readonly nextServiceKm: number | null;
  readonly preferredCall: PreferredTime | null;
};

type Making = {
  readonly payer: Payer;
  readonly statementNo: string;
  readonly promised: Promised;
  readonly context: Context<StatementFacts>;
};

/** The whole text of one payer's statement, as it is presented. */
export function buildStatement(visit: Visit, making: Making): StatementDocument {
  const { payer, statementNo, promised, context } = making;
  const all = chargesOf(visit);
  const own = all.filter((charge) => charge.payer === payer);
  const categories = categoriesOf(visit, own);
  return {
    statementNo,
    orderNo: visit.order.orderNo,
    payer,
    presentedAt: context.now,
    shop: shopOf(context),
    ...people(visit, context),
    vehicle: vehicleOf(visit),
    orderKind: visit.order.kind,
    repairCategories: [...categories],
    firstService: isFirstService(visit, all),
    arrivedAt: visit.order.arrivedAt,
    finishedAt: visit.order.readyAt ?? context.now,
    lines: own.map((charge) => lineOf(visit, charge, context.facts)),
    fees: feesOf(own),
    depositFen: payer === 'customer' ? freeFen(visit) : 0,
    otherPayers: othersOf(all, payer),
    guarantees: guaranteesOf(categories, context.settings),
    ...afterwards(visit, promised),
  };
}

/** The first service of the car's life costs the customer nothing (R234). */
function isFirstService(visit: Visit, charges: readonly Charge[]): boolean {
  const service = charges.filter(({ line }) => line.repairCategory === 'maintenance');
  const free = service.every(({ payer, settledFen }) => payer !== 'customer' || settledFen === 0);
  return visit.vehicle.lastServiceOn === null && service.length > 0 && free;
}

function shopOf({ facts, settings }: Context<StatementFacts>): StatementDocument['shop'] {
  const { address, phone, taxId, bankAccount, serviceHotline } = settings;
  return { name: facts.shopName, address, phone, taxId, bankAccount, hotline: serviceHotline };
}

function people(visit: Visit, { actor, facts }: Context<StatementFacts>) {
  const nameOf = (staffId: string | null | undefined) => (staffId ? (facts.staffNames[staffId] ?? '') : '');
  const { order, customer } = visit;
  const { kind, name, taxId } = customer;
  return {
    advisor: nameOf(order.advisorId),
    inspector: nameOf(lastInspection(visit, 'final_inspection')?.inspectorId),
    preparedBy: nameOf(staffIdOrNull(actor)),
    customer: { kind, name, taxNumber: taxId, presenterName: order.presenterName },
  };
}

function vehicleOf(visit: Visit): StatementDocument['vehicle'] {
  const { plate, vin, brand, model, engineNo, colour, powerType, odometerKm } = visit.vehicle;
  const inKm = visit.reception?.odometerKm ?? odometerKm ?? 0;
  const roadTest = lastInspection(visit, 'final_inspection')?.roadTestToKm;
  return {
    plate,
    vin: vin ?? '',
    model: `${brand} ${model}`.trim(),
    engineNumber: engineNo,
    colour,
    power: powerType,
    odometerKm: inKm,
    odometerOutKm: Math.max(inKm, roadTest ?? odometerKm ?? inKm),
  };
}

function lineOf(visit: Visit, charge: Charge, facts: StatementFacts): StatementDocument['lines'][number] {
  const { line, grantedFen, settledFen, settledQtyMilli, taxFen } = charge;
  const technician = visit.punches.findLast(({ lineId }) => lineId === line.lineId)?.technicianId;
  return {
    lineId: line.lineId,
    kind: line.kind,
    source: line.source,
    code: facts.codes[line.lineId] ?? '',
    name: line.description,
    reason: line.reason,
    safety: line.necessity === 'safety',
    hoursCenti: line.flatRateHoursCenti,
    qtyMilli: settledQtyMilli,
    unit: line.unit,
    unitPriceFen: line.unitPriceFen,
    origin: line.partOrigin,
    taxRateBp: line.taxRateBp,
    taxFen,
    discountFen: discountOf(charge),
    amountFen: settledFen,
    grantedFen,
    technician: technician ? (facts.staffNames[technician] ?? null) : null,
  };
}

function othersOf(all: readonly Charge[], own: Payer): StatementDocument['otherPayers'] {
  const others = [...new Set(all.map(({ payer }) => payer))].filter((payer) => payer !== own);
  return others.map((payer) => ({
    payer,
    amountFen: sum(all.filter((charge) => charge.payer === payer).map(({ settledFen }) => settledFen)),
  }));
}

/** A part is guaranteed as the job that it was fitted in; what names no job is a minor repair. */
function categoriesOf(visit: Visit, charges: readonly Charge[]): Set<RepairCategory> {
  const jobs = charges.filter(({ line }) => line.kind === 'labour' || line.kind === 'part' || line.kind === 'sublet');
  return new Set(
    jobs.map(({ line }) => {
      const parent = visit.lines.find(({ lineId }) => lineId === line.parentLineId);
      return line.repairCategory ?? parent?.repairCategory ?? 'minor';
    }),
  );
}

function afterwards(visit: Visit, { nextServiceOn, nextServiceKm, preferredCall }: Promised) {
  return {
    oldPartChoice: visit.order.oldPartChoice,
    oldParts: visit.oldParts.map(({ lineId, description, qtyMilli, disposition }) => ({
      name: description,
      qtyMilli,
      unit: visit.lines.find((line) => line.lineId === lineId)?.unit ?? '',
      disposition,
    })),
    notDone: notDoneOf(visit),
    nextService: nextServiceOn === null || nextServiceKm === null ? null : { on: nextServiceOn, km: nextServiceKm },
    preferredCall,
    advice: adviceOf(visit),
  };
}

function notDoneOf(visit: Visit): StatementDocument['notDone'] {
  return notDoneLines(visit).map((line) => ({
    lineId: line.lineId,
    name: line.description,
    reason: line.reason ?? '',
    safety: line.necessity === 'safety',
    decision: line.decision === 'declined' ? 'declined' : 'deferred',
    refusal: refusalOf(visit, line.lineId),
  }));
}

function refusalOf(visit: Visit, lineId: string): StatementDocument['notDone'][number]['refusal'] {
  const refusal = visit.safetyRefusals.find((each) => each.lineId === lineId);
  if (!refusal) return null;
  const { customerNote, signatureId, signedAt } = refusal;
  const signedBy = visit.signatures.find((each) => each.signatureId === signatureId)?.signedBy ?? '';
  return { customerNote, signatureId, signedAt, signedBy };
}

/** What the leader wrote on the order when checking (R182), each once. */
const adviceOf = (visit: Visit): string[] => [
  ...new Set(
    visit.inspections
      .filter(({ kind, voidedAt, advice }) => kind === 'leader_check' && voidedAt === null && advice)
      .map(({ advice }) => advice ?? ''),
  ),
];
