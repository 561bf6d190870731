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
