import { searchTokens, type Searchable } from '#domain/kernel/pinyin.ts';
import { keepRow, type World } from '#db/seed/engine/world.ts';

type Subject = { readonly kind: 'customer' | 'vehicle' | 'repair_order'; readonly id: string; readonly by: Searchable };

/** Makes a store's customers, cars and orders findable. */
export function keepSearchTokens(world: World): void {
  for (const { customer } of world.customers.values())
    keep(world, { kind: 'customer', id: customer.customerId, by: { name: customer.name, phone: customer.phone } });
  for (const { vehicle } of world.vehicles.values())
    keep(world, { kind: 'vehicle', id: vehicle.vehicleId, by: { plate: vehicle.plate, vin: vehicle.vin } });
  for (const { order } of world.visits.values())
    keep(world, { kind: 'repair_order', id: order.orderId, by: { orderNo: order.orderNo } });
}

function keep(world: World, { kind, id, by }: Subject): void {
  for (const { kind: tokenKind, token } of searchTokens(by))
    keepRow(world, 'search_token', { subjectKind: kind, subjectId: id, kind: tokenKind, token });
}
