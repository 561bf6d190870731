import { z } from 'zod';
import { passCode } from '#domain/delivery/delivery.contract.ts';
import { gatePassKinds } from '#domain/delivery/delivery.ts';
import { query } from '#domain/kernel/contract.ts';

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
} as const;
