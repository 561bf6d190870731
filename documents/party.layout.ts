import { fieldGrid } from '#documents/blocks.ts';
import { kilometres, nothing } from '#documents/format.ts';
import { customerKindWords, powerWords } from '#documents/words.ts';
import type { Field } from '#documents/blocks.ts';
import type { Block } from '#documents/definition.ts';
import type { CustomerView, PaperFrame, VehicleView } from '#documents/paper.view.ts';

const gauge = ['E', '1/4', '1/2', '3/4', 'F'] as const;

/** Fuel gauge and battery as read at the car. */
function energyLevel(vehicle: VehicleView): string {
  const fuel = vehicle.fuelQuarters === null ? [] : [`油量 ${gauge[vehicle.fuelQuarters] ?? nothing}`];
  const battery = vehicle.batteryPercent === null ? [] : [`电量 ${vehicle.batteryPercent}%`];
  return [...fuel, ...battery].join(' · ') || nothing;
}

function presenterText({ presenter, name, phone }: CustomerView): string {
  return presenter === null ? `${name} ${phone}（本人）` : `${presenter.name} ${presenter.phone}`;
}

function customerFields(customer: CustomerView): Field[] {
  return [
    ['托修方', `${customer.name}（${customerKindWords[customer.kind]}）`],
    ['电话', customer.phone],
    ['送修人', presenterText(customer)],
    ['地址', customer.address ?? nothing, 2],
    ['税号', customer.taxNumber ?? nothing],
  ];
}

function vehicleFields(frame: PaperFrame, vehicle: VehicleView): Field[] {
  return [
    ['车牌号', frame.plateNumber ?? '未上牌'],
    ['VIN', frame.vin],
    ['发动机号', vehicle.engineNumber ?? nothing],
    ['车型', vehicle.model, 2],
    ['颜色 / 动力', `${vehicle.colour ?? nothing} / ${powerWords[vehicle.power]}`],
    ['进厂里程', kilometres(vehicle.odometerKm)],
    ['能源', energyLevel(vehicle)],
  ];
}

/** Customer, presenter and car, with what else the paper wants to say of the visit. */
export function partyGrid(
  { frame, customer, vehicle }: { frame: PaperFrame; customer: CustomerView; vehicle: VehicleView },
  visit: readonly Field[],
): Block {
  return fieldGrid('客户与车辆', 3, [...customerFields(customer), ...vehicleFields(frame, vehicle), ...visit]);
}
