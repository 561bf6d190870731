import { addLine } from '#domain/estimate/add-line.ts';
import { changeLine, removeLine } from '#domain/estimate/change-line.ts';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { recordChoices, setPromise } from '#domain/estimate/promise-and-choices.ts';
import { published, publishedForLine } from '#server/features/estimate/published.queries.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import type { Binding } from '#server/http/bind.ts';

/** Lines, promise and choices of the draft version. */
export const estimateRoutes: readonly Binding[] = [
  onVisit(estimateContracts.addLine, addLine, { facts: published }),
  onVisit(estimateContracts.changeLine, changeLine, { facts: publishedForLine }),
  onVisit(estimateContracts.removeLine, removeLine),
  onVisit(estimateContracts.setPromise, setPromise),
  onVisit(estimateContracts.recordChoices, recordChoices),
];
