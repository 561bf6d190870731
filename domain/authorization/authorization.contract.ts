import { z } from 'zod';
import { decisionChannels, lineChoices, signatoryKinds } from '#domain/authorization/authorization.ts';
import { longText, shortText } from '#domain/kernel/text.ts';
import { id, reason, signatureInput, visitChanged, visitCommand } from '#domain/repair-order/visit.contract.ts';

const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What is presented to the customer, what they decide line by line, and the link that lets them do it from afar (R117, R118, R136–R139). */
export const authorizationContracts = {
  present: visitCommand('present', { name: 'authorization.present', path: 'versions/present', fields: {} }),
  withdraw: visitCommand('withdraw', {
    name: 'authorization.withdraw',
    path: 'versions/:versionId/withdraw',
    fields: { versionId: id, reason },
  }),
  decide: visitCommand('decide', {
    name: 'authorization.decide',
    path: 'versions/:versionId/decide',
    fields: {
      versionId: id,
      /** Hash of the content that the signatory saw: another content is refused. */
      contentHash,
      choices: z
        .array(z.strictObject({ lineId: id, choice: z.enum(lineChoices) }))
        .min(1)
        .max(200),
      channel: z.enum(decisionChannels),
      signatory: z.strictObject({ kind: z.enum(signatoryKinds), name: shortText }),
      signature: signatureInput.nullable(),
      attachmentId: id.nullable(),
      readBack: longText.nullable(),
    },
  }),
  askQuestion: visitCommand('ask_question', {
    name: 'authorization.askQuestion',
    path: 'questions',
    fields: { question: longText },
  }),
  revokeGrants: visitCommand('revoke_grants', {
    name: 'authorization.revokeGrants',
    path: 'grants/revoke',
    fields: { lineIds: z.array(id).min(1).max(200), reason },
  }),
  handOverCopies: visitCommand('hand_over_copies', {
    name: 'authorization.handOverCopies',
    path: 'copies',
    fields: {},
  }),
  makeLink: {
    ...visitCommand('make_link', { name: 'authorization.makeLink', path: 'links', fields: {} }),
    output: visitChanged.extend({ url: z.string(), expiresAt: z.iso.datetime() }),
  },
} as const;
