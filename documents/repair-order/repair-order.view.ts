import type {
  ChargeLineView,
  ChargeTotals,
  CustomerView,
  OldPartDisposition,
  PaperFrame,
  SignatureView,
  VehicleView,
} from '#documents/paper.view.ts';

/** 任务委托书: one authorization version as presented to the customer. */
export type RepairOrderView = {
  frame: PaperFrame;
  versionNumber: number;
  kind: 'customer' | 'warranty' | 'insurance' | 'comeback' | 'internal' | 'pdi';
  createdBy: string;
  advisor: { name: string; phone: string };
  arrivedAt: string;
  promisedAt: string | null;
  customer: CustomerView;
  vehicle: VehicleView;
  /** In the customer's own words (R074). */
  complaint: string;
  preCheckResult: string | null;
  advice: string | null;
  lines: ChargeLineView[];
  totals: ChargeTotals;
  /** Total of the accepted lines; null while the customer has not decided. */
  acceptedFen: number | null;
  /** The fault is not clear yet: the detailed fee follows after inspection (R115). */
  estimateIsProvisional: boolean;
  paymentMethod: string | null;
  oldParts: OldPartDisposition | null;
  wantsWash: boolean | null;
  waitsInShop: boolean | null;
  /** Null where it was not asked. */
  joinsRoadTest: boolean | null;
  terms: string[];
  /** Every version of the order so far, this one included. */
  versions: Array<{ number: number; presentedAt: string | null; totalFen: number }>;
  /** What the leader found and advises, signed on the order after the work (R181, R182). */
  leaderChecks: LeaderCheckView[];
  customerSignature: SignatureView;
  advisorSignature: SignatureView;
};

export type LeaderCheckView = {
  job: string;
  passed: boolean;
  advice: string | null;
  signature: SignatureView;
};
