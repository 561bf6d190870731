import type { Actual, Board, Plan } from '#web/features/dispatch/grid-tags.ts';

/** A time of the fixture's day in the shop. */
export const at = (time: string): string => new Date(`2026-11-24T${time}:00+08:00`).toISOString();

const job = {
  orderId: 'order',
  orderNo: 'WX261124-0001',
  plate: '苏E12345',
  description: '更换机油及机油滤清器',
  trade: 'mechanical_electrical',
  hoursCenti: 50,
} as const;

export const planOf = (lineId: string, changes: Partial<Plan> = {}): Plan => ({
  ...job,
  lineId,
  workState: 'queued',
  assignmentId: `plan of ${lineId}`,
  bayId: 'bay 1',
  teamId: 'team',
  technicianId: 'technician 1',
  technicianSlot: 1,
  from: at('10:00'),
  until: at('10:30'),
  state: 'planned',
  ...changes,
});

export const actualOf = (lineId: string, changes: Partial<Actual> = {}): Actual => ({
  ...job,
  lineId,
  workState: 'working',
  punchId: `punch on ${lineId}`,
  bayId: 'bay 1',
  technicianId: 'technician 1',
  from: at('10:00'),
  until: null,
  endReason: null,
  ...changes,
});

const bay = { kind: 'lift', trade: 'mechanical_electrical', exclusive: true } as const;

/** Two bays, nothing on them. */
export const boardOf = (changes: Partial<Board> = {}): Board => ({
  day: '2026-11-24',
  now: at('10:10'),
  opensAt: '08:00',
  closesAt: '20:00',
  bays: [
    { ...bay, bayId: 'bay 1', name: '1 号工位' },
    { ...bay, bayId: 'bay 2', name: '2 号工位' },
  ],
  technicians: [],
  plans: [],
  actuals: [],
  queue: [],
  waiting: [],
  washing: [],
  expected: [],
  ...changes,
});
