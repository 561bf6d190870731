import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

export type Values = Readonly<Record<string, unknown>>;
export type At = { readonly now: string; readonly lineId: string | null };

/** What a form begins with, told by the visit. */
export type Start = (view: VisitView, at: At) => Values;

export const lineOf = (view: VisitView, lineId: string | null) => view.lines.find((line) => line.lineId === lineId);
