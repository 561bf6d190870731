/** What a new customer's form begins with. */
export const newCustomer = {
  kind: 'person',
  name: '',
  salutation: '先生',
  preferredChannel: 'phone',
  preferredCall: { from: '10:00', to: '12:00', days: 'any' },
  phoneShared: false,
} as const;

/** What a new vehicle's form begins with. */
export const newVehicle = {
  brand: '',
  model: '',
  powerType: 'petrol',
  serviceIntervalMonths: 6,
  serviceIntervalKm: 10_000,
} as const;
