import { z } from 'zod';
import { payers } from '#domain/estimate/charge-line.ts';
import { shopDaySchema } from '#domain/kernel/calendar.ts';
import { query } from '#domain/kernel/contract.ts';
import { orderKinds, paymentMethods } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { paymentKinds, statementStates } from '#domain/settlement/settlement.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const instant = z.iso.datetime();
const at = { orderId: id, orderNo: z.string(), plate: z.string().nullable(), customerName: z.string() };

const share = z.strictObject({
  payer: z.enum(payers),
  statementId: id,
  statementNo: z.string(),
  state: z.enum(statementStates),
  totalFen: z.int(),
  dueFen: z.int(),
});

/** A car that is ready and not settled with its customer. */
const queueItem = z.strictObject({
  ...at,
  kind: z.enum(orderKinds),
  model: z.string(),
  advisorName: z.string(),
  readyAt: instant.nullable(),
  pickUpAt: instant.nullable(),
  customerTold: z.boolean(),
  /** Received and not refunded, deposits included. */
  receivedFen: z.int(),
  shares: z.array(share),
});

const taking = z.strictObject({
  ...at,
  paymentId: id,
  kind: z.enum(paymentKinds),
  method: z.enum(paymentMethods),
  amountFen: z.int(),
  tenderedFen: z.int().nullable(),
  changeFen: z.int(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  takenAt: instant,
  takenByName: z.string().nullable(),
});

const methodTakings = z.strictObject({
  method: z.enum(paymentMethods),
  paymentsFen: z.int(),
  depositsFen: z.int(),
  refundsFen: z.int(),
  netFen: z.int(),
});

const receivable = z.strictObject({
  ...at,
  ...share.shape,
  presentedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  creditReason: z.string().nullable(),
  days: z.int(),
});

const desk = ['cashier', 'advisor', 'service_manager', 'warranty_clerk'] as const;

/** The cashier’s lists: cars to settle, the day’s takings, what is still owed (R240, R244). */
export const settlementListContracts = {
  queue: query({
    name: 'settlement.queue',
    zh: '待结算车辆',
    en: 'Cars to settle',
    path: '/settlement/queue',
    callers: desk,
    input: z.strictObject(pageFields),
    output: pageOf(queueItem),
  }),
  /** What came in and went out on a day of the shop, by method (R244). */
  takings: query({
    name: 'settlement.takings',
    zh: '收款日报',
    en: 'Takings of a day',
    path: '/settlement/takings',
    callers: ['cashier', 'service_manager'],
    input: z.strictObject({ day: shopDaySchema, ...pageFields }),
    output: pageOf(taking).extend({ day: shopDaySchema, methods: z.array(methodTakings), netFen: z.int() }),
  }),
  /** What manufacturer, insurer, the house or customers on account still owe. */
  receivables: query({
    name: 'settlement.receivables',
    zh: '应收账款',
    en: 'Receivables',
    path: '/settlement/receivables',
    callers: ['cashier', 'warranty_clerk', 'service_manager'],
    input: z.strictObject({ payer: z.enum(payers).optional(), ...pageFields }),
    output: pageOf(receivable).extend({ dueFen: z.int() }),
  }),
} as const;
