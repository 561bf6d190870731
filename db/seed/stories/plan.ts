import type { LineNecessity, Payer, WarrantyState } from '#domain/estimate/charge-line.ts';
import type { LineChoice } from '#domain/authorization/authorization.ts';
import type { OldPartChoice, OrderKind, PaymentMethod } from '#domain/repair-order/repair-order.ts';
import type { VehicleSystem } from '#domain/workshop/workshop.ts';

/** Where a visit may stand when the demonstration starts. */
export type Checkpoint =
  | 'received'
  | 'form_open'
  | 'form_handed'
  | 'drafting'
  | 'presented'
  | 'decided'
  | 'handed'
  | 'dispatched'
  | 'parts_missing'
  | 'working'
  | 'paused'
  | 'self_checked'
  | 'leader_checked'
  | 'inspected'
  | 'washing'
  | 'parked'
  | 'internally_checked'
  | 'told'
  | 'checked'
  | 'stated'
  | 'signed'
  | 'paid'
  | 'passed'
  | 'handed_over'
  | 'gone';

/** One job with the parts that it needs, by catalogue code and number. */
export type Job = {
  readonly operation: string;
  readonly parts: readonly (readonly [number: number, qtyMilli: number])[];
  readonly kind?: 'labour' | 'diagnosis';
  readonly necessity?: LineNecessity;
  readonly reason?: string;
  readonly payer?: Payer;
  /** What the warranty clerk said of a line that somebody else is to pay; covered where nothing is said. */
  readonly judgement?: WarrantyState;
};

/** A job found while working, and what the customer says to it. */
export type AddOn = Job & {
  readonly system: VehicleSystem;
  readonly finding: string;
  readonly choice: LineChoice;
};

/** What a visit is about and how it goes. */
export type VisitPlan = {
  readonly vehicleId: string;
  readonly customerId: string;
  readonly kind: OrderKind;
  readonly complaint: string;
  readonly jobs: readonly Job[];
  readonly addOn: AddOn | null;
  /** What the customer says to the first version. */
  readonly choice: LineChoice;
  readonly ending: 'usual' | 'cancelled_at_work' | 'cancelled' | 'declined';
  readonly rework: boolean;
  readonly otherCollector: boolean;
  readonly awayForParts: boolean;
  readonly payment: PaymentMethod;
  readonly oldParts: OldPartChoice;
  readonly wash: boolean;
  readonly waits: boolean;
  readonly appointmentId: string | null;
  readonly comebackOf: string | null;
  /** How far the visit goes before the demonstration starts; null goes to its end. */
  readonly until: Checkpoint | null;
  /** A visit of today, placed by the clock of whoever starts the demonstration. */
  readonly live: boolean;
  /** How long everything takes, as a multiple of the usual. */
  readonly pace: number;
  /** Minutes from its decision to the promised time; null for what the work needs. */
  readonly promiseMinutes: number | null;
};
