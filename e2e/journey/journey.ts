import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { RefusalCode } from '#domain/kernel/refusal.ts';
import type { ApiClient, Reply } from '#e2e/journey/api-client.ts';
import type { Car } from '#e2e/journey/car.ts';
import type { Crew, Person } from '#e2e/journey/people.ts';
import type { Shop } from '#e2e/journey/shop.ts';

/** Tries what must be refused with the code named beforehand; where nothing is tried (measurements), it does nothing. */
export type Forbid = (tried: string, expected: RefusalCode, attempt: () => Promise<Reply>) => Promise<void>;

/** What becomes known on the way, by name; reading what is not known yet is an error of the journey. */
export type Known = {
  readonly set: (facts: Readonly<Partial<Record<Fact, string>>>) => void;
  readonly get: (fact: Fact) => string;
  readonly find: (fact: Fact) => string | undefined;
};

export type Fact =
  | 'customerId'
  | 'vehicleId'
  | 'outreachId'
  | 'appointmentId'
  | 'orderId'
  | 'orderNo'
  | 'diagnosisLine'
  | 'serviceLine'
  | 'filterLine'
  | 'brakesLine'
  | 'padsLine'
  | 'tyreLine'
  | 'addOnFinding'
  | 'wiperLine'
  | 'addOnLine'
  | 'findingId'
  | 'statementId'
  | 'visitToken'
  | 'passCode'
  | 'complaintId';

export type Journey = {
  readonly crew: Crew;
  readonly shop: Shop;
  readonly car: Car;
  readonly known: Known;
  readonly forbid: Forbid;
  /** Whether forbidden things are tried. */
  readonly tries: boolean;
  /** The same server without a session. */
  readonly anybody: ApiClient;
  /** An advisor of another store, where there is one. */
  readonly stranger: Person | null;
};

/** One step of the wheel: does it and says in a sentence what was done. */
export type Step = { readonly step: WheelStep; readonly take: (journey: Journey) => Promise<string> };

export function knowledge(): Known {
  const facts = new Map<Fact, string>();
  return {
    set: (more) => Object.entries(more).forEach(([fact, value]) => facts.set(fact as Fact, value)),
    find: (fact) => facts.get(fact),
    get: (fact) => {
      const value = facts.get(fact);
      if (value === undefined) throw new Error(`${fact} is not known yet`);
      return value;
    },
  };
}

/** The visit as the advisor sees it now. */
export const seeVisit = ({ crew, known }: Journey): Promise<VisitView> =>
  crew.advisor.api.send(visitViewContracts.visit, { orderId: known.get('orderId') });

/** A line of the visit with its present version. */
export async function seeLine(journey: Journey, fact: Fact): Promise<VisitView['lines'][number]> {
  const { lines } = await seeVisit(journey);
  const line = lines.find(({ lineId }) => lineId === journey.known.get(fact));
  if (!line) throw new Error(`${fact} is not on the order`);
  return line;
}

/** An id that an answer must hold. */
export function made({ id }: { readonly id: string | null }): string {
  if (id === null) throw new Error('the answer names nothing that was made');
  return id;
}
