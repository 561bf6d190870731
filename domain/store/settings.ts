import { z } from 'zod';
import { clockTimeSchema } from '#domain/kernel/calendar.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { without } from '#domain/kernel/problem.ts';
import { longTextProblem } from '#domain/kernel/text.ts';

const text = (max: number) => z.string().trim().max(max).superRefine(without(longTextProblem));
/** At most a year. */
const hours = z.int().min(1).max(8_760);
/** A promise of at least what the law asks, at most ten years and a million kilometres. */
const guarantee = (least: { readonly days: number; readonly km: number }) =>
  z.strictObject({ days: z.int().min(least.days).max(3_650), km: z.int().min(least.km).max(1_000_000) });

/** What a store decides for itself (R006): identity on papers, prices, promises and norms. Durations in the unit named. */
export const storeSettingsSchema = z.strictObject({
  address: text(200).default(''),
  phone: text(40).default(''),
  taxId: text(40).default(''),
  bankAccount: text(120).default(''),
  /** Contact that reaches an advisor at any time (R250). */
  serviceHotline: text(40).default(''),
  opensAt: clockTimeSchema.default('08:00'),
  closesAt: clockTimeSchema.default('20:00'),
  /** When most customers fetch their cars: big and accident repairs are handed over at other times (R211); null for none. */
  peakHours: z
    .strictObject({ from: clockTimeSchema, until: clockTimeSchema })
    .nullable()
    .default({ from: '17:00', until: '19:00' }),
  /** Appointments an advisor takes per slot. */
  appointmentSlotMinutes: z.int().min(10).max(120).default(30),
  appointmentsPerSlot: z.int().min(1).max(10).default(1),
  /** After this many minutes past its time an appointment shows as late (R040). */
  appointmentLateMinutes: z.int().min(1).max(120).default(15),
  /** Published hourly rates by trade (R322). */
  hourlyRateFen: z
    .strictObject({ mechanical_electrical: fenSchema, body: fenSchema, paint: fenSchema, detailing: fenSchema })
    .default({ mechanical_electrical: 18_000, body: 20_000, paint: 22_000, detailing: 12_000 }),
  diagnosisFeeCapFen: fenSchema.default(50_000),
  /** Warranty of cars whose file names no terms of their own (R077); at least the law's (家用汽车三包规定, art. 18). */
  warrantyTerm: z
    .strictObject({ months: z.int().min(36).max(240), km: z.int().min(60_000).max(1_000_000) })
    .default({ months: 36, km: 60_000 }),
  taxRateBp: z.int().min(0).max(10_000).default(1300),
  /** How long a presented version waits for the customer. */
  presentedHours: z.int().min(1).max(720).default(72),
  paymentMethods: z
    .array(z.enum(['cash', 'card', 'wechat', 'alipay', 'bank_transfer', 'credit']))
    .min(1)
    .max(6)
    .default(['cash', 'card', 'wechat', 'alipay', 'bank_transfer']),
  freeWash: z.boolean().default(true),
  /** Small shops may waive the leader's check per order, with a reason printed. */
  leaderCheckWaivable: z.boolean().default(false),
  /** The promise is at risk when less than this is left. */
  promiseRiskMinutes: z.int().min(5).max(480).default(30),
  qualityCall: z
    .strictObject({ fromDays: z.int().min(0).max(30), byDays: z.int().min(1).max(30) })
    .default({ fromDays: 1, byDays: 3 }),
  relationshipCall: z
    .strictObject({ fromDays: z.int().min(0).max(60), byDays: z.int().min(1).max(60) })
    .default({ fromDays: 3, byDays: 7 }),
  /** Unreached this often: a letter instead (R262). */
  followUpAttempts: z.int().min(1).max(20).default(5),
  customerFileDays: z.int().min(1).max(30).default(2),
  /** How long before it is due a service is invited. */
  outreachLeadDays: z.int().min(1).max(90).default(30),
  outreachLeadKm: z.int().min(100).max(10_000).default(1_000),
  complaintResponseHours: z
    .strictObject({ minor: hours, general: hours, serious: hours, urgent: hours, escalated: hours })
    .default({ minor: 72, general: 48, serious: 24, urgent: 12, escalated: 2 }),
  gatePassHours: z.int().min(1).max(240).default(24),
  /** Guarantee of repairs by category, days and kilometres, whichever first; at least the law's (机动车维修管理规定). */
  repairGuarantee: z
    .strictObject({
      maintenance: guarantee({ days: 10, km: 2000 }),
      minor: guarantee({ days: 10, km: 2000 }),
      special: guarantee({ days: 10, km: 2000 }),
      assembly: guarantee({ days: 100, km: 20_000 }),
    })
    .default({
      maintenance: { days: 30, km: 5000 },
      minor: { days: 30, km: 5000 },
      special: { days: 90, km: 10_000 },
      assembly: { days: 365, km: 30_000 },
    }),
  /** The board in the lounge is shown without signing in: plates with a masked middle, no names. */
  loungeBoardPublic: z.boolean().default(true),
  smtp: z
    .strictObject({ host: text(200), port: z.int().min(1).max(65_535), secure: z.boolean(), from: text(200) })
    .nullable()
    .default(null),
  terms: text(4000).default(
    '1. 未经客户同意并授权，不进行委托书以外的作业，不加收费用。2. 请随身带走贵重物品。3. 更换下的旧件按客户的选择处理。4. 维修质量保证期自竣工出厂之日起计算，以先到为准。',
  ),
});

export type StoreSettings = z.infer<typeof storeSettingsSchema>;

/** The settings of a new store. */
export const defaultSettings: StoreSettings = storeSettingsSchema.parse({});

type Given<Shape> = { [Key in keyof Shape]: Shape[Key] extends z.ZodDefault<infer Inner> ? Inner : Shape[Key] };

/** Settings as somebody sends them: all of them, so that what is left out is not silently set back. */
export const givenSettingsSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(storeSettingsSchema.shape).map(([name, field]) => [name, field.unwrap()]),
  ) as unknown as Given<typeof storeSettingsSchema.shape>,
);
