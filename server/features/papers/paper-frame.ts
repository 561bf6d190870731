import type { CustomerView, PaperFrame, VehicleView } from '#documents/paper.view.ts';
import { nameOf, type PaperInput, type PaperSources } from '#server/features/papers/paper-sources.ts';

type Framing = {
  readonly input: PaperInput;
  readonly paperNumber: string;
  readonly contentHash: string;
  readonly printCount: number;
};

/** Whose paper, which copy, what it is anchored to: the head of the order's chain and the hash of what it shows. */
export function frameOf(sources: PaperSources, { input, paperNumber, contentHash, printCount }: Framing): PaperFrame {
  const { call, visit, shopName } = sources;
  const { order, vehicle } = visit;
  return {
    shop: { name: shopName, address: call.settings.address, phone: call.settings.phone },
    paperNumber,
    orderNumber: order.orderNo,
    plateNumber: vehicle.plate,
    vin: vehicle.vin ?? '',
    copy: copyOf(call, input),
    isDraft: false,
    chainHead: { sequence: order.chainSeq, hash: order.chainHash, contentHash },
    printedBy: call.actor.kind === 'staff' ? nameOf(sources, call.actor.staffId) : '客户',
    printedAt: call.now,
    printCount,
  };
}

/** What goes over the parts counter stays in the shop: it shows costs. */
function copyOf({ actor }: PaperSources['call'], { paper, copy }: PaperInput): PaperFrame['copy'] {
  if (paper === 'issue_slip') return 'stub';
  return actor.kind === 'customer' ? 'customer' : copy;
}

/** How to reach the customer, from the file; what was signed names them itself. */
export function customerView({ visit, phone }: PaperSources): CustomerView {
  const { customer, order } = visit;
  const presenter = { name: order.presenterName, phone: phone(order.presenterPhone) };
  return {
    kind: customer.kind,
    name: customer.name,
    phone: phone(customer.phone),
    address: customer.address,
    taxNumber: customer.taxId,
    presenter: order.presenterName === customer.name ? null : presenter,
  };
}

/** The car as it came in. */
export function vehicleView({ visit }: PaperSources): VehicleView {
  const { vehicle, reception } = visit;
  const eighths = reception?.fuelEighths ?? null;
  return {
    model: `${vehicle.brand} ${vehicle.model}`.trim(),
    engineNumber: vehicle.engineNo,
    colour: vehicle.colour,
    power: vehicle.powerType,
    odometerKm: reception?.odometerKm ?? vehicle.odometerKm ?? 0,
    fuelQuarters: eighths === null ? null : Math.round(eighths / 2),
    batteryPercent: reception?.chargePercent ?? null,
  };
}

export const advisorView = (sources: PaperSources) => ({
  name: nameOf(sources, sources.visit.order.advisorId),
  phone: sources.call.settings.serviceHotline || sources.call.settings.phone,
});
