import type { LineChoice } from '#domain/authorization/authorization.ts';
import { freshLine, type ChargeLine } from '#domain/estimate/charge-line.ts';
import { isWorked } from '#domain/repair-order/visit.rules.ts';
import { add, change, type Visit } from '#domain/repair-order/visit.ts';
import { staffOf, testHash, testId, testNow } from '#domain/testing/test-context.ts';

/** The id of the line with a number, when the builder made it. */
export const lineId = (lineNo: number): string => testId(0x1_00_00 + lineNo);
export const versionId = (versionNo: number): string => testId(0x2_00_00 + versionNo);
/** The id of the grant of the line with a number. */
export const grantId = (lineNo: number): string => testId(0x3_00_00 + lineNo);

export const testPromise = '2026-11-24T09:00:00.000Z';

/** One line of the visit, by its number. */
export function lineNo(visit: Visit, number: number): ChargeLine {
  const line = visit.lines.find((each) => each.lineNo === number);
  if (!line) throw new Error(`no line ${number}`);
  return line;
}

/** A draft version, when none collects lines. */
export function withDraft(visit: Visit): Visit {
  if (visit.versions.some(({ state }) => state === 'draft')) return visit;
  const versionNo = visit.versions.length + 1;
  const row = {
    versionId: versionId(versionNo),
    versionNo,
    state: 'draft' as const,
    promisedAt: testPromise,
    expiresAt: null,
    presentedAt: null,
    presentedBy: null,
    decidedAt: null,
    withdrawnAt: null,
    withdrawReason: null,
    version: 1,
    createdAt: testNow,
  };
  return add(visit, 'versions', row);
}

/** A line on the draft version: labour of one hour for ¥180 unless told otherwise. */
export function withLine(visit: Visit, overrides: Partial<ChargeLine> = {}): Visit {
  const drafted = withDraft(visit);
  const number = drafted.lines.length + 1;
  const version = drafted.versions.find(({ state }) => state === 'draft');
  const row: ChargeLine = {
    ...lineOf(overrides),
    lineId: lineId(number),
    lineNo: number,
    versionId: version?.versionId ?? '',
    ...overrides,
  };
  return add(drafted, 'lines', row);
}

/** A part line: one piece for ¥200 unless told otherwise. */
export const withPart = (visit: Visit, overrides: Partial<ChargeLine> = {}): Visit =>
  withLine(visit, {
    kind: 'part',
    description: '前刹车片',
    partId: testId(0x6_01),
    trade: null,
    unit: '件',
    flatRateHoursCenti: null,
    unitPriceFen: 20_000,
    amountFen: 20_000,
    partOrigin: 'oem',
    partState: 'requested',
    ...overrides,
  });

function lineOf({ kind = 'labour' }: Partial<ChargeLine>): Omit<ChargeLine, 'lineId' | 'lineNo' | 'versionId'> {
  return {
    ...freshLine,
    kind,
    source: 'customer_instruction',
    necessity: 'normal',
    reason: null,
    description: '更换前刹车片',
    operationId: null,
    partId: null,
    parentLineId: null,
    trade: kind === 'labour' || kind === 'diagnosis' ? 'mechanical_electrical' : null,
    repairCategory: null,
    unit: kind === 'labour' || kind === 'diagnosis' ? '工时' : '项',
    qtyMilli: 1000,
    flatRateHoursCenti: kind === 'labour' || kind === 'diagnosis' ? 100 : null,
    unitPriceFen: 18_000,
    discountFen: 0,
    amountFen: 18_000,
    capFen: null,
    taxRateBp: 1300,
    payer: 'customer',
    partOrigin: null,
    partState: null,
  };
}

/** The draft version presented, with a content of its own. */
export function withPresented(visit: Visit): Visit {
  const draft = visit.versions.find(({ state }) => state === 'draft');
  if (!draft) throw new Error('no draft to present');
  const presented = change(visit, 'versions', draft, {
    state: 'presented',
    presentedAt: testNow,
    presentedBy: staffOf('advisor'),
    expiresAt: '2026-11-27T02:00:00.000Z',
  });
  const contentHash = testHash(draft.versionId);
  return add(presented, 'contents', { versionId: draft.versionId, contentHash });
}

/** The open version presented and decided: every line accepted but those named otherwise, by line id. Accepted labour is queued. */
export function withDecision(visit: Visit, otherwise: Readonly<Record<string, LineChoice>> = {}): Visit {
  const presented = visit.versions.some(({ state }) => state === 'presented') ? visit : withPresented(visit);
  const version = presented.versions.find(({ state }) => state === 'presented');
  if (!version) throw new Error('no version to decide');
  const decided = change(presented, 'versions', version, { state: 'decided', decidedAt: testNow });
  const previous = decided.decisions.at(-1)?.recordHash ?? '';
  const signed = add(decided, 'decisions', {
    versionId: version.versionId,
    recordHash: testHash(`decision ${version.versionId}`),
    previousRecordHash: previous,
    channel: 'screen',
    signatory: 'owner',
    signatoryName: '王建国',
    signatureId: testId(0x5_01),
    attachmentId: null,
    readBack: null,
    decidedAt: testNow,
  });
  const promised = {
    ...signed.order,
    promisedAt: version.promisedAt,
    firstPromisedAt: signed.order.firstPromisedAt ?? version.promisedAt,
  };
  const lines = signed.lines.filter((line) => line.versionId === version.versionId && line.removedAt === null);
  return lines.reduce((so, line) => withChoice(so, line, otherwise[line.lineId] ?? 'accept'), {
    ...signed,
    order: promised,
  });
}

function withChoice(visit: Visit, line: ChargeLine, choice: LineChoice): Visit {
  const chosen = add(visit, 'choices', { versionId: line.versionId, lineId: line.lineId, choice });
  if (choice !== 'accept')
    return change(chosen, 'lines', line, { decision: choice === 'decline' ? 'declined' : 'deferred' });
  const grant = {
    grantId: grantId(line.lineNo),
    lineId: line.lineId,
    versionId: line.versionId,
    payer: line.payer,
    grantedFen: line.amountFen,
    grantedQtyMilli: line.qtyMilli,
    grantedAt: testNow,
  };
  return change(add(chosen, 'grants', grant), 'lines', line, {
    decision: 'accepted',
    grantId: grant.grantId,
    grantedFen: grant.grantedFen,
    grantedQtyMilli: grant.grantedQtyMilli,
    workState: isWorked(line) ? 'queued' : null,
  });
}

/** A line that the customer accepted, on a version of its own or with what the draft holds already. */
export const withGrantedLine = (visit: Visit, overrides: Partial<ChargeLine> = {}): Visit =>
  withDecision(withLine(visit, overrides));

export const withGrantedPart = (visit: Visit, overrides: Partial<ChargeLine> = {}): Visit =>
  withDecision(withPart(visit, overrides));

/** The undone remainder of a line's grant taken back. */
export function withRevoked(visit: Visit, number: number): Visit {
  const line = lineNo(visit, number);
  const revoked = add(visit, 'revocations', {
    grantId: line.grantId ?? '',
    reason: '客户取消',
    revokedBy: staffOf('advisor'),
    revokedAt: testNow,
  });
  return change(revoked, 'lines', line, { decision: 'revoked' });
}

/** A line with fields changed, such as its work state. */
export const withLineAs = (visit: Visit, number: number, changes: Partial<ChargeLine>): Visit =>
  change(visit, 'lines', lineNo(visit, number), changes);
