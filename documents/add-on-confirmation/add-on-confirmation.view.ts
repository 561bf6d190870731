import type {
  ChargeLineView,
  ConsentChannel,
  CustomerView,
  PaperFrame,
  SignatureView,
  VehicleView,
} from '#documents/paper.view.ts';

/** 增项确认单: a later authorization version, with what it changes. */
export type AddOnConfirmationView = {
  frame: PaperFrame;
  versionNumber: number;
  customer: CustomerView;
  vehicle: VehicleView;
  advisor: { name: string; phone: string };
  foundBy: string;
  foundAt: string;
  findings: AddOnFinding[];
  lines: ChargeLineView[];
  previousTotalFen: number;
  /** All lines of this version as presented. */
  extraFen: number;
  /** Its accepted lines; null while the customer has not decided. */
  acceptedExtraFen: number | null;
  /** What the order comes to with the accepted lines, or with all while undecided. */
  newTotalFen: number;
  previousPromisedAt: string | null;
  newPromisedAt: string | null;
  /** Why the promised time moves, or null when it stays. */
  delayReason: string | null;
  contact: { channel: ConsentChannel; by: string; person: string; at: string } | null;
  /** Hash of the record of the decision on the version before (the chain of consents). */
  previousRecordHash: string;
  customerSignature: SignatureView;
  advisorSignature: SignatureView;
  technicianSignature: SignatureView;
  supervisorSignature: SignatureView;
};

export type AddOnFinding = {
  position: string;
  found: string;
  /** What happens if it is left as it is. */
  risk: string;
  isSafety: boolean;
  photoCount: number;
};
