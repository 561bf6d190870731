import type { OldPartDisposition, PaperFrame } from '#documents/paper.view.ts';
import type {
  RecommendedJobView,
  SettlementStatementView,
} from '#documents/settlement-statement/settlement-statement.view.ts';
import type { OldPart } from '#domain/parts/parts.ts';
import { orderKindWords, paymentMethodWords } from '#domain/repair-order/repair-order.words.ts';
import { sum } from '#domain/kernel/money.ts';
import { dueFen } from '#domain/repair-order/visit.rules.ts';
import type { Statement } from '#domain/settlement/settlement.ts';
import type { StatementDocument } from '#domain/settlement/statement-document.ts';
import { customerView } from '#server/features/papers/paper-frame.ts';
import { signatureView, type PaperSources } from '#server/features/papers/paper-sources.ts';
import { measureOf } from '#server/features/papers/presented-lines.ts';

type Document = StatementDocument;

/** The statement as presented and signed (R230–R239), with what was paid on it until the print. */
export function statementPaper(
  sources: PaperSources,
  { statement, document }: { statement: Statement; document: Document },
  frame: PaperFrame,
): SettlementStatementView {
  const { payer, fees } = document;
  return {
    ...carAndPeople(sources, document, frame),
    payer,
    payerName: payer === 'customer' ? document.customer.name : '',
    bank: document.shop.bankAccount === '' ? null : { name: '', account: document.shop.bankAccount },
    certificateNumber: null,
    lines: document.lines.map((line) => lineView(line, payer)),
    totals: { ...fees, byPayer: [{ payer, amountFen: fees.totalFen }] },
    payments: paymentsOf(sources, statement),
    dueFen: Math.max(0, dueFen(sources.visit, statement.statementId)),
    otherPayers: document.otherPayers,
    guarantees: document.guarantees.map((each) => guaranteeView(each, document.finishedAt)),
    oldParts: document.oldParts.map((part) => ({ ...part, disposition: dispositions[part.disposition] })),
    notDone: document.notDone.map((job) => jobView(sources, job)),
    nextService: document.nextService && {
      date: document.nextService.on,
      odometerKm: document.nextService.km,
      content: '定期保养',
    },
    preferredCallTime: callTime(document),
    contact: contactOf(document),
    firstService: document.firstService,
    cautions: document.advice,
    remarks: null,
    cashierSignature: stamp(sources, document.preparedBy, document.presentedAt),
    inspectorSignature: stamp(sources, document.inspector, document.inspector === '' ? null : document.finishedAt),
    customerSignature: signatureView(sources, {
      name: statement.signedBy ?? '',
      channel: null,
      at: statement.signedAt,
      signatureId: statement.signatureId,
    }),
  };
}

/** The advisor by name, and the number that reaches one at any time (R250). */
const contactOf = ({ advisor, shop }: Document): string => `服务顾问 ${advisor} ${shop.hotline || shop.phone}`.trim();

function carAndPeople(sources: PaperSources, document: Document, frame: PaperFrame) {
  const { vehicle, customer } = document;
  const categories = document.repairCategories.map((category) => categoryWords[category]);
  return {
    frame: { ...frame, plateNumber: vehicle.plate, vin: vehicle.vin },
    customer: { ...customerView(sources), kind: customer.kind, name: customer.name, taxNumber: customer.taxNumber },
    vehicle: {
      model: vehicle.model,
      engineNumber: vehicle.engineNumber,
      colour: vehicle.colour,
      power: vehicle.power,
      odometerKm: vehicle.odometerKm,
      fuelQuarters: null,
      batteryPercent: null,
    },
    repairCategory: categories.join('、') || orderKindWords[document.orderKind].zh,
    arrivedAt: document.arrivedAt,
    finishedAt: document.finishedAt,
    odometerOutKm: vehicle.odometerOutKm,
  };
}

const categoryWords = { maintenance: '维护', minor: '小修', special: '专项修理', assembly: '总成修理' } as const;

const dispositions = {
  take_away: 'take_away',
  leave: 'leave',
  warranty_return: 'manufacturer_return',
  insurance_salvage: 'insurer_salvage',
  hazardous_waste: 'hazardous_waste',
} as const satisfies Record<OldPart['disposition'], OldPartDisposition>;

const lineView = (
  line: Document['lines'][number],
  payer: Document['payer'],
): SettlementStatementView['lines'][number] => ({
  kind: line.kind,
  code: line.code,
  name: line.name,
  necessity: line.reason,
  source: line.source,
  measure: measureOf(line),
  origin: line.origin,
  payer,
  taxRate: line.taxRateBp,
  discountFen: line.discountFen,
  amountFen: line.amountFen,
  isSafety: line.safety,
  decision: 'accepted',
  technician: line.technician,
});

/** What stands on this statement: an allocated deposit by the part that it pays here. */
function paymentsOf({ visit }: PaperSources, { statementId }: Statement): SettlementStatementView['payments'] {
  const own = visit.payments.map((payment) => ({
    payment,
    amountFen: sum(
      visit.allocations
        .filter((each) => each.paymentId === payment.paymentId && each.statementId === statementId)
        .map(({ amountFen }) => Math.abs(amountFen)),
    ),
  }));
  return own
    .filter(({ amountFen }) => amountFen > 0)
    .map(({ payment, amountFen }) => ({
      kind: payment.kind,
      method: paymentMethodWords[payment.method].zh,
      at: payment.takenAt,
      amountFen,
    }));
}

function guaranteeView(
  each: Document['guarantees'][number],
  from: string,
): SettlementStatementView['guarantees'][number] {
  const { category, days, km, legalDays, legalKm } = each;
  return { scope: `${categoryWords[category]}（法定不低于 ${legalDays} 天 / ${legalKm} km）`, days, km, from };
}

function jobView(sources: PaperSources, job: Document['notDone'][number]): RecommendedJobView {
  const { name, reason, safety, decision, refusal } = job;
  return {
    name,
    reason,
    isSafety: safety,
    decision,
    refusal: refusal && {
      consequence: reason === '' ? '影响行车安全，可能造成人身伤亡。' : reason,
      customerNote: refusal.customerNote,
      signature: signatureView(sources, {
        name: refusal.signedBy,
        channel: null,
        at: refusal.signedAt,
        signatureId: refusal.signatureId,
      }),
    },
  };
}

const dayWords = { any: '每天', workdays: '工作日', days_off: '休息日' } as const;

const callTime = ({ preferredCall }: Document): string | null =>
  preferredCall && `${dayWords[preferredCall.days]} ${preferredCall.from}–${preferredCall.to}`;

const stamp = (sources: PaperSources, name: string, at: string | null) =>
  signatureView(sources, { name, channel: null, at, signatureId: null });
