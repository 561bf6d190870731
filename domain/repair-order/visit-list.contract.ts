import { z } from 'zod';
import { wordsUpTo } from '#domain/kernel/text.ts';
import { appointmentStates } from '#domain/appointment/appointment.ts';
import { entrustedKinds } from '#domain/reception/reception.ts';
import { shopDaySchema } from '#domain/kernel/calendar.ts';
import { query } from '#domain/kernel/contract.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { promiseLights } from '#domain/repair-order/promise-light.ts';
import { orderKinds, orderStates, waitReasons } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';

const instant = z.iso.datetime();

/** One car in a list, with its small wheel. */
export const visitRowView = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  kind: z.enum(orderKinds),
  state: z.enum(orderStates),
  step: z.enum(wheelSteps),
  stepSince: instant,
  plate: z.string().nullable(),
  model: z.string(),
  customerName: z.string(),
  advisorId: id,
  advisorName: z.string(),
  arrivedAt: instant,
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
  waitsInShop: z.boolean().nullable(),
  /** What it waits for now, of the whole order or of lines. */
  waits: z.array(z.enum(waitReasons)),
  /** It stands in the wash bay since then (R190). */
  washingSince: instant.nullable(),
  /** A version lies before the customer. */
  awaitsDecision: z.boolean(),
});
export type VisitRowView = z.infer<typeof visitRowView>;

export const visitListInput = z.strictObject({
  /** Open and ready by default. */
  states: z.array(z.enum(orderStates)).max(orderStates.length).default(['open', 'ready']),
  step: z.enum(wheelSteps).optional(),
  advisorId: id.optional(),
  /** Arrived on these days of the shop, both included. */
  from: shopDaySchema.optional(),
  until: shopDaySchema.optional(),
  /** Plate, VIN tail, name, pinyin, phone tail or order number. */
  text: wordsUpTo(40).optional(),
  /** Waits for this, or for anything. */
  waits: z.enum([...waitReasons, 'any']).optional(),
  offset: z.int().min(0).max(100_000).default(0),
  limit: z.int().min(1).max(200).default(50),
});
export type VisitListInput = z.output<typeof visitListInput>;

const visitList = z.strictObject({ rows: z.array(visitRowView), total: z.int() });

const appointmentToday = z.strictObject({
  appointmentId: id,
  startsAt: instant,
  state: z.enum(appointmentStates),
  customerName: z.string(),
  plates: z.array(z.string()),
  requestedJobs: z.string(),
});

/** A customer who rests in the shop. */
const loungeGuest = visitRowView
  .pick({ orderId: true, orderNo: true, step: true, plate: true, customerName: true, promisedAt: true, light: true })
  .extend({ salutation: z.string(), advisorName: z.string(), seatedAt: instant.nullable(), arrivedAt: instant });

const carToWash = visitRowView
  .pick({ orderId: true, orderNo: true, plate: true, model: true, promisedAt: true, light: true, step: true })
  .extend({
    colour: z.string().nullable(),
    washWanted: z.boolean(),
    washStartedAt: instant.nullable(),
    parkingPlace: z.string().nullable(),
    /** What lies in the car or was noted on it, to be minded. */
    belongings: z.array(z.strictObject({ kind: z.enum(entrustedKinds), description: z.string() })),
    damages: z.int(),
  });

/** Visits as lists: all of them, the advisor’s day, the lounge’s and the washer’s (R001). */
export const visitListContracts = {
  visits: query({
    zh: '工单列表',
    en: 'List repair orders',
    name: 'repairOrder.visits',
    path: '/orders',
    callers: 'staff',
    input: visitListInput,
    output: visitList,
  }),
  advisorHome: query({
    zh: '服务顾问首页',
    en: 'The advisor’s home',
    name: 'repairOrder.advisorHome',
    path: '/home/advisor',
    callers: ['advisor', 'service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({
      cars: z.array(visitRowView),
      /** Orders of those that wait for the advisor, with the reason: decide, settle, report, answer a finding. */
      waitingForMe: z.array(z.strictObject({ orderId: id, zh: z.string(), en: z.string() })),
      /** Promise at risk or broken. */
      atRisk: z.array(id),
      appointments: z.array(appointmentToday),
    }),
  }),
  loungeHome: query({
    zh: '休息区客户',
    en: 'Customers in the lounge',
    name: 'repairOrder.loungeHome',
    path: '/home/lounge',
    callers: ['lounge_attendant', 'advisor', 'receptionist', 'service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({ guests: z.array(loungeGuest) }),
  }),
  washerHome: query({
    zh: '待洗与待停车辆',
    en: 'Cars to wash and park',
    name: 'repairOrder.washerHome',
    path: '/home/washer',
    callers: ['washer', 'supervisor', 'team_leader', 'technician', 'inspector', 'service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({ toWash: z.array(carToWash), toPark: z.array(carToWash) }),
  }),
  /** Which stores hang their board on a wall that anyone may see. */
  loungeBoards: query({
    zh: '公开休息区看板的门店',
    en: 'Stores whose lounge board is public',
    name: 'repairOrder.loungeBoards',
    path: '/board/lounge/stores',
    callers: 'public',
    input: z.strictObject({}),
    output: z.strictObject({
      stores: z.array(z.strictObject({ storeId: id, name: z.string(), nameEn: z.string() })),
    }),
  }),
  /** On the wall of the lounge: no names, plates with a masked middle; asked without signing in. */
  loungeBoard: query({
    zh: '休息区看板',
    en: 'The board in the lounge',
    name: 'repairOrder.loungeBoard',
    path: '/board/lounge',
    callers: 'public',
    input: z.strictObject({ store: id }),
    output: z.strictObject({
      storeName: z.string(),
      storeNameEn: z.string(),
      now: instant,
      cars: z.array(
        z.strictObject({
          plate: z.string(),
          step: z.enum(wheelSteps),
          promisedAt: instant.nullable(),
          ready: z.boolean(),
          late: z.boolean(),
        }),
      ),
    }),
  }),
} as const;
