import { z } from 'zod';
import { passCode } from '#domain/delivery/delivery.contract.ts';
import { gatePassKinds, gatePassReasons } from '#domain/delivery/delivery.ts';
import { query } from '#domain/kernel/contract.ts';
import { id } from '#domain/repair-order/visit.contract.ts';

const wordsShape = { zh: z.string(), en: z.string() };

/** What the guard sees of a pass, and nothing else: may it out, why not, which car, who fetches it, what must be there. */
export const gateContracts = {
  pass: query({
    name: 'delivery.pass',
    zh: '查验出门证',
    en: 'Check a gate pass',
    path: '/gate/passes/:code',
    callers: ['guard'],
    input: z.strictObject({ code: passCode }),
    output: z.strictObject({
      light: z.enum(['green', 'red']),
      reason: z.strictObject({ code: z.string(), ...wordsShape }).nullable(),
      passNo: z.string().nullable(),
      kind: z.enum(gatePassKinds).nullable(),
      plate: z.string().nullable(),
      collectorName: z.string().nullable(),
      mustBeThere: z.array(z.strictObject(wordsShape)),
    }),
  }),
  /** Cars that went out on a temporary pass and are due back, the earliest first. */
  carsOut: query({
    name: 'delivery.carsOut',
    zh: '临时外出车辆',
    en: 'Cars out on a temporary pass',
    path: '/gate/cars-out',
    callers: ['guard', 'supervisor', 'advisor', 'service_manager'],
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          orderId: id,
          passNo: z.string(),
          plate: z.string().nullable(),
          collectorName: z.string(),
          reason: z.enum(gatePassReasons),
          outSince: z.iso.datetime().nullable(),
          expectedReturnAt: z.iso.datetime().nullable(),
          odometerKm: z.int().nullable(),
        }),
      ),
    }),
  }),
} as const;
