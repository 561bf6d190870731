import type { AggregateShape } from '#db/aggregate/shape.ts';

/** A customer with consents. */
export const customerShape: AggregateShape = {
  kind: 'customer',
  root: { property: 'customer', table: 'customer', id: 'customerId' },
  lists: { consents: { table: 'consent', key: ['consentId'], orderBy: 't.given_at, t.consent_id' } },
};

/** A vehicle with its parties and odometer series. */
export const vehicleShape: AggregateShape = {
  kind: 'vehicle',
  root: { property: 'vehicle', table: 'vehicle', id: 'vehicleId' },
  lists: {
    parties: { table: 'vehicle_party', key: ['customerId', 'relation'], orderBy: 't.since, t.customer_id' },
    readings: { table: 'odometer_reading', key: ['readingId'], orderBy: 't.read_at, t.reading_id' },
  },
};
