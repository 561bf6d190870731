import type { customerContracts } from '#domain/customer/customer.contract.ts';
import { changeCustomer, type CustomerFile } from '#domain/customer/customer-file.ts';
import type { Customer, Vehicle } from '#domain/customer/customer.ts';
import { checkFile } from '#domain/customer/keep-customer.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export type CarOnFile = Pick<
  Vehicle,
  'plate' | 'vin' | 'serviceIntervalMonths' | 'serviceIntervalKm' | 'nextServiceOn' | 'nextServiceKm'
>;

type OfCustomer = Pick<Customer, 'phone' | 'address' | 'wishedServices'>;

/** What a customer's file still lacks by R291, by name. */
export function missingOnFile(customer: OfCustomer, cars: readonly CarOnFile[]): readonly Words[] {
  const { phone, address, wishedServices } = customer;
  const needed: readonly (readonly [boolean, Words])[] = [
    [phone !== null, words('电话', 'phone')],
    [address !== null, words('地址', 'address')],
    [wishedServices !== null, words('希望得到的服务', 'wished services')],
    [cars.length > 0, words('车辆', 'a vehicle')],
    [cars.every(({ plate, vin }) => (plate ?? vin) !== null), words('车牌号或车辆识别代号', 'plate or VIN')],
    [cars.every(hasInterval), words('保养周期', 'service interval')],
    [
      cars.every(({ nextServiceOn, nextServiceKm }) => (nextServiceOn ?? nextServiceKm) !== null),
      words('下次保养', 'next service'),
    ],
  ];
  return needed.filter(([there]) => !there).map(([, name]) => name);
}

const hasInterval = (car: CarOnFile): boolean => (car.serviceIntervalMonths ?? car.serviceIntervalKm) !== null;

type Contract = (typeof customerContracts)['completeFile'];

/** The file holds what R291 asks for, and the next call is designed (R293). Refusal `file_incomplete`. */
export const completeFile: Decide<CustomerFile, InputOf<Contract>, OutputOf<Contract>, readonly CarOnFile[]> = (
  file,
  { version, nextCallTopic, nextCallAt },
  context,
) => {
  const refusal = firstRefusal(
    () => checkFile(file, 'complete_file', context),
    () => (file.customer.version === version ? null : refuse('stale_version', { field: 'version' })),
    () => checkWhole(file, context.facts),
  );
  if (refusal) return refusal;
  const completed = { fileCompletedAt: context.now, fileCompletedBy: staffIdOf(context.actor) };
  const next = changeCustomer(file, { ...completed, nextCallTopic, nextCallAt });
  const { customerId } = next.customer;
  const activity = { action: 'complete_file', payload: { nextCallAt } };
  return { next, activity, output: { id: customerId, version: next.customer.version } };
};

function checkWhole({ customer }: CustomerFile, cars: readonly CarOnFile[]): Refusal | null {
  const missing = missingOnFile(customer, cars);
  if (missing.length === 0) return null;
  const missingZh = missing.map(({ zh }) => zh).join('、');
  const missingEn = missing.map(({ en }) => en).join(', ');
  return refuse('file_incomplete', { values: { missingZh, missingEn } });
}
