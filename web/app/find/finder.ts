import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { call } from '#web/api/client.ts';
import { pathTo, type PathName } from '#web/app/paths.ts';
import type { IconName } from '#web/ui/icon-shapes.ts';

/** One thing that the find box offers, the page that shows it, and the address it leads to. */
export type Found = {
  readonly key: string;
  readonly icon: IconName;
  readonly title: Words;
  readonly hint: Words;
  readonly page: PathName;
  readonly to: string;
};

/** Looks a text up on the server; answers nothing for a text too short to mean anything. */
export type Finder = (text: string, signal: AbortSignal) => Promise<readonly Found[]>;

const same = (text: string): Words => words(text, text);
const noPlate = words('无牌', 'no plate');

/** Orders, cars and customers by plate, VIN tail, phone tail, name, pinyin or order number. */
const findFiles: Finder = async (text, signal) => {
  const { orders, vehicles, customers } = await call(customerViewContracts.search, { q: text }, { signal });
  return [
    ...orders.map((each): Found => ({
      key: each.orderId,
      icon: 'paper',
      title: same(`${each.plate ?? noPlate.zh} ${each.model} · ${each.orderNo}`),
      hint: valueWordsOf('state', each.state),
      page: 'order',
      to: pathTo('order', { orderId: each.orderId }),
    })),
    ...vehicles.map((each): Found => ({
      key: each.vehicleId,
      icon: 'car',
      title: same(`${each.plate ?? noPlate.zh} ${each.brand} ${each.model}`),
      hint: same(each.ownerName ?? ''),
      page: 'vehicle',
      to: pathTo('vehicle', { vehicleId: each.vehicleId }),
    })),
    ...customers.map((each): Found => ({
      key: each.customerId,
      icon: 'person',
      title: same(`${each.name} ${each.phone ?? ''}`),
      hint: same(each.plates.join(' ')),
      page: 'customer',
      to: pathTo('customer', { customerId: each.customerId }),
    })),
  ];
};

/** Whether someone with these roles may look for cars and people; pages are found by everyone. */
export const mayFind = (roles: readonly StaffRole[]): boolean =>
  roles.some((role) => customerViewContracts.search.callers.includes(role));

/** Where the find box looks, besides the pages. */
export const finders: readonly Finder[] = [findFiles];
