import type { Consent, Customer, OdometerReading, Vehicle, VehicleParty } from '#domain/customer/customer.ts';

/** A customer with consents: one aggregate, one chain. */
export type CustomerFile = {
  readonly customer: Customer;
  readonly consents: readonly Omit<Consent, 'customerId'>[];
};

/** A vehicle with its parties and its odometer series in order: one aggregate, one chain. */
export type VehicleFile = {
  readonly vehicle: Vehicle;
  readonly parties: readonly Omit<VehicleParty, 'vehicleId'>[];
  readonly readings: readonly Omit<OdometerReading, 'vehicleId'>[];
};

/** The file with its customer changed and the version raised. */
export const changeCustomer = (file: CustomerFile, changes: Partial<Customer>): CustomerFile => ({
  ...file,
  customer: { ...file.customer, ...changes, version: file.customer.version + 1 },
});

/** The file with its vehicle changed and the version raised. */
export const changeVehicle = (file: VehicleFile, changes: Partial<Vehicle>): VehicleFile => ({
  ...file,
  vehicle: { ...file.vehicle, ...changes, version: file.vehicle.version + 1 },
});
