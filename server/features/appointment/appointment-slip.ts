import { sha256 } from '#db/aggregate/record.ts';
import { appointmentSlipLayout } from '#documents/appointment-slip/appointment-slip.layout.ts';
import { renderPdf } from '#documents/render.ts';
import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import { maskPhone } from '#domain/kernel/phone.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { appointmentParts } from '#server/features/appointment/appointment.rows.ts';
import type { Call } from '#server/http/call.ts';
import { FileAnswer } from '#server/http/file-answer.ts';

/** The appointment confirmation as PDF (R035), anchored to the head of the appointment's chain. */
export async function appointmentSlip(
  call: Call,
  { appointmentId }: InputOf<typeof appointmentContracts.slip>,
): Promise<FileAnswer | Refusal> {
  const parts = await appointmentParts(call, appointmentId);
  if (!parts) return refuse('not_found');
  const { store, row, vehicles } = parts;
  const { address, phone, serviceHotline } = call.settings;
  const cars = vehicles.map(({ plate, model }) => ({ plate, model: model ?? '' }));
  const { chain_seq: sequence, chain_hash: hash } = await chainHead(call, appointmentId);
  const layout = appointmentSlipLayout({
    ...row,
    channel: valueWordsOf('channel', row.channel).zh,
    frame: {
      shop: { name: store, address, phone },
      paperNumber: row.appointmentNo,
      orderNumber: '',
      plateNumber: cars[0]?.plate ?? null,
      vin: '',
      copy: 'customer',
      isDraft: false,
      chainHead: { sequence, hash, contentHash: sha256(canonicalJson({ ...row, cars })) },
      printedBy: await printedBy(call),
      printedAt: call.now,
      printCount: 0,
    },
    phone: maskPhone(row.phone),
    cars,
    advisor: row.advisorName,
    bay: row.bayName,
    hotline: serviceHotline || phone,
  });
  const name = `预约确认单-${row.appointmentNo}.pdf`;
  return new FileAnswer({ name, type: 'application/pdf', body: await renderPdf(layout), inline: true });
}

const chainHead = ({ tx, actor }: Call, appointmentId: string) =>
  tx
    .selectFrom('appointment')
    .select(['chain_seq', 'chain_hash'])
    .where('store_id', '=', actor.storeId)
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirstOrThrow();

async function printedBy({ tx, actor }: Call): Promise<string> {
  if (actor.kind !== 'staff') return '';
  const { name } = await tx
    .selectFrom('staff')
    .select('name')
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', actor.staffId)
    .executeTakeFirstOrThrow();
  return name;
}
