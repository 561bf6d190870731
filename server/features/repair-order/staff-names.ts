import type { Tx } from '#db/transaction.ts';
import { isUuid } from '#domain/kernel/id.ts';

const namesStaff = /(?:By|[sS]taffId|technicianId|advisorId|inspectorId)$/;

/** Lists are values and pass unchanged from one state of a visit to the next, so each is searched once. */
const foundIn = new WeakMap<readonly unknown[], readonly string[]>();

/** Every id under a property that names a member of staff, wherever it stands in the rows. */
export function staffIdsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(idsUnder);
  const known = foundIn.get(value);
  if (known) return known;
  const ids = value.flatMap(staffIdsIn);
  foundIn.set(value, ids);
  return ids;
}

function idsUnder([name, part]: [string, unknown]): readonly string[] {
  if (typeof part !== 'string') return staffIdsIn(part);
  return namesStaff.test(name) && isUuid(part) ? [part] : [];
}

/** Names of staff by id; ids of nobody in this store are left out. */
export async function staffNames(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return {};
  const rows = await tx.selectFrom('staff').select(['staff_id', 'name']).where('staff_id', 'in', wanted).execute();
  return Object.fromEntries(rows.map(({ staff_id, name }) => [staff_id, name]));
}
