import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { counterStarts } from '#web/visit/form-start.counter.ts';
import { settlementStarts } from '#web/visit/form-start.settlement.ts';
import { workshopStarts } from '#web/visit/form-start.workshop.ts';
import type { At, Start, Values } from '#web/visit/start.ts';

/** What a form begins with where the visit already tells: nobody types a thing twice, everybody may change it. */
const starts: Readonly<Record<string, Start>> = { ...counterStarts, ...workshopStarts, ...settlementStarts };

/** The beginning of an action's form. */
export const formStart = (action: string, view: VisitView, at: At): Values => starts[action]?.(view, at) ?? {};
