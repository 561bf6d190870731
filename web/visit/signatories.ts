import { isOwnWork } from '#domain/authorization/authorization.guards.ts';
import type { DecisionChannel, SignatoryKind } from '#domain/authorization/authorization.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

export type Signatory = { readonly kind: SignatoryKind; readonly name: string };

/** Who may decide on this car, whoever stands at the counter first; `self` grants what is the shop's own work. */
export function signatoriesOf({ order, customer, parties }: VisitView, self: string): readonly Signatory[] {
  if (isOwnWork({ order })) return [{ kind: 'service_manager', name: self }];
  const named = (wanted: string) => parties.filter(({ relation }) => relation === wanted).map(({ name }) => name);
  const owners = [...named('owner'), customer.name];
  const isOwner = owners.includes(order.presenterName);
  const owner = { kind: 'owner', name: isOwner ? order.presenterName : (owners[0] ?? customer.name) } as const;
  const presenter = { kind: 'presenter', name: order.presenterName } as const;
  const contacts = named('fleet_contact').map((name) => ({ kind: 'fleet_contact', name }) as const);
  if (isOwner) return [owner, presenter, ...contacts];
  return order.presenterEntrusted ? [presenter, owner, ...contacts] : [owner, ...contacts];
}

/** How staff may take the decision. */
export const channelsAt = ({ order }: VisitView): readonly DecisionChannel[] =>
  isOwnWork({ order }) ? ['internal'] : ['screen', 'paper', 'phone'];
