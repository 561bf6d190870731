import { z } from 'zod';
import { query } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { wordsSchema } from '#domain/kernel/words-schema.ts';
import { partOrigins } from '#domain/parts/parts.ts';
import { trades } from '#domain/staff/staff.ts';

const labourPrice = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  trade: z.enum(trades),
  category: z.string(),
  hoursCenti: z.int(),
  rateFen: z.int(),
  amountFen: z.int(),
});

const partPrice = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  brand: z.string(),
  unit: z.string(),
  origin: z.enum(partOrigins),
  priceFen: z.int(),
});

/** The published prices and how fees come about (R322): for anyone, without signing in. */
export const priceListContract = query({
  name: 'store.priceList',
  zh: '公示价目',
  en: 'Published prices',
  path: '/public/stores/:storeId/prices',
  callers: 'public',
  input: z.strictObject({ storeId: uuidSchema }),
  output: z.strictObject({
    store: z.strictObject({ name: z.string(), nameEn: z.string(), phone: z.string(), address: z.string() }),
    /** The stages of a visit as the customer meets them, in order (R058). */
    howAVisitGoes: z.array(wordsSchema),
    howFeesAreCalculated: z.array(wordsSchema),
    labour: z.array(labourPrice),
    parts: z.array(partPrice),
  }),
});
