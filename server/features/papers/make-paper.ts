import { sha256 } from '#db/aggregate/record.ts';
import { addOnConfirmationLayout } from '#documents/add-on-confirmation/add-on-confirmation.layout.ts';
import type { PaperDefinition } from '#documents/definition.ts';
import { gatePassLayout } from '#documents/gate-pass/gate-pass.layout.ts';
import { issueSlipLayout } from '#documents/issue-slip/issue-slip.layout.ts';
import type { PaperFrame } from '#documents/paper.view.ts';
import { repairReportLayout } from '#documents/repair-report/repair-report.layout.ts';
import { receptionFormLayout } from '#documents/reception-form/reception-form.layout.ts';
import { repairOrderLayout } from '#documents/repair-order/repair-order.layout.ts';
import { settlementStatementLayout } from '#documents/settlement-statement/settlement-statement.layout.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { PaperKind } from '#domain/repair-order/repair-order.ts';
import { liveStatements, isAddOn } from '#domain/repair-order/visit.rules.ts';
import { addOnPaper } from '#server/features/papers/add-on.paper.ts';
import { gatePassPaper } from '#server/features/papers/gate-pass.paper.ts';
import { issueSlipPaper } from '#server/features/papers/issue-slip.paper.ts';
import type { PaperInput, PaperSources } from '#server/features/papers/paper-sources.ts';
import { receptionFormPaper } from '#server/features/papers/reception-form.paper.ts';
import { repairOrderPaper } from '#server/features/papers/repair-order.paper.ts';
import { repairReportPaper } from '#server/features/papers/repair-report.paper.ts';
import { statementPaper } from '#server/features/papers/statement.paper.ts';

/** A paper ready to be framed: its number, its version or statement or pass, the hash of what it shows. */
export type Paper = {
  readonly number: string;
  readonly subjectId: string | null;
  readonly contentHash: string;
  readonly layout: (frame: PaperFrame) => PaperDefinition;
};

type Maker = (sources: PaperSources, input: PaperInput) => Paper | Refusal;

function receptionForm(sources: PaperSources): Paper | Refusal {
  const { order, reception, walkAround, entrusted } = sources.visit;
  if (!reception) return refuse('not_found');
  return {
    number: order.orderNo,
    subjectId: null,
    contentHash: sha256(canonicalJson({ reception, walkAround, entrusted })),
    layout: (frame) => receptionFormLayout(receptionFormPaper(sources, frame)),
  };
}

function repairOrder(sources: PaperSources, { versionId }: PaperInput): Paper | Refusal {
  const content =
    versionNamed(sources, versionId, (no) => !isAddOn(sources.visit, no)) ?? versionNamed(sources, versionId);
  if (!content) return refuse('not_found', { field: 'versionId' });
  const { contentHash, ...presented } = content;
  return {
    number: `${content.order.orderNo}-${content.version.versionNo}`,
    subjectId: content.version.versionId,
    contentHash,
    layout: (frame) => repairOrderLayout(repairOrderPaper(sources, presented, frame)),
  };
}

function addOnConfirmation(sources: PaperSources, { versionId }: PaperInput): Paper | Refusal {
  const content = versionNamed(sources, versionId, (no) => isAddOn(sources.visit, no));
  if (!content) return refuse('not_found', { field: 'versionId' });
  const { contentHash, ...presented } = content;
  return {
    number: `${content.order.orderNo}-${content.version.versionNo}`,
    subjectId: content.version.versionId,
    contentHash,
    layout: (frame) => addOnConfirmationLayout(addOnPaper(sources, presented, frame)),
  };
}

/** The version asked for, or the latest presented one that fits. */
function versionNamed(
  { versions }: PaperSources,
  versionId?: string,
  fits: (versionNo: number) => boolean = () => true,
) {
  const presented = [...versions.values()].toSorted((a, b) => a.version.versionNo - b.version.versionNo);
  return presented.findLast(({ version }) =>
    versionId === undefined ? fits(version.versionNo) : version.versionId === versionId && fits(version.versionNo),
  );
}

function statement(sources: PaperSources, { statementId }: PaperInput): Paper | Refusal {
  const { visit, call } = sources;
  const own = liveStatements(visit).find(({ payer }) => payer === 'customer');
  const row = statementId === undefined ? own : visit.statements.find((each) => each.statementId === statementId);
  const frozen = row && sources.statements.get(row.statementId);
  const others = call.actor.kind === 'customer' && row?.payer !== 'customer';
  if (!row || !frozen || others) return refuse('not_found', { field: 'statementId' });
  const { contentHash, ...document } = frozen;
  return {
    number: row.statementNo,
    subjectId: row.statementId,
    contentHash,
    layout: (frame) => settlementStatementLayout(statementPaper(sources, { statement: row, document }, frame)),
  };
}

function gatePass(sources: PaperSources, { passId }: PaperInput): Paper | Refusal {
  const { passes } = sources.visit;
  if (sources.call.actor.kind === 'customer') return refuse('forbidden');
  const pass = passId === undefined ? passes.at(-1) : passes.find((each) => each.passId === passId);
  if (!pass) return refuse('not_found', { field: 'passId' });
  return {
    number: pass.passNo,
    subjectId: pass.passId,
    contentHash: sha256(canonicalJson(pass)),
    layout: (frame) => gatePassLayout(gatePassPaper(sources, pass, frame)),
  };
}

function issueSlip(sources: PaperSources, { slipNo }: PaperInput): Paper | Refusal {
  if (sources.call.actor.kind === 'customer') return refuse('forbidden');
  const named = slipNo ?? sources.slips.findLast(({ kind }) => kind === 'issue')?.slipNo;
  const [first, ...rest] = sources.slips.filter((each) => each.slipNo === named);
  if (!first?.slipNo) return refuse('not_found', { field: 'slipNo' });
  return {
    number: first.slipNo,
    subjectId: first.signatureId ?? first.movementId,
    contentHash: sha256(canonicalJson([first, ...rest])),
    layout: (frame) => issueSlipLayout(issueSlipPaper(sources, [first, ...rest], frame)),
  };
}

/** Once something was worked on. */
function repairReport(sources: PaperSources): Paper | Refusal {
  const { order, punches, lines, inspections } = sources.visit;
  if (punches.length === 0) return refuse('not_found');
  return {
    number: order.orderNo,
    subjectId: null,
    contentHash: sha256(canonicalJson({ lines, punches, inspections })),
    layout: (frame) => repairReportLayout(repairReportPaper(sources, frame)),
  };
}

const makers = {
  reception_form: receptionForm,
  repair_order: repairOrder,
  add_on_confirmation: addOnConfirmation,
  statement,
  gate_pass: gatePass,
  issue_slip: issueSlip,
  repair_report: repairReport,
} as const satisfies Record<PaperKind, Maker>;

/** The paper asked for, made of what was frozen and signed; refusals `not_found`, `forbidden`. */
export const makePaper: Maker = (sources, input) => makers[input.paper](sources, input);
