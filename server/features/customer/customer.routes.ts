import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import * as customers from '#server/features/customer/customer.commands.ts';
import { customerDetail, vehicleDetail } from '#server/features/customer/customer-detail.queries.ts';
import { listCustomers, listVehicles, search } from '#server/features/customer/customer-list.queries.ts';
import * as vehicles from '#server/features/customer/vehicle.commands.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Customers, vehicles, and finding them. Full phone numbers are kept in no receipt. */
export const customerRoutes: readonly Binding[] = [
  bind(customerContracts.fileCustomer, customers.fileCustomer),
  bind(customerContracts.changeCustomer, customers.changeCustomer),
  bind(customerContracts.giveConsent, customers.giveConsent),
  bind(customerContracts.withdrawConsent, customers.withdrawConsent),
  bind(customerContracts.completeFile, customers.completeFile),
  bind(customerContracts.lookAtPhone, customers.lookAtPhone, { receipt: false }),
  bind(customerContracts.fileVehicle, vehicles.fileVehicle),
  bind(customerContracts.changeVehicle, vehicles.changeVehicle),
  bind(customerContracts.addParty, vehicles.addParty),
  bind(customerContracts.endParty, vehicles.endParty),
  bind(customerContracts.reportOdometer, vehicles.reportOdometer),
  bind(customerViewContracts.customers, listCustomers),
  bind(customerViewContracts.customer, customerDetail),
  bind(customerViewContracts.vehicles, listVehicles),
  bind(customerViewContracts.vehicle, vehicleDetail),
  bind(customerViewContracts.search, search),
];
