import type { BasisPoints } from '#domain/kernel/money.ts';

/** One part of every paper's view model: whose paper it is, which copy, and what it is anchored to. */
export type PaperFrame = {
  shop: { name: string; address: string; phone: string };
  paperNumber: string;
  /** Empty, like the VIN, on a paper of an appointment that has no order yet. */
  orderNumber: string;
  /** Null while the car has no plate. */
  plateNumber: string | null;
  vin: string;
  /** 客户联 goes to the customer, 存根联 stays in the shop (R137). */
  copy: 'customer' | 'stub';
  /** What a draft shows has not been presented to anybody. */
  isDraft: boolean;
  /** Null while nothing of the order is recorded. */
  chainHead: ChainHead | null;
  printedBy: string;
  printedAt: string;
  /** 0 where prints are not counted. */
  printCount: number;
};

/** Head of the order's hash chain when the paper was printed, and the hash of the content that it shows. */
export type ChainHead = { sequence: number; hash: string; contentHash: string };

/** Strokes in a box of width 1 and height 0.4, as they were drawn. */
export type SignatureStrokes = Array<Array<{ x: number; y: number; t?: number }>>;

/** A signature place; unsigned while `signedAt` is null. Strokes are null when it was given otherwise than by hand here. */
export type SignatureView = {
  name: string;
  signedAt: string | null;
  strokes: SignatureStrokes | null;
  channel: ConsentChannel | null;
};

export type ConsentChannel = 'screen' | 'customer_page' | 'paper' | 'phone';
export type Payer = 'customer' | 'manufacturer' | 'insurer' | 'internal';
export type PartOrigin = 'oem' | 'equivalent' | 'refurbished' | 'customer_supplied';
export type LineDecision = 'accepted' | 'declined' | 'deferred';
export type OldPartDisposition =
  | 'take_away'
  | 'leave'
  | 'manufacturer_return'
  | 'insurer_salvage'
  | 'hazardous_waste'
  | 'none';

export type CustomerView = {
  kind: 'person' | 'company';
  name: string;
  phone: string;
  address: string | null;
  taxNumber: string | null;
  /** Who brings the car, where that is not the customer (送修人). */
  presenter: { name: string; phone: string } | null;
};

export type VehicleView = {
  model: string;
  engineNumber: string | null;
  colour: string | null;
  power: 'petrol' | 'diesel' | 'hybrid' | 'plug_in_hybrid' | 'battery_electric' | 'fuel_cell';
  odometerKm: number;
  /** Gauge from 0 (E) to 4 (F). */
  fuelQuarters: number | null;
  batteryPercent: number | null;
};

/** One charge line as presented. Amounts include tax and are net of the line's discount. */
export type ChargeLineView = {
  kind: 'labour' | 'part' | 'diagnosis' | 'sublet' | 'other';
  code: string;
  name: string;
  /** Why it is needed, as told to the customer (R117). */
  necessity: string | null;
  source: 'customer_instruction' | 'technician_recommendation';
  /** A package's or a fee line's amount may stand without hours or quantity. */
  measure: LineMeasure | null;
  origin: PartOrigin | null;
  payer: Payer;
  taxRate: BasisPoints;
  discountFen: number;
  amountFen: number;
  isSafety: boolean;
  decision: LineDecision | null;
  technician: string | null;
};

type LineMeasure =
  | { of: 'hours'; hoursCenti: number; rateFen: number }
  | { of: 'quantity'; qtyMilli: number; unit: string; priceFen: number };

export type ChargeTotals = {
  labourFen: number;
  diagnosisFen: number;
  partsFen: number;
  subletFen: number;
  otherFen: number;
  discountFen: number;
  totalFen: number;
  /** Tax contained in the total. */
  taxFen: number;
  byPayer: Array<{ payer: Payer; amountFen: number }>;
};
