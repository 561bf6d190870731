import { attemptOutreach, closeOutreach } from '#domain/outreach/attempt-outreach.ts';
import { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { findDue } from '#server/features/outreach/find-due.ts';
import { plan } from '#server/features/outreach/outreach.commands.ts';
import { keptOutreach } from '#server/features/outreach/outreach.kept.ts';
import { inviteFacts, listOutreach, outreachDetail } from '#server/features/outreach/outreach.queries.ts';
import { onAggregate } from '#server/features/record/on-aggregate.ts';
import { bind } from '#server/http/bind.ts';

const idOf = ({ outreachId }: { readonly outreachId: string }) => outreachId;

export const outreachRoutes = [
  bind(outreachContracts.list, listOutreach),
  bind(outreachContracts.detail, outreachDetail),
  bind(outreachContracts.plan, plan),
  bind(outreachContracts.findDue, findDue),
  onAggregate(outreachContracts.attempt, {
    kept: keptOutreach,
    idOf,
    decide: attemptOutreach,
    facts: (call, { outreach }) => inviteFacts(call, outreach),
  }),
  onAggregate(outreachContracts.close, { kept: keptOutreach, idOf, decide: closeOutreach }),
];
