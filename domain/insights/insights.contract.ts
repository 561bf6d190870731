import { z } from 'zod';
import { shopDaySchema } from '#domain/kernel/calendar.ts';
import { query } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { wordsSchema } from '#domain/kernel/words-schema.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { kpiUnits } from '#domain/insights/kpi.ts';
import { waitReasons } from '#domain/repair-order/repair-order.ts';

const instant = z.iso.datetime();
const car = z.strictObject({
  orderId: uuidSchema,
  orderNo: z.string(),
  plate: z.string().nullable(),
  model: z.string(),
  step: z.enum(wheelSteps),
  advisorName: z.string(),
});

/** The manager’s day and the figures of the trade (R166, R328). */
export const insightsContracts = {
  /** What the service manager must know now. */
  managerHome: query({
    name: 'insights.managerHome',
    zh: '售后经理首页',
    en: 'The service manager’s day',
    path: '/home/manager',
    callers: ['service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({
      now: instant,
      steps: z.array(z.strictObject({ step: z.enum(wheelSteps), cars: z.int() })),
      /** Promised soon or passed, the most urgent first. */
      promises: z.array(car.extend({ promisedAt: instant, minutesLeft: z.int(), light: z.enum(['orange', 'red']) })),
      unpaid: z.array(car.extend({ totalFen: z.int(), dueFen: z.int(), since: instant.nullable() })),
      waits: z.array(
        car.extend({
          reason: z.enum(waitReasons),
          note: z.string().nullable(),
          since: instant,
          minutes: z.int(),
          expectedUntil: instant.nullable(),
        }),
      ),
      complaints: z.array(
        z.strictObject({
          complaintId: uuidSchema,
          complaintNo: z.string(),
          state: z.string(),
          level: z.string(),
          customerName: z.string(),
          respondBy: instant,
          overdue: z.boolean(),
          assigneeName: z.string().nullable(),
        }),
      ),
      today: z.strictObject({
        arrived: z.int(),
        delivered: z.int(),
        inShop: z.int(),
        takingsFen: z.int(),
        appointments: z.int(),
        appointmentsArrived: z.int(),
      }),
    }),
  }),
  /** Figures of a period, each with what it is made of; days of the shop, both included. */
  kpi: query({
    name: 'insights.kpi',
    zh: '经营指标',
    en: 'Key figures',
    path: '/insights/kpi',
    callers: ['service_manager', 'admin'],
    input: z.strictObject({ from: shopDaySchema, to: shopDaySchema }),
    output: z.strictObject({
      from: z.string(),
      to: z.string(),
      figures: z.array(
        z.strictObject({
          key: z.string(),
          name: wordsSchema,
          /** How it is counted. */
          formula: wordsSchema,
          unit: z.enum(kpiUnits),
          numerator: z.int(),
          denominator: z.int().nullable(),
          /** The figure itself: a count, fen, or the share in hundredths of a percent; null when there is nothing to divide by. */
          value: z.int().nullable(),
        }),
      ),
    }),
    refusals: ['period_wrong'],
  }),
  /** The same period day by day, to see where it goes. */
  trend: query({
    name: 'insights.trend',
    zh: '每日走势',
    en: 'Day by day',
    path: '/insights/trend',
    callers: ['service_manager', 'admin'],
    input: z.strictObject({ from: shopDaySchema, to: shopDaySchema }),
    output: z.strictObject({
      days: z.array(
        z.strictObject({
          day: z.string(),
          arrived: z.int(),
          byAppointment: z.int(),
          delivered: z.int(),
          /** Of those delivered with a promise: ready by the first one. */
          promised: z.int(),
          onTime: z.int(),
          labourFen: z.int(),
          partsFen: z.int(),
          otherFen: z.int(),
        }),
      ),
    }),
    refusals: ['period_wrong'],
  }),
} as const;
