/** A job chosen on the board, as the address holds it: `orderId.lineId`. */
export type JobKey = { readonly orderId: string; readonly lineId: string };

export const keyOf = ({ orderId, lineId }: JobKey): string => `${orderId}.${lineId}`;

export function jobIn(text: string): JobKey | null {
  const [orderId, lineId] = text.split('.');
  return orderId && lineId ? { orderId, lineId } : null;
}

/** Where and when a free quarter was pressed. */
export type Place = {
  readonly bayId: string | null;
  readonly technicianId: string | null;
  readonly from: string;
};
