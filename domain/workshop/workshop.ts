import { z } from 'zod';
import { lineNecessities } from '#domain/estimate/charge-line.ts';
import { waitReasons } from '#domain/repair-order/repair-order.ts';

export const punchEnds = ['paused', 'finished', 'superseded', 'stopped'] as const;
export type PunchEnd = (typeof punchEnds)[number];

export const participationCapacities = ['work', 'final_inspection'] as const;

export const findingKinds = ['diagnosis', 'add_on', 'recommendation'] as const;

/** What is to be done about a finding: adjusted, repaired, replaced, or watched (R097). */
export const repairRemedies = ['adjust', 'repair', 'replace', 'observe'] as const;

export const vehicleSystems = [
  'engine',
  'transmission',
  'chassis',
  'suspension',
  'steering',
  'brakes',
  'tyres',
  'electrics',
  'lubrication',
  'cooling',
  'air_conditioning',
  'body',
  'high_voltage',
  'other',
] as const;
export type VehicleSystem = (typeof vehicleSystems)[number];

/** Actual working time on a granted line. Never refused for a plan. */
export const punchRow = z.strictObject({
  punchId: z.uuid(),
  lineId: z.uuid(),
  grantId: z.uuid(),
  technicianId: z.uuid(),
  slot: z.int(),
  bayId: z.uuid().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endReason: z.enum(punchEnds).nullable(),
  pauseReason: z.enum(waitReasons).nullable(),
  note: z.string().nullable(),
});
export type Punch = z.infer<typeof punchRow>;

/** Nobody both works on an order and finally inspects it (R183). */
export const participationRow = z.strictObject({
  staffId: z.uuid(),
  capacity: z.enum(participationCapacities),
  since: z.iso.datetime(),
});
export type Participation = z.infer<typeof participationRow>;

/** What the workshop found: by system, cause, proposed job, repair or replace (R091–R097); an add-on may stop its line (R135). */
export const findingRow = z.strictObject({
  findingId: z.uuid(),
  kind: z.enum(findingKinds),
  lineId: z.uuid().nullable(),
  system: z.enum(vehicleSystems),
  finding: z.string(),
  cause: z.string().nullable(),
  proposal: z.string().nullable(),
  remedy: z.enum(repairRemedies).nullable(),
  necessity: z.enum(lineNecessities),
  stopsLine: z.boolean(),
  attachmentId: z.uuid().nullable(),
  foundBy: z.uuid(),
  foundAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  answeredVersionId: z.uuid().nullable(),
});
export type Finding = z.infer<typeof findingRow>;
