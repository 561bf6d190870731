import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { SignatureStrokes, SignatureView } from '#documents/paper.view.ts';
import { presentedContent, type PresentedContent } from '#domain/authorization/content.ts';
import type { papersContracts } from '#domain/papers/papers.contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Strokes } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { statementDocument, type StatementDocument } from '#domain/settlement/statement-document.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { slipMovements, type SlipMovement } from '#server/features/papers/slip-movements.queries.ts';
import { lineCodes } from '#server/features/settlement/statement.facts.ts';
import { openRecommendations } from '#server/features/repair-order/visit-history.queries.ts';
import { staffIdsIn, staffNames } from '#server/features/repair-order/staff-names.ts';
import type { Call } from '#server/http/call.ts';

export type PaperInput = InputOf<typeof papersContracts.view>;
type Frozen<Content> = Content & { readonly contentHash: string };

/** All that papers of a visit are made of: what was frozen, what was signed, and names. */
export type PaperSources = {
  readonly call: Call;
  readonly visit: Visit;
  readonly shopName: string;
  /** Recommended at earlier visits and not done when this one arrived. */
  readonly recommended: readonly string[];
  readonly appointment: { readonly number: string; readonly time: string } | null;
  readonly names: Readonly<Record<string, string>>;
  readonly strokes: ReadonlyMap<string, SignatureStrokes>;
  readonly versions: ReadonlyMap<string, Frozen<PresentedContent>>;
  readonly statements: ReadonlyMap<string, Frozen<StatementDocument>>;
  readonly slips: readonly SlipMovement[];
  /** By line: the code of its operation or part. */
  readonly codes: Readonly<Record<string, string>>;
  /** A number as this reader may see it. */
  readonly phone: (phone: string | null) => string;
};

/** Reads them in one snapshot; a customer's link sees its own visit. Refusal `not_found`. */
export async function paperSources(call: Call, orderId: string, fullPhones: boolean): Promise<PaperSources | Refusal> {
  if (call.actor.kind === 'customer' && call.actor.orderId !== orderId) return refuse('not_found');
  const visit = await loadAggregate<Visit>(call.tx, visitShape, orderId);
  if (!visit) return refuse('not_found');
  const full = fullPhones || call.actor.kind === 'customer';
  const reader = call.actor.kind === 'staff' ? [call.actor.staffId] : [];
  const [slips, codes, shopName, earlier, appointment, strokes, versions, statements] = await Promise.all([
    slipMovements(call, orderId),
    lineCodes(call, orderId),
    shopNameOf(call),
    openRecommendations(call.tx, visit.order.vehicleId, visit.order.arrivedAt),
    appointmentOf(call, visit.order.appointmentId),
    strokesOf(call, orderId),
    versionsOf(call, orderId),
    statementsOf(call, orderId),
  ]);
  return {
    call,
    visit,
    shopName,
    recommended: [...new Set(earlier.map(({ description }) => description))],
    appointment,
    names: await staffNames(call.tx, [...reader, ...staffIdsIn(visit), ...staffIdsIn(slips)]),
    strokes,
    versions,
    statements,
    slips,
    codes,
    phone: (number) => (number === null ? '' : full ? number : maskPhone(number)),
  };
}

async function shopNameOf({ tx, actor }: Call): Promise<string> {
  const { name } = await tx
    .selectFrom('store')
    .select('name')
    .where('store_id', '=', actor.storeId)
    .executeTakeFirstOrThrow();
  return name;
}

async function appointmentOf({ tx }: Call, appointmentId: string | null): Promise<PaperSources['appointment']> {
  if (appointmentId === null) return null;
  const row = await tx
    .selectFrom('appointment')
    .select(['appointment_no as number', 'starts_at as time'])
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst();
  return row ?? null;
}

async function strokesOf({ tx }: Call, orderId: string): Promise<Map<string, SignatureStrokes>> {
  const rows = await tx
    .selectFrom('signature')
    .select(['signature_id', 'strokes'])
    .where('order_id', '=', orderId)
    .execute();
  return new Map(rows.map(({ signature_id, strokes }) => [signature_id, scaled(JSON.parse(strokes) as Strokes)]));
}

/** From the box of 1000 by 400 in which it was written to the paper's box of width 1. */
const scaled = (strokes: Strokes): SignatureStrokes =>
  strokes.map((stroke) => stroke.map(({ x, y, t }) => ({ x: x / 1000, y: y / 1000, t })));

async function versionsOf({ tx }: Call, orderId: string): Promise<PaperSources['versions']> {
  const rows = await tx
    .selectFrom('authorization_content')
    .select(['version_id', 'content', 'content_hash'])
    .where('order_id', '=', orderId)
    .execute();
  return new Map(
    rows.map(({ version_id, content, content_hash: contentHash }) => [
      version_id,
      { ...presentedContent.parse(JSON.parse(content)), contentHash },
    ]),
  );
}

async function statementsOf({ tx }: Call, orderId: string): Promise<PaperSources['statements']> {
  const rows = await tx
    .selectFrom('statement_content')
    .select(['statement_id', 'content', 'content_hash'])
    .where('order_id', '=', orderId)
    .execute();
  return new Map(
    rows.map(({ statement_id, content, content_hash: contentHash }) => [
      statement_id,
      { ...statementDocument.parse(JSON.parse(content)), contentHash },
    ]),
  );
}

/** A member of staff by name; empty for nobody. */
export const nameOf = ({ names }: PaperSources, staffId: string | null | undefined): string =>
  (staffId && names[staffId]) || '';

type Signed = Pick<SignatureView, 'name' | 'channel'> & {
  readonly at: string | null;
  readonly signatureId: string | null;
};

/** A signature as it was written; an empty place while it was not. */
export const signatureView = (
  { strokes }: PaperSources,
  { name, channel, at, signatureId }: Signed,
): SignatureView => ({
  name,
  channel,
  signedAt: at,
  strokes: signatureId === null ? null : (strokes.get(signatureId) ?? null),
});

/** Staff stand by name and time for what they recorded; only handwriting is drawn. */
export const staffSignature = (
  sources: PaperSources,
  staffId: string | null | undefined,
  at: string | null,
): SignatureView => signatureView(sources, { name: nameOf(sources, staffId), channel: null, at, signatureId: null });
