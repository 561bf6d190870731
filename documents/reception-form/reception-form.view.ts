import type { CustomerView, PaperFrame, SignatureView, VehicleView } from '#documents/paper.view.ts';

/** 接车登记表: the car as it was taken over, and what its bringer said. */
export type ReceptionFormView = {
  frame: PaperFrame;
  arrivedAt: string;
  appointment: { number: string; time: string } | null;
  advisor: { name: string; phone: string };
  customer: CustomerView;
  vehicle: VehicleView;
  /** The three pieces, fitted before anything else (R070). */
  protectiveKit: { seatCover: boolean; steeringCover: boolean; floorMat: boolean };
  damages: BodyDamage[];
  checks: Array<{ item: string; isOk: boolean; note: string }>;
  warningLights: string[];
  /** Spare wheel, jack, wrench, triangle, mat … */
  tools: Array<{ item: string; isPresent: boolean }>;
  belongings: string[];
  /** The customer was reminded to take valuables along. */
  valuablesReminderGiven: boolean;
  papers: { vehicleLicence: boolean; serviceBooklet: boolean; keyCount: number };
  photoCount: number;
  customerWords: string;
  interview: Array<{ question: string; answer: string }>;
  /** C needs a technician's diagnosis. */
  interviewClass: 'A' | 'B' | 'C' | null;
  preliminaryJudgement: string | null;
  warrantyHint: string | null;
  suggestedJobs: string[];
  wishes: {
    oldParts: 'take_away' | 'leave' | null;
    wash: boolean | null;
    waitsInShop: boolean | null;
    /** Null where it was not asked. */
    joinsRoadTest: boolean | null;
  };
  customerSignature: SignatureView;
  advisorSignature: SignatureView;
};

export type BodySide = 'left' | 'right' | 'front' | 'rear' | 'roof';

/**
 * A mark on the body diagram; x and y from 0 to 1 within the side's picture. The nose is at x = 0 on the left side and the
 * roof, and at x = 1 on the right side.
 */
export type BodyDamage = {
  side: BodySide;
  x: number;
  y: number;
  kind: 'scratch' | 'dent' | 'paint_loss' | 'crack' | 'rust' | 'missing' | 'other';
  note: string;
};
