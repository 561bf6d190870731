import { z } from 'zod';
import type { AuthorizationVersion } from '#domain/authorization/authorization.ts';
import { versionTotals, type Totals } from '#domain/authorization/totals.ts';
import {
  lineKinds,
  lineNecessities,
  lineSources,
  payers,
  warrantyStates,
  type ChargeLine,
} from '#domain/estimate/charge-line.ts';
import { linesOfVersion } from '#domain/estimate/draft.ts';
import { taxOf } from '#domain/kernel/money.ts';
import { partOrigins } from '#domain/parts/parts.ts';
import { oldPartChoices, orderKinds, paymentMethods } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

const fen = z.int();
const byPayer = z.array(z.strictObject({ payer: z.enum(payers), amountFen: fen }));

const contentLine = z.strictObject({
  lineId: z.uuid(),
  lineNo: z.int(),
  parentLineId: z.uuid().nullable(),
  kind: z.enum(lineKinds),
  description: z.string(),
  source: z.enum(lineSources),
  necessity: z.enum(lineNecessities),
  reason: z.string().nullable(),
  unit: z.string(),
  qtyMilli: z.int(),
  hoursCenti: z.int().nullable(),
  unitPriceFen: fen,
  discountFen: fen,
  amountFen: fen,
  /** What of it the customer pays: nothing where another pays. */
  customerFen: fen,
  capFen: fen.nullable(),
  taxRateBp: z.int(),
  taxFen: fen,
  partOrigin: z.enum(partOrigins).nullable(),
  payer: z.enum(payers),
  /** Who pays if manufacturer or insurer refuse; null where nobody else is asked. */
  fallbackPayer: z.enum(payers).nullable(),
  judgement: z.enum(warrantyStates),
  judgementReason: z.string().nullable(),
});

/** What a version says to the customer, whole: whoever reads the stored text of a presented version reads this. */
export const presentedContent = z.strictObject({
  format: z.literal(1),
  store: z.strictObject({ storeId: z.uuid(), name: z.string() }),
  order: z.strictObject({ orderId: z.uuid(), orderNo: z.string(), kind: z.enum(orderKinds) }),
  version: z.strictObject({ versionId: z.uuid(), versionNo: z.int(), presentedAt: z.string(), expiresAt: z.string() }),
  vehicle: z.strictObject({
    vin: z.string().nullable(),
    plate: z.string().nullable(),
    brand: z.string(),
    model: z.string(),
    odometerKm: z.int().nullable(),
  }),
  customer: z.strictObject({ name: z.string(), presenterName: z.string() }),
  /** In the customer's own words (R074). */
  complaint: z.string(),
  lines: z.array(contentLine),
  totals: z.strictObject({
    totalFen: fen,
    taxFen: fen,
    customerFen: fen,
    byPayer,
    grantedBeforeFen: fen,
    grantedBeforeCustomerFen: fen,
    newTotalFen: fen,
    newCustomerFen: fen,
  }),
  promisedAt: z.string(),
  choices: z.strictObject({
    paymentMethod: z.enum(paymentMethods).nullable(),
    oldParts: z.enum(oldPartChoices).nullable(),
    washWanted: z.boolean().nullable(),
    waitsInShop: z.boolean().nullable(),
  }),
  terms: z.string(),
});
export type PresentedContent = z.infer<typeof presentedContent>;

export type ContentBy = {
  readonly storeId: string;
  readonly storeName: string;
  readonly terms: string;
  readonly presentedAt: string;
  readonly expiresAt: string;
  readonly promisedAt: string;
};

/** The content of a version (R117, R136, R139; JT/T 816, 5.4.2), to be frozen as canonical text when it is presented. */
export function contentOf(visit: Visit, version: AuthorizationVersion, by: ContentBy): PresentedContent {
  const { order, vehicle, customer, reception } = visit;
  const lines = linesOfVersion(visit, version.versionId);
  return {
    format: 1,
    store: { storeId: by.storeId, name: by.storeName },
    order: { orderId: order.orderId, orderNo: order.orderNo, kind: order.kind },
    version: {
      versionId: version.versionId,
      versionNo: version.versionNo,
      presentedAt: by.presentedAt,
      expiresAt: by.expiresAt,
    },
    vehicle: {
      vin: vehicle.vin,
      plate: vehicle.plate,
      brand: vehicle.brand,
      model: vehicle.model,
      odometerKm: reception?.odometerKm ?? vehicle.odometerKm,
    },
    customer: { name: customer.name, presenterName: order.presenterName },
    complaint: order.complaint,
    lines: lines.map(lineContent),
    totals: totalsContent(versionTotals(visit, lines)),
    promisedAt: by.promisedAt,
    choices: {
      paymentMethod: order.paymentMethod,
      oldParts: order.oldPartChoice,
      washWanted: order.washWanted,
      waitsInShop: order.waitsInShop,
    },
    terms: by.terms,
  };
}

const totalsContent = ({ byPayer: shares, ...totals }: Totals): PresentedContent['totals'] => ({
  ...totals,
  byPayer: [...shares],
});

function lineContent(line: ChargeLine): PresentedContent['lines'][number] {
  const { lineId, lineNo, parentLineId, kind, description, source, necessity, reason, unit, qtyMilli } = line;
  const { unitPriceFen, discountFen, amountFen, capFen, taxRateBp, partOrigin, payer } = line;
  const claimed = payer === 'manufacturer' || payer === 'insurer';
  return {
    lineId,
    lineNo,
    parentLineId,
    kind,
    description,
    source,
    necessity,
    reason,
    unit,
    qtyMilli,
    hoursCenti: line.flatRateHoursCenti,
    unitPriceFen,
    discountFen,
    amountFen,
    customerFen: payer === 'customer' ? amountFen : 0,
    capFen,
    taxRateBp,
    taxFen: taxOf(amountFen, taxRateBp),
    partOrigin,
    payer,
    fallbackPayer: claimed ? line.fallbackPayer : null,
    judgement: line.warrantyState,
    judgementReason: line.warrantyReason,
  };
}
