import type { Visit } from '#domain/repair-order/visit.ts';

/** A visit with nothing recorded yet. */
export function emptyVisit(known: Pick<Visit, 'order' | 'vehicle' | 'customer' | 'parties'>): Visit {
  return { ...known, ...nothing };
}

const nothing = {
  reception: null,
  walkAround: [],
  entrusted: [],
  custody: [],
  ticks: [],
  waits: [],
  contacts: [],
  attachments: [],
  signatures: [],
  versions: [],
  contents: [],
  lines: [],
  decisions: [],
  choices: [],
  grants: [],
  revocations: [],
  assignments: [],
  punches: [],
  participations: [],
  inspections: [],
  findings: [],
  oldParts: [],
  statements: [],
  statementContents: [],
  statementLines: [],
  safetyRefusals: [],
  payments: [],
  allocations: [],
  creditNotes: [],
  collectors: [],
  passes: [],
  openings: [],
  delivery: null,
} as const;

/** What is still open of an order whose car has just come. */
export const emptyOrder = {
  promisedAt: null,
  firstPromisedAt: null,
  paymentMethod: null,
  oldPartChoice: null,
  washWanted: null,
  priority: null,
  inWorkshopSince: null,
  carAcceptedAt: null,
  carAcceptedBy: null,
  parkingPlace: null,
  washStartedAt: null,
  washedAt: null,
  customerToldReadyAt: null,
  pickUpAt: null,
  awaySince: null,
  cancelledAt: null,
  cancelReason: null,
  leaderCheckWaivedReason: null,
  readyAt: null,
  deliveredAt: null,
  chainSeq: 0,
  chainHash: '',
  version: 1,
} as const;
