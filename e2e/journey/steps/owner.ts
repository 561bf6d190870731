import type { Car } from '#e2e/journey/car.ts';

/** What is filed of the owner at the first contact; what they wish for is asked later. */
export const ownerFile = (car: Car) => ({
  kind: 'person' as const,
  name: car.ownerName,
  salutation: '先生',
  taxId: null,
  address: '示范市城南区枫林路 1 号',
  email: null,
  preferredChannel: 'phone' as const,
  preferredCall: { from: '00:00', to: '23:59', days: 'any' as const },
  wishedServices: null,
  source: '新车交付',
  approvalLimitFen: null,
  phoneShared: false,
});
