import { sql } from 'kysely';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { CustomerListInput, customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { customerLines, vehicleLines, withMask } from '#server/features/customer/customer-line.queries.ts';
import { findSubjects, type SubjectKind } from '#server/features/customer/search.queries.ts';
import { liveOrdersOf, visitLines } from '#server/features/repair-order/visit-history.queries.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof customerViewContracts;
type Output<Name extends keyof Contracts> = OutputOf<Contracts[Name]>;

const mostFound = 200;
const total = sql<number>`count(*) over ()`.as('total');

/** Ids of one kind that a text finds; null without a text. */
async function idsFor({ tx }: Call, text: string | undefined, kind: SubjectKind): Promise<string[] | null> {
  if (!text) return null;
  const found = await findSubjects(tx, text, mostFound);
  return found.filter(({ subject_kind }) => subject_kind === kind).map(({ subject_id }) => subject_id);
}

/** Customers by text and by the state of their files, by name. */
export async function listCustomers(call: Call, input: CustomerListInput): Promise<Output<'customers'>> {
  const ids = await idsFor(call, input.text, 'customer');
  if (ids?.length === 0) return { rows: [], total: 0 };
  const { file, offset, limit } = input;
  const rows = await customerLines(call.tx)
    .$if(ids !== null, (q) => q.where('c.customer_id', 'in', ids ?? []))
    .$if(file === 'complete', (q) => q.where('c.file_completed_at', 'is not', null))
    .$if(file === 'open' || file === 'overdue', (q) => q.where('c.file_completed_at', 'is', null))
    .$if(file === 'overdue', (q) => q.where('c.file_due_at', '<', call.now))
    .select(total)
    .orderBy('c.name')
    .orderBy('c.customer_id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { rows: rows.map(({ total: _all, ...row }) => withMask(row)), total: Number(rows[0]?.total ?? 0) };
}

/** Vehicles by text, by plate. */
export async function listVehicles(call: Call, input: InputOf<Contracts['vehicles']>): Promise<Output<'vehicles'>> {
  const ids = await idsFor(call, input.text, 'vehicle');
  if (ids?.length === 0) return { rows: [], total: 0 };
  const rows = await vehicleLines(call.tx)
    .$if(ids !== null, (q) => q.where('v.vehicle_id', 'in', ids ?? []))
    .select(total)
    .orderBy('v.plate')
    .orderBy('v.vehicle_id')
    .offset(input.offset)
    .limit(input.limit)
    .execute();
  return { rows: rows.map(({ total: _all, ...row }) => row), total: Number(rows[0]?.total ?? 0) };
}

const mostOfAKind = 20;

/** Whatever a plate, VIN, phone, name, pinyin or order number may mean, twenty of a kind; of cars and customers also the orders in the shop. */
export async function search({ tx }: Call, { q }: InputOf<Contracts['search']>): Promise<Output<'search'>> {
  const found = await findSubjects(tx, q, mostOfAKind);
  const idsOf = (kind: SubjectKind) =>
    found
      .filter(({ subject_kind }) => subject_kind === kind)
      .map(({ subject_id }) => subject_id)
      .slice(0, mostOfAKind);
  const [customerIds, vehicleIds] = [idsOf('customer'), idsOf('vehicle')];
  const customers =
    customerIds.length === 0 ? [] : await customerLines(tx).where('c.customer_id', 'in', customerIds).execute();
  const vehicles =
    vehicleIds.length === 0 ? [] : await vehicleLines(tx).where('v.vehicle_id', 'in', vehicleIds).execute();
  const live = await liveOrdersOf(tx, { vehicleIds, customerIds });
  return {
    customers: customers.map(withMask),
    vehicles,
    orders: await visitLines(tx, { orderIds: [...new Set([...idsOf('repair_order'), ...live])] }),
  };
}
