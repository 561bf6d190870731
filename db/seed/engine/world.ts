import type { AppointmentFile } from '#domain/appointment/appointment.ts';
import type { CustomerFile, VehicleFile } from '#domain/customer/customer-file.ts';
import type { Complaint } from '#domain/followup/complaint.ts';
import type { FollowUpFile } from '#domain/followup/follow-up.ts';
import type { Actor, StaffRole } from '#domain/kernel/role.ts';
import type { OutreachFile } from '#domain/outreach/outreach.ts';
import type { Part, Stock, StockMovement } from '#domain/parts/parts.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Bay, Staff } from '#domain/staff/staff.ts';
import type { LabourOperation } from '#domain/store/catalogue.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import type { SeededRandom } from '#db/seed/catalogue/random.ts';
import { makeId } from '#db/seed/engine/ids.ts';
import type { Clock } from '#db/seed/engine/schedule.ts';

export type Colleague = Staff & { readonly roles: readonly StaffRole[] };

type Row = Readonly<Record<string, unknown>>;

/** A store in memory, with everything that happened in it so far. */
export type World = Clock & {
  readonly storeId: string;
  readonly storeName: string;
  readonly settings: StoreSettings;
  readonly random: SeededRandom;
  readonly staff: readonly Colleague[];
  readonly bays: readonly Bay[];
  readonly operations: ReadonlyMap<string, LabourOperation>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly stock: Map<string, Stock>;
  readonly movements: StockMovement[];
  readonly customers: Map<string, CustomerFile>;
  readonly vehicles: Map<string, VehicleFile>;
  readonly visits: Map<string, Visit>;
  /** Orders whose car is in the shop. */
  readonly open: Set<string>;
  readonly appointments: Map<string, AppointmentFile>;
  readonly outreaches: Map<string, OutreachFile>;
  readonly followUps: Map<string, FollowUpFile>;
  readonly complaints: Map<string, { readonly complaint: Complaint }>;
  readonly counters: Map<string, number>;
  /** Customers whose files are to be completed. */
  readonly filesDue: string[];
  readonly activities: Row[];
  /** How much of the record stands in anchors. */
  anchored: { readonly rows: number; readonly count: number; readonly hash: string };
  /** Rows of other tables, written once. */
  readonly others: Map<string, Row[]>;
};

/** A new id of this moment. */
export const newId = (world: World): string => makeId(world.random, world.now);

/** The next number of a series of the store. */
export function nextNumber(world: World, name: string): number {
  const next = (world.counters.get(name) ?? 0) + 1;
  world.counters.set(name, next);
  return next;
}

/** Keeps a row of a table that no aggregate holds. */
export function keepRow(world: World, table: string, row: Row): void {
  const rows = world.others.get(table);
  if (rows) rows.push(row);
  else world.others.set(table, [row]);
}

/** Colleagues who hold a role. */
export const inRole = (world: World, role: StaffRole): readonly Colleague[] =>
  world.staff.filter(({ roles }) => roles.includes(role));

/** One of the colleagues who hold a role. */
export const oneOf = (world: World, role: StaffRole): Colleague => world.random.pick(inRole(world, role));

/** The colleague as the one who acts. */
export const acting = (world: World, { staffId, roles }: Colleague): Actor => ({
  kind: 'staff',
  storeId: world.storeId,
  staffId,
  roles,
});

/** What must be there in a map. */
export function known<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demonstration store has no ${key}`);
  return value;
}
