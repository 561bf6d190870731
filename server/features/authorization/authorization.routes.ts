import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { askQuestion } from '#domain/authorization/ask-question.ts';
import { handOverCopies } from '#domain/authorization/copies-and-link.ts';
import { decide } from '#domain/authorization/decide.ts';
import { present } from '#domain/authorization/present.ts';
import { revokeGrants } from '#domain/authorization/revoke.ts';
import { withdraw } from '#domain/authorization/withdraw.ts';
import { availabilityForDecision, presentFacts } from '#server/features/authorization/authorization.facts.ts';
import { scheduleExpiry } from '#server/features/authorization/authorization.tasks.ts';
import { openPage } from '#server/features/authorization/customer-page.ts';
import { keepReservations } from '#server/features/parts/reservations.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Presenting, deciding, taking back, and the customer's own page. */
export const authorizationRoutes: readonly Binding[] = [
  onVisit(authorizationContracts.present, present, { facts: presentFacts, after: scheduleExpiry }),
  onVisit(authorizationContracts.withdraw, withdraw),
  onVisit(authorizationContracts.decide, decide, { facts: availabilityForDecision, after: keepReservations }),
  onVisit(authorizationContracts.askQuestion, askQuestion),
  onVisit(authorizationContracts.revokeGrants, revokeGrants, { after: keepReservations }),
  onVisit(authorizationContracts.handOverCopies, handOverCopies),
  // The answer holds the customer's token, which no receipt may keep.
  bind(authorizationContracts.makeLink, openPage, { receipt: false }),
];
