import { z } from 'zod';
import { trades } from '#domain/staff/staff.ts';

export const repairCategories = ['maintenance', 'minor', 'special', 'assembly'] as const;
export type RepairCategory = (typeof repairCategories)[number];

/** Published flat-rate hours 工时定额 (R322; 道路运输条例, art. 43). A null rate means the trade's rate of the store. */
export const labourOperationRow = z.strictObject({
  operationId: z.uuid(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  trade: z.enum(trades),
  category: z.string(),
  repairCategory: z.enum(repairCategories),
  flatRateHoursCenti: z.int(),
  hourlyRateFen: z.int().nullable(),
  taxRateBp: z.int(),
  active: z.boolean(),
  version: z.int(),
});
export type LabourOperation = z.infer<typeof labourOperationRow>;
