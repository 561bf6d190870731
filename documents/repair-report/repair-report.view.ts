import type { CustomerView, PaperFrame, PartOrigin, SignatureView, VehicleView } from '#documents/paper.view.ts';

/** 维修报告: what was found, done, fitted and checked on a car, for the customer to keep (R164, R165, R246). */
export type RepairReportView = {
  frame: PaperFrame;
  customer: CustomerView;
  vehicle: VehicleView;
  arrivedAt: string;
  finishedAt: string | null;
  odometerOutKm: number;
  advisor: { name: string; phone: string };
  complaint: string;
  findings: Array<{ system: string; finding: string; cause: string | null; proposal: string | null }>;
  jobs: RepairedJobView[];
  parts: Array<{ name: string; qtyMilli: number; unit: string; origin: PartOrigin | null }>;
  inspection: FinalInspectionView | null;
  /** What the leader advises and what to mind (R182, R214). */
  advice: string[];
  nextService: { date: string | null; odometerKm: number | null };
};

export type RepairedJobView = {
  name: string;
  /** The technician's record of what was done. */
  workDone: string;
  technicians: string;
  flatRateHoursCenti: number | null;
  /** Really worked, all punches together. */
  workedMinutes: number;
  checked: string;
};

export type FinalInspectionView = {
  inspector: SignatureView;
  roadTestKm: number | null;
  items: Array<{ name: string; result: string }>;
};
