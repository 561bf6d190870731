import type {
  ChargeLineView,
  ChargeTotals,
  CustomerView,
  OldPartDisposition,
  PaperFrame,
  Payer,
  SignatureView,
  VehicleView,
} from '#documents/paper.view.ts';

/** 结算单 for one payer of an order. */
export type SettlementStatementView = {
  frame: PaperFrame;
  payer: Payer;
  /** Name of the payer as billed: the customer, the manufacturer, the insurer. */
  payerName: string;
  bank: { name: string; account: string } | null;
  customer: CustomerView;
  vehicle: VehicleView;
  repairCategory: string;
  certificateNumber: string | null;
  arrivedAt: string;
  finishedAt: string;
  odometerOutKm: number;
  lines: ChargeLineView[];
  totals: ChargeTotals;
  payments: Array<{ kind: 'deposit' | 'payment' | 'refund'; method: string; at: string; amountFen: number }>;
  dueFen: number;
  /** What the order's other payers carry, for information. */
  otherPayers: Array<{ payer: Payer; amountFen: number }>;
  guarantees: GuaranteeView[];
  oldParts: Array<{ name: string; qtyMilli: number; unit: string; disposition: OldPartDisposition }>;
  notDone: RecommendedJobView[];
  nextService: { date: string; odometerKm: number; content: string } | null;
  /** When the quality call is welcome, in the customer's words. */
  preferredCallTime: string | null;
  /** Who is reached at any time, and how (R250). */
  contact: string;
  /** The first service of the car, free of charge (R234). */
  firstService: boolean;
  cautions: string[];
  remarks: string | null;
  cashierSignature: SignatureView;
  inspectorSignature: SignatureView;
  customerSignature: SignatureView;
};

/** First to arrive of days and kilometres, from the car's leaving (R247). */
export type GuaranteeView = { scope: string; days: number; km: number; from: string };

export type RecommendedJobView = {
  name: string;
  reason: string;
  isSafety: boolean;
  decision: 'declined' | 'deferred';
  /** A refused safety job's consequence, the customer's own note and signature (R232); null otherwise. */
  refusal: { consequence: string; customerNote: string; signature: SignatureView } | null;
};
