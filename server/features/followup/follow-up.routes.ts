import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import {
  assignComplaint,
  closeComplaint,
  investigateComplaint,
  resolveComplaint,
  respondToComplaint,
  verifyComplaint,
} from '#domain/followup/handle-complaint.ts';
import { assignFollowUp, attemptFollowUp, cancelFollowUp } from '#domain/followup/make-call.ts';
import {
  complaintCounts,
  complaintDetail,
  complaintsOfVisit,
  listComplaints,
} from '#server/features/followup/complaint.queries.ts';
import { filesDue } from '#server/features/followup/customer-files.queries.ts';
import { complete, isActiveStaff, open, sendLetter } from '#server/features/followup/follow-up.commands.ts';
import { keptComplaint, keptFollowUp } from '#server/features/followup/follow-up.kept.ts';
import { callFacts, followUpDetail, listFollowUps } from '#server/features/followup/follow-up.queries.ts';
import { onAggregate } from '#server/features/record/on-aggregate.ts';
import { bind } from '#server/http/bind.ts';

const one = {
  kept: keptFollowUp,
  idOf: ({ followUpId }: { readonly followUpId: string }) => followUpId,
} as const;
const oneComplaint = {
  kept: keptComplaint,
  idOf: ({ complaintId }: { readonly complaintId: string }) => complaintId,
} as const;

export const followUpRoutes = [
  bind(followUpContracts.list, listFollowUps),
  bind(followUpContracts.detail, followUpDetail),
  bind(followUpContracts.filesDue, filesDue),
  bind(followUpContracts.complete, complete),
  onAggregate(followUpContracts.assign, {
    ...one,
    decide: assignFollowUp,
    facts: async (call, _, { agentId }) => ({ known: await isActiveStaff(call, agentId) }),
  }),
  onAggregate(followUpContracts.attempt, {
    ...one,
    decide: attemptFollowUp,
    facts: (call, { followUp }) => callFacts(call, followUp),
    after: sendLetter,
  }),
  onAggregate(followUpContracts.cancel, { ...one, decide: cancelFollowUp }),
];

export const complaintRoutes = [
  bind(complaintContracts.open, open),
  bind(complaintContracts.list, listComplaints),
  bind(complaintContracts.counts, complaintCounts),
  bind(complaintContracts.detail, complaintDetail),
  bind(complaintContracts.ofVisit, complaintsOfVisit),
  onAggregate(complaintContracts.assign, {
    ...oneComplaint,
    decide: assignComplaint,
    facts: async (call, _, { assigneeId }) => ({ known: await isActiveStaff(call, assigneeId) }),
  }),
  onAggregate(complaintContracts.respond, { ...oneComplaint, decide: respondToComplaint }),
  onAggregate(complaintContracts.investigate, { ...oneComplaint, decide: investigateComplaint }),
  onAggregate(complaintContracts.resolve, { ...oneComplaint, decide: resolveComplaint }),
  onAggregate(complaintContracts.verify, { ...oneComplaint, decide: verifyComplaint }),
  onAggregate(complaintContracts.close, { ...oneComplaint, decide: closeComplaint }),
];
