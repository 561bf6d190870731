import { appointmentShape } from '#db/aggregate/appointment-shape.ts';
import { complaintShape } from '#db/aggregate/complaint-shape.ts';
import { customerShape, vehicleShape } from '#db/aggregate/customer-shape.ts';
import { followUpShape } from '#db/aggregate/follow-up-shape.ts';
import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import type { AggregateShape } from '#db/aggregate/shape.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import { staffRow as strictStaffRow } from '#domain/staff/staff.ts';
import type { CatalogueStore } from '#db/seed/catalogue/staff.ts';
import { collect, collectAggregate, type Tables } from '#db/seed/engine/insert.ts';
import type { World } from '#db/seed/engine/world.ts';

/** A colleague without the roles, which are rows of their own. */
const staffRow = strictStaffRow.strip();

/** Adds everything of a store to the rows to insert. */
export function collectStore(tables: Tables, store: CatalogueStore, world: World): void {
  const { storeId } = world;
  const ofStore = (table: string, rows: Iterable<object>) =>
    collect(
      tables,
      table,
      [...rows].map((row) => ({ ...row, storeId })),
    );
  const createdAt = '2026-01-01T00:00:00.000Z';
  collect(tables, 'store', [{ storeId, name: store.nameZh, nameEn: store.nameEn, isDemo: true, createdAt }]);
  ofStore('store_setting', [{ settings: world.settings, version: 1 }]);
  ofStore(
    'staff',
    world.staff.map((colleague) => staffRow.parse(colleague)),
  );
  ofStore(
    'membership',
    world.staff.flatMap(({ userId, roles }) => roles.map((role) => ({ userId, role }))),
  );
  ofStore('bay', world.bays);
  ofStore('labour_operation', world.operations.values());
  ofStore('part', world.parts.values());
  ofStore('stock', world.stock.values());
  ofStore('stock_movement', world.movements);
  ofStore(
    'counter',
    [...world.counters].map(([name, value]) => ({ name, value })),
  );
  ofStore('activity', world.activities);
  for (const [table, rows] of world.others) ofStore(table, rows);
  for (const [shape, aggregates] of aggregatesOf(world))
    for (const aggregate of aggregates) collectAggregate(tables, shape, { storeId, aggregate });
}

const aggregatesOf = (world: World): readonly (readonly [AggregateShape, Iterable<object>])[] => [
  [customerShape, world.customers.values()],
  [vehicleShape, world.vehicles.values()],
  [visitShape, world.visits.values()],
  [appointmentShape, world.appointments.values()],
  [outreachShape, world.outreaches.values()],
  [followUpShape, world.followUps.values()],
  [complaintShape, world.complaints.values()],
];
