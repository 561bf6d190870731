import { z } from 'zod';
import { command, version, type Contract } from '#domain/kernel/contract.ts';
import { longText, lineOf, shortText } from '#domain/kernel/text.ts';
import { orderMachine, type OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

export const id = z.uuid();

/** What every command on a visit answers: the order's version, and the id of what was made, if anything. */
export const visitChanged = z.strictObject({ orderId: id, orderVersion: version, id: id.nullable() });
export type VisitChanged = z.infer<typeof visitChanged>;

/** Handwriting: strokes of points in a box 1000 wide and 400 high, with milliseconds since the first. */
export const strokesSchema = z
  .array(
    z
      .array(
        z.strictObject({ x: z.int().min(0).max(1000), y: z.int().min(0).max(400), t: z.int().min(0).max(600_000) }),
      )
      .min(1)
      .max(2000),
  )
  .max(200);
export type Strokes = z.infer<typeof strokesSchema>;

export const signatureInput = z.strictObject({ signedBy: shortText, strokes: strokesSchema });
export type SignatureInput = z.infer<typeof signatureInput>;

export const reason = longText;
export const odometerKm = z.int().min(0).max(9_999_999);
export const place = lineOf(40);

type VisitInput<Fields extends z.ZodRawShape> = z.ZodObject<{ orderId: typeof id } & Fields, z.core.$strict>;
type LineInput<Fields extends z.ZodRawShape> = z.ZodObject<
  { orderId: typeof id; lineId: typeof id; version: typeof version } & Fields,
  z.core.$strict
>;

/** A command on a visit; `path` follows `/orders/:orderId/`. */
export function visitCommand<Fields extends z.ZodRawShape>(
  action: OrderAction,
  definition: { readonly name: string; readonly path: string; readonly fields: Fields },
): Contract<VisitInput<Fields>, typeof visitChanged> {
  const { name, path, fields } = definition;
  const input = z.strictObject({ orderId: id, ...fields }) as unknown as VisitInput<Fields>;
  return command({ of: orderMachine, action }, { name, path: `/orders/:orderId/${path}`, input, output: visitChanged });
}

/** A command on the work of one line, based on the version of the line that the caller saw. */
export function workCommand<Fields extends z.ZodRawShape>(
  action: keyof typeof workMachine.actions,
  definition: { readonly name: string; readonly path: string; readonly fields: Fields },
): Contract<LineInput<Fields>, typeof visitChanged> {
  const { name, path, fields } = definition;
  const input = z.strictObject({ orderId: id, lineId: id, version, ...fields }) as unknown as LineInput<Fields>;
  return command(
    { of: workMachine, action },
    { name, path: `/orders/:orderId/lines/:lineId/${path}`, input, output: visitChanged },
  );
}

/** The usual answer of a command on a visit. */
export const visitAnswer = (
  visit: { readonly order: { readonly orderId: string; readonly version: number } },
  made: string | null = null,
): VisitChanged => ({
  orderId: visit.order.orderId,
  orderVersion: visit.order.version,
  id: made,
});
