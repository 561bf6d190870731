import { z } from 'zod';
import { payers } from '#domain/estimate/charge-line.ts';

export const versionStates = ['draft', 'presented', 'decided', 'withdrawn', 'expired'] as const;

export const decisionChannels = ['screen', 'customer_page', 'paper', 'phone', 'internal'] as const;
export type DecisionChannel = (typeof decisionChannels)[number];

export const signatoryKinds = ['owner', 'presenter', 'fleet_contact', 'service_manager'] as const;
export type SignatoryKind = (typeof signatoryKinds)[number];

export const lineChoices = ['accept', 'decline', 'defer'] as const;
export type LineChoice = (typeof lineChoices)[number];

export const authorizationVersionRow = z.strictObject({
  versionId: z.uuid(),
  versionNo: z.int(),
  state: z.enum(versionStates),
  promisedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime().nullable(),
  presentedAt: z.iso.datetime().nullable(),
  presentedBy: z.uuid().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawReason: z.string().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type AuthorizationVersion = z.infer<typeof authorizationVersionRow>;

/** What was presented, byte for byte, with its SHA-256. Never changed. */
export const authorizationContentRow = z.strictObject({
  versionId: z.uuid(),
  content: z.string(),
  contentHash: z.string(),
});
export type AuthorizationContent = z.infer<typeof authorizationContentRow>;

/** The record of a decision: content hash, choices, signatory, channel, time, strokes hash. Never changed; chained. */
export const authorizationDecisionRow = z.strictObject({
  versionId: z.uuid(),
  record: z.string(),
  recordHash: z.string(),
  previousRecordHash: z.string(),
  channel: z.enum(decisionChannels),
  signatory: z.enum(signatoryKinds),
  signatoryName: z.string(),
  signatureId: z.uuid().nullable(),
  attachmentId: z.uuid().nullable(),
  readBack: z.string().nullable(),
  decidedAt: z.iso.datetime(),
});
export type AuthorizationDecision = z.infer<typeof authorizationDecisionRow>;

export const authorizationChoiceRow = z.strictObject({
  versionId: z.uuid(),
  lineId: z.uuid(),
  choice: z.enum(lineChoices),
});
export type AuthorizationChoice = z.infer<typeof authorizationChoiceRow>;

/** One accepted line of one decided version. Append-only: punches, issues and statement lines refer to it. */
export const authorizationGrantRow = z.strictObject({
  grantId: z.uuid(),
  lineId: z.uuid(),
  versionId: z.uuid(),
  payer: z.enum(payers),
  grantedFen: z.int(),
  grantedQtyMilli: z.int(),
  grantedAt: z.iso.datetime(),
});
export type AuthorizationGrant = z.infer<typeof authorizationGrantRow>;

/** The undone remainder of a grant, taken back. What was done under it stays covered. */
export const grantRevocationRow = z.strictObject({
  grantId: z.uuid(),
  reason: z.string(),
  revokedBy: z.uuid().nullable(),
  revokedAt: z.iso.datetime(),
});
export type GrantRevocation = z.infer<typeof grantRevocationRow>;
