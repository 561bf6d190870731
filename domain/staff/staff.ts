import { z } from 'zod';

export const trades = ['mechanical_electrical', 'body', 'paint', 'detailing'] as const;
export type Trade = (typeof trades)[number];

export const bayKinds = ['lift', 'alignment', 'body', 'paint', 'wash', 'inspection', 'quick'] as const;
export type BayKind = (typeof bayKinds)[number];

export const teamRow = z.strictObject({
  teamId: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  trades: z.array(z.enum(trades)),
  active: z.boolean(),
  version: z.int(),
});
export type Team = z.infer<typeof teamRow>;

export const staffRow = z.strictObject({
  staffId: z.uuid(),
  userId: z.string().nullable(),
  username: z.string().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  teamId: z.uuid().nullable(),
  leadsTeam: z.boolean(),
  trades: z.array(z.enum(trades)),
  slots: z.int(),
  active: z.boolean(),
  version: z.int(),
});
export type Staff = z.infer<typeof staffRow>;

export const bayRow = z.strictObject({
  bayId: z.uuid(),
  name: z.string(),
  kind: z.enum(bayKinds),
  trade: z.enum(trades).nullable(),
  exclusive: z.boolean(),
  active: z.boolean(),
  sort: z.int(),
  version: z.int(),
});
export type Bay = z.infer<typeof bayRow>;
