import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { change, complete, consent, file, lookAtPhone, withdraw } from '#server/features/customer/customer.commands.ts';
import { customerDetail, vehicleDetail } from '#server/features/customer/customer-detail.queries.ts';
import { listCustomers, listVehicles, search } from '#server/features/customer/customer-list.queries.ts';
import { changeCar, fileCar, leaveParty, nameParty, tellOdometer } from '#server/features/customer/vehicle.commands.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Customers, vehicles, and finding them. Full phone numbers are kept in no receipt. */
export const customerRoutes: readonly Binding[] = [
  bind(customerContracts.fileCustomer, file),
  bind(customerContracts.changeCustomer, change),
  bind(customerContracts.giveConsent, consent),
  bind(customerContracts.withdrawConsent, withdraw),
  bind(customerContracts.completeFile, complete),
  bind(customerContracts.lookAtPhone, lookAtPhone, { receipt: false }),
  bind(customerContracts.fileVehicle, fileCar),
  bind(customerContracts.changeVehicle, changeCar),
  bind(customerContracts.addParty, nameParty),
  bind(customerContracts.endParty, leaveParty),
  bind(customerContracts.reportOdometer, tellOdometer),
  bind(customerViewContracts.customers, listCustomers),
  bind(customerViewContracts.customer, customerDetail),
  bind(customerViewContracts.vehicles, listVehicles),
  bind(customerViewContracts.vehicle, vehicleDetail),
  bind(customerViewContracts.search, search),
];
