import type { DecisionChannel } from '#domain/authorization/authorization.ts';
import { signatoriesFor, type Signatory } from '#domain/authorization/signatory.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isOwnCar } from '#domain/repair-order/visit.rules.ts';

/** Who may decide on this car, whoever stands at the counter first; `self` grants what is the shop's own work. */
export const signatoriesOf = (view: VisitView, self: string): readonly Signatory[] =>
  isOwnCar(view) ? [{ kind: 'service_manager', name: self }] : signatoriesFor(view);

/** How staff may take the decision. */
export const channelsAt = ({ order }: VisitView): readonly DecisionChannel[] =>
  isOwnCar({ order }) ? ['internal'] : ['screen', 'paper', 'phone'];
