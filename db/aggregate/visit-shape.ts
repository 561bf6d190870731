import type { AggregateShape } from '#db/aggregate/shape.ts';

/** A visit: the repair order with everything recorded under it. */
export const visitShape: AggregateShape = {
  kind: 'repair_order',
  kept: true,
  root: { property: 'order', table: 'repair_order', id: 'orderId' },
  lists: {
    reception: { table: 'reception', key: [], single: true },
    walkAround: { table: 'walk_around_item', key: ['itemId'] },
    entrusted: { table: 'entrusted_item', key: ['itemId'] },
    custody: { table: 'custody_transfer', key: ['transferId'] },
    ticks: { table: 'checklist_tick', key: ['item'], orderBy: 't.ticked_at, t.item' },
    waits: { table: 'wait', key: ['waitId'] },
    contacts: { table: 'customer_contact', key: ['contactId'] },
    attachments: { table: 'attachment', key: ['attachmentId'] },
    signatures: { table: 'signature', key: ['signatureId'], writeOnly: ['strokes'] },
    versions: { table: 'authorization_version', key: ['versionId'], orderBy: 't.version_no' },
    contents: { table: 'authorization_content', key: ['versionId'], writeOnly: ['content'] },
    lines: { table: 'charge_line', key: ['lineId'], orderBy: 't.line_no' },
    decisions: { table: 'authorization_decision', key: ['versionId'], writeOnly: ['record'] },
    choices: { table: 'authorization_choice', key: ['versionId', 'lineId'] },
    grants: { table: 'authorization_grant', key: ['grantId'] },
    revocations: { table: 'grant_revocation', key: ['grantId'] },
    assignments: { table: 'assignment', key: ['assignmentId'] },
    punches: { table: 'punch', key: ['punchId'] },
    participations: { table: 'participation', key: ['staffId', 'capacity'] },
    inspections: { table: 'inspection', key: ['inspectionId'] },
    findings: { table: 'finding', key: ['findingId'] },
    oldParts: { table: 'old_part', key: ['oldPartId'] },
    statements: { table: 'statement', key: ['statementId'] },
    statementContents: { table: 'statement_content', key: ['statementId'], writeOnly: ['content'] },
    statementLines: { table: 'statement_line', key: ['statementId', 'lineId'] },
    safetyRefusals: { table: 'safety_refusal', key: ['lineId'] },
    payments: { table: 'payment', key: ['paymentId'] },
    allocations: { table: 'payment_allocation', key: ['paymentId', 'statementId'] },
    creditNotes: { table: 'credit_note', key: ['creditNoteId'] },
    collectors: { table: 'collector_authorization', key: ['collectorId'] },
    passes: { table: 'gate_pass', key: ['passId'] },
    openings: { table: 'gate_opening', key: ['passId'] },
    delivery: { table: 'delivery', key: [], single: true },
  },
  beside: {
    vehicle: `select to_jsonb(v) - 'store_id' from vehicle v
      where v.store_id = root.store_id and v.vehicle_id = root.vehicle_id`,
    customer: `select to_jsonb(c) - 'store_id' from customer c
      where c.store_id = root.store_id and c.customer_id = root.customer_id`,
    parties: `select coalesce(jsonb_agg(to_jsonb(p) - 'store_id'
        || jsonb_build_object('name', c.name, 'approval_limit_fen', c.approval_limit_fen) order by p.since), '[]')
      from vehicle_party p join customer c using (store_id, customer_id)
      where p.store_id = root.store_id and p.vehicle_id = root.vehicle_id and p.ended_at is null`,
  },
};
