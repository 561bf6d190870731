import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { customerExposureFen, standingLines } from '#domain/authorization/totals.ts';
import type { SignatoryKind } from '#domain/authorization/authorization.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { mayAct, type Actor } from '#domain/kernel/role.ts';
import type { RepairOrder } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isOwnCar } from '#domain/repair-order/visit.rules.ts';

export type Signatory = { readonly kind: SignatoryKind; readonly name: string };

type Whose = {
  readonly order: Pick<RepairOrder, 'presenterName' | 'presenterEntrusted'>;
  readonly customer: { readonly name: string };
  readonly parties: readonly { readonly relation: string; readonly name: string }[];
};

/** Who may decide for the customer, whoever brings the car first: an entrusted presenter, the owner, a fleet's contacts (R138). */
export function signatoriesFor({ order, customer, parties }: Whose): readonly Signatory[] {
  const named = (wanted: string) => parties.filter(({ relation }) => relation === wanted).map(({ name }) => name);
  const owners = [...named('owner'), customer.name];
  const isOwner = owners.includes(order.presenterName);
  const owner = { kind: 'owner', name: isOwner ? order.presenterName : (owners[0] ?? customer.name) } as const;
  const presenter = { kind: 'presenter', name: order.presenterName } as const;
  const contacts = named('fleet_contact').map((name) => ({ kind: 'fleet_contact', name }) as const);
  if (isOwner) return [owner, presenter, ...contacts];
  return order.presenterEntrusted ? [presenter, owner, ...contacts] : [owner, ...contacts];
}

type Input = InputOf<typeof authorizationContracts.decide>;
type Signing = { readonly actor: Actor; readonly accepted: readonly ChargeLine[] };

/** Whoever decides may do so for this car and this much, in this way. Refusals: `not_entrusted`, `forbidden`. */
export function checkSignatory(visit: Visit, input: Input, signing: Signing): Refusal | null {
  return checkWay(visit, input, signing) ?? (isEntrusted(visit, input, signing) ? null : notEntrusted());
}

const notEntrusted = () => refuse('not_entrusted', { field: 'signatory' });

/** The customer's page is the customer's own; the rest is done before a member of staff. */
function checkWay(visit: Visit, { channel, signatory }: Input, { actor }: Signing): Refusal | null {
  const ownPage = channel === 'customer_page';
  if (ownPage !== (actor.kind === 'customer')) return refuse('forbidden', { field: 'channel' });
  const internal = channel === 'internal';
  if (internal !== isOwnCar(visit) || internal !== (signatory.kind === 'service_manager')) return notEntrusted();
  return internal && !mayAct(actor, ['service_manager']) ? refuse('forbidden') : null;
}

function isEntrusted(visit: Visit, { signatory }: Input, { accepted }: Signing): boolean {
  const { kind, name } = signatory;
  if (kind === 'owner') return ownerNames(visit).includes(name);
  if (kind === 'presenter') return isPresenterEntrusted(visit) && name === visit.order.presenterName;
  if (kind === 'fleet_contact') return withinLimit(visit, name, accepted);
  return true;
}

/** The owner on file, or the order's own customer. */
const ownerNames = ({ parties, customer }: Visit): readonly string[] => [
  ...parties.filter(({ relation }) => relation === 'owner').map(({ name }) => name),
  customer.name,
];

const isPresenterEntrusted = (visit: Visit): boolean =>
  visit.order.presenterEntrusted || ownerNames(visit).includes(visit.order.presenterName);

/** The contact's limit holds for all that the order may cost the customer, so that it can't be passed in slices. */
function withinLimit(visit: Visit, name: string, accepted: readonly ChargeLine[]): boolean {
  const total = customerExposureFen([...standingLines(visit), ...accepted]);
  return visit.parties.some(
    (party) => party.relation === 'fleet_contact' && party.name === name && total <= (party.approvalLimitFen ?? 0),
  );
}
