import type { PaperFrame, SignatureView } from '#documents/paper.view.ts';

/** 出门证: opens the gate once. */
export type GatePassView = {
  frame: PaperFrame;
  /** What the guard types when the code cannot be scanned. */
  code: string;
  /** What the QR code holds. */
  qrText: string;
  customerName: string;
  vehicleModel: string;
  collector: { name: string; phone: string; relation: string; proof: string };
  approver: string;
  issuedAt: string;
  validUntil: string;
  state: 'issued' | 'used' | 'void';
  leave: FinalLeave | TemporaryLeave;
  /** When the gate opened with it, by whom; null while it has not. */
  opening: { at: string; odometerKm: number | null; guard: string } | null;
};

/** Every statement of the customer is paid, credited or nil; other payers never hold the car (R240). */
type FinalLeave = {
  kind: 'final';
  statements: Array<{ number: string; payer: string; amountFen: number; standing: string }>;
  keysAndPapersReturned: string[];
};

type TemporaryLeave = {
  kind: 'temporary';
  reason: string;
  expectedReturnAt: string;
  odometerKm: number;
  /** The customer's signed note when an unsafe car leaves. */
  unsafeNote: { note: string; signature: SignatureView } | null;
};
