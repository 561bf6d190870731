import type { OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isOwnCar } from '#domain/repair-order/visit.rules.ts';

type Wanted = (view: VisitView) => boolean;

const lines = ({ lines: all }: VisitView) => all.filter(({ removedAt }) => removedAt === null);
const isOpen: Wanted = ({ order }) => order.state === 'open';
const isReady: Wanted = ({ order }) => order.state === 'ready';
const received: Wanted = ({ reception }) => Boolean(reception?.handedOverAt);
/** The dealership's own car comes without a form. */
const receiving: Wanted = (view) => isOpen(view) && !received(view) && !isOwnCar(view);
const presented: Wanted = ({ versions }) => versions.some(({ state }) => state === 'presented');
const drafting: Wanted = (view) =>
  view.versions.some(({ state }) => state === 'draft') && lines(view).some(({ decision }) => decision === 'undecided');
const granted: Wanted = ({ grants }) => grants.length > 0;
const checked =
  (kind: VisitView['inspections'][number]['kind']): Wanted =>
  (view) =>
    view.inspections.some((each) => each.kind === kind && each.result === 'pass' && each.voidedAt === null);
const statement = ({ statements }: VisitView) =>
  statements.find(({ payer, state }) => payer === 'customer' && state !== 'withdrawn');
/** Nothing was done: the car leaves as it came, with nothing to settle. */
const asItCame: Wanted = (view) => view.order.state === 'cancelled' || (isReady(view) && !granted(view));
const settled: Wanted = (view) =>
  asItCame(view) || ['paid', 'credited', 'nothing_due'].includes(statement(view)?.state ?? '');
/** Whoever may have it signed is told so by the action itself. */
const safetyDue: Wanted = ({ actions }) =>
  actions.some(({ action, disabled }) => action === 'refuse_safety' && disabled === null);
const finalPass = ({ passes }: VisitView) => passes.findLast(({ kind, state }) => kind === 'final' && state !== 'void');
/** Money that no statement took: a deposit above what is owed, or one for work that is not done. */
const overpaid: Wanted = ({ money }) => money.freeFen > 0;

/** Sent back to work, the car needs its key and papers in the workshop once more, and they come back once more (R150, R200). */
const withAdvisor: Wanted = ({ custody }) => custody.at(-1)?.direction === 'to_advisor';
const withWorkshop: Wanted = (view) => view.order.inWorkshopSince !== null && !withAdvisor(view);
const cameBack: Wanted = (view) =>
  withAdvisor(view) && (view.custody.at(-1)?.movedAt ?? '') >= (view.order.readyAt ?? '');

const toWash: Wanted = (view) =>
  isReady(view) && granted(view) && view.order.washWanted === true && view.order.washedAt === null;

/** The way through a visit, in the order of the wheel: each action with the situation that asks for it. */
const way: readonly (readonly [OrderAction, Wanted])[] = [
  ['car_returned', ({ order }) => order.awaySince !== null],
  ['fit_kit', (view) => receiving(view) && !view.reception?.kitFittedAt],
  ['record_readings', (view) => receiving(view) && view.reception?.odometerKm == null],
  ['record_walk_around', (view) => receiving(view) && !view.reception?.walkAroundDoneAt],
  ['take_items', (view) => receiving(view) && view.entrusted.length === 0],
  ['record_interview', (view) => receiving(view) && Object.keys(view.reception?.interview ?? {}).length === 0],
  ['hand_over_reception_form', (view) => receiving(view)],
  ['decide', presented],
  ['make_link', (view) => presented(view) && !isOwnCar(view)],
  ['withdraw', presented],
  [
    'add_line',
    (view) =>
      isOpen(view) &&
      !presented(view) &&
      (lines(view).length === 0 || view.findings.some(({ answeredAt }) => answeredAt === null)),
  ],
  [
    'set_promise',
    (view) =>
      drafting(view) && !view.versions.some(({ state, promisedAt }) => state === 'draft' && promisedAt !== null),
  ],
  ['record_choices', (view) => drafting(view) && view.order.paymentMethod === null],
  ['present', drafting],
  [
    'close_without_work',
    (view) => isOpen(view) && !granted(view) && lines(view).length > 0 && !drafting(view) && !presented(view),
  ],
  ['hand_over_copies', (view) => isOpen(view) && granted(view) && !isOwnCar(view) && !view.reception?.copiesHandedAt],
  [
    'seat_in_lounge',
    (view) =>
      isOpen(view) &&
      granted(view) &&
      !isOwnCar(view) &&
      view.order.waitsInShop === true &&
      !view.reception?.seatedInLoungeAt,
  ],
  ['hand_to_workshop', (view) => isOpen(view) && granted(view) && !withWorkshop(view)],
  [
    'set_priority',
    ({ order }) => order.state === 'open' && order.inWorkshopSince !== null && order.carAcceptedAt === null,
  ],
  [
    'accept_car',
    ({ order }) => order.state === 'open' && order.inWorkshopSince !== null && order.carAcceptedAt === null,
  ],
  ['record_finding', ({ order }) => order.state === 'open' && order.carAcceptedAt !== null],
  ['final_inspect', ({ order }) => order.state === 'open' && order.carAcceptedAt !== null],
  ['tell_customer', (view) => isOpen(view) && view.order.inWorkshopSince !== null && !isOwnCar(view)],
  ['start_wash', (view) => toWash(view) && view.order.washStartedAt === null],
  ['wash', (view) => toWash(view) && view.order.washStartedAt !== null],
  ['park', (view) => isReady(view) && view.order.parkingPlace === null && granted(view)],
  ['return_custody', (view) => isReady(view) && granted(view) && !cameBack(view)],
  ['internal_check', (view) => isReady(view) && granted(view) && !checked('internal_check')(view)],
  [
    'tell_ready',
    (view) =>
      isReady(view) && !isOwnCar(view) && checked('internal_check')(view) && view.order.customerToldReadyAt === null,
  ],
  ['check_vehicle', (view) => isReady(view) && granted(view) && !checked('vehicle_check')(view)],
  ['refuse_safety', (view) => isReady(view) && !statement(view) && safetyDue(view)],
  ['present_statements', (view) => isReady(view) && granted(view) && !statement(view)],
  ['sign_statement', (view) => statement(view)?.state === 'presented'],
  ['take_payment', (view) => statement(view)?.state === 'signed'],
  ['refund', (view) => settled(view) && overpaid(view)],
  ['issue_final_pass', (view) => settled(view) && finalPass(view) === undefined && view.order.state !== 'delivered'],
  ['hand_over', (view) => finalPass(view)?.state === 'issued' && !view.delivery?.handedOverAt],
];

/** What comes next with this car, in order; whether the reader may do it now is said by the view's actions. */
export const nextActions = (view: VisitView): readonly OrderAction[] =>
  way.filter(([, wanted]) => wanted(view)).map(([action]) => action);
