import type { PaperFrame, PartOrigin, Payer, SignatureView } from '#documents/paper.view.ts';

/** 配件出库单 / 退料单: what went over the parts counter for one order, and who signed for it. */
export type IssueSlipView = {
  frame: PaperFrame;
  kind: 'issue' | 'return';
  vehicleModel: string;
  movedAt: string;
  storekeeper: string;
  technician: string;
  /** Why parts came back. */
  reason: string | null;
  lines: IssueSlipLine[];
  technicianSignature: SignatureView;
  storekeeperSignature: SignatureView;
};

export type IssueSlipLine = {
  code: string;
  name: string;
  bin: string;
  unit: string;
  origin: PartOrigin | null;
  payer: Payer;
  grantedMilli: number;
  movedMilli: number;
  unitCostFen: number;
  unitPriceFen: number;
};
