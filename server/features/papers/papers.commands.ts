import { renderPdf } from '#documents/render.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { makePaper, type Paper } from '#server/features/papers/make-paper.ts';
import { frameOf } from '#server/features/papers/paper-frame.ts';
import { paperSources, type PaperInput, type PaperSources } from '#server/features/papers/paper-sources.ts';
import type { Call } from '#server/http/call.ts';
import { FileAnswer } from '#server/http/file-answer.ts';

/** The paper as it was printed so far; nothing is counted, and staff see phone numbers masked. */
export async function viewPaper(call: Call, input: PaperInput): Promise<FileAnswer | Refusal> {
  const sources = await paperSources(call, input.orderId, false);
  if (isRefusal(sources)) return sources;
  const paper = makePaper(sources, input);
  if (isRefusal(paper)) return paper;
  return pdfOf(sources, { paper, input, printCount: await printsOf(call, input, paper) });
}

/** The paper to hand over: the print is recorded with the chain's head that it shows. */
export async function printPaper(call: Call, input: PaperInput): Promise<FileAnswer | Refusal> {
  const locked = await lockOrder(call, input.orderId);
  if (!locked) return refuse('not_found');
  const sources = await paperSources(call, input.orderId, true);
  if (isRefusal(sources)) return sources;
  const paper = makePaper(sources, input);
  if (isRefusal(paper)) return paper;
  const printCount = (await printsOf(call, input, paper)) + 1;
  await recordPrint(sources, input, paper);
  return pdfOf(sources, { paper, input, printCount });
}

type Printing = { readonly paper: Paper; readonly input: PaperInput; readonly printCount: number };

async function pdfOf(sources: PaperSources, { paper, input, printCount }: Printing): Promise<FileAnswer> {
  const { number: paperNumber, contentHash } = paper;
  const frame = frameOf(sources, { input, paperNumber, contentHash, printCount });
  const body = await renderPdf(paper.layout(frame));
  const name = `${valueWordsOf('paper', input.paper).zh}-${paperNumber}.pdf`;
  return new FileAnswer({ name, type: 'application/pdf', body, inline: true });
}

/** Two prints at once must not count the same. */
const lockOrder = ({ tx, actor }: Call, orderId: string) =>
  tx
    .selectFrom('repair_order')
    .select('order_id')
    .where('store_id', '=', actor.storeId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();

async function printsOf({ tx }: Call, { orderId, paper }: PaperInput, { subjectId }: Paper): Promise<number> {
  const { count } = await tx
    .selectFrom('paper_print')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('order_id', '=', orderId)
    .where('paper', '=', paper)
    .where('subject_id', subjectId === null ? 'is' : '=', subjectId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function recordPrint({ call, visit }: PaperSources, input: PaperInput, { subjectId }: Paper): Promise<void> {
  const { order } = visit;
  const { actor } = call;
  await call.tx
    .insertInto('paper_print')
    .values({
      store_id: actor.storeId,
      order_id: order.orderId,
      print_id: call.newId(),
      paper: input.paper,
      subject_id: subjectId,
      chain_seq: order.chainSeq,
      chain_hash: order.chainHash,
      printed_by: actor.kind === 'staff' ? actor.staffId : null,
      printed_at: call.now,
    })
    .execute();
}
