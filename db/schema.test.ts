import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Connection } from '#db/connect.ts';
import { createTestDatabase, type TestDatabase } from '#db/testing/test-database.ts';
import { appointmentChannels, appointmentStates } from '#domain/appointment/appointment.ts';
import * as authorization from '#domain/authorization/authorization.ts';
import * as customer from '#domain/customer/customer.ts';
import * as delivery from '#domain/delivery/delivery.ts';
import { assignmentStates } from '#domain/dispatch/assignment.ts';
import * as line from '#domain/estimate/charge-line.ts';
import * as complaint from '#domain/followup/complaint.ts';
import { followUpKinds, followUpStates } from '#domain/followup/follow-up.ts';
import { plateKinds } from '#domain/kernel/plate.ts';
import { roleNames } from '#domain/kernel/role.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { contactResults } from '#domain/customer/contact-attempt.ts';
import { outreachStates, outreachTopics } from '#domain/outreach/outreach.ts';
import { oldPartDispositions, partOrigins, stockMovementKinds } from '#domain/parts/parts.ts';
import { inspectionKinds, inspectionResults } from '#domain/quality/inspection.ts';
import { readinessItems } from '#domain/reception/readiness.ts';
import { damageKinds, entrustedKinds } from '#domain/reception/reception.ts';
import * as order from '#domain/repair-order/repair-order.ts';
import { paymentKinds, statementStates } from '#domain/settlement/settlement.ts';
import { bayKinds, trades } from '#domain/staff/staff.ts';
import { repairCategories } from '#domain/store/catalogue.ts';
import { importKinds, importStates } from '#domain/import/import.ts';
import * as workshop from '#domain/workshop/workshop.ts';

let database: TestDatabase;
let owner: Connection;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = connect(database.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await owner.close();
  await database.drop();
});

/** What the domain says of each enum of the database. */
const said: Readonly<Record<string, readonly string[]>> = {
  role: roleNames,
  trade: trades,
  bay_kind: bayKinds,
  customer_kind: customer.customerKinds,
  contact_channel: customer.contactChannels,
  party_relation: customer.partyRelations,
  plate_kind: plateKinds,
  power_type: customer.powerTypes,
  odometer_kind: customer.odometerKinds,
  consent_purpose: customer.consentPurposes,
  repair_category: repairCategories,
  part_origin: partOrigins,
  stock_movement_kind: stockMovementKinds,
  wheel_step: wheelSteps,
  order_kind: order.orderKinds,
  order_state: order.orderStates,
  wait_reason: order.waitReasons,
  payment_method: order.paymentMethods,
  old_part_choice: order.oldPartChoices,
  dispatch_priority: order.dispatchPriorities,
  paper_kind: order.paperKinds,
  entrusted_kind: entrustedKinds,
  damage_kind: damageKinds,
  line_kind: line.lineKinds,
  line_source: line.lineSources,
  line_necessity: line.lineNecessities,
  line_decision: line.lineDecisions,
  payer: line.payers,
  work_state: line.workStates,
  part_state: line.partStates,
  warranty_state: line.warrantyStates,
  version_state: authorization.versionStates,
  decision_channel: authorization.decisionChannels,
  signatory_kind: authorization.signatoryKinds,
  line_choice: authorization.lineChoices,
  assignment_state: assignmentStates,
  punch_end: workshop.punchEnds,
  participation_capacity: workshop.participationCapacities,
  finding_kind: workshop.findingKinds,
  vehicle_system: workshop.vehicleSystems,
  repair_remedy: workshop.repairRemedies,
  readiness_item: readinessItems,
  inspection_kind: inspectionKinds,
  inspection_result: inspectionResults,
  old_part_disposition: oldPartDispositions,
  statement_state: statementStates,
  payment_kind: paymentKinds,
  gate_pass_kind: delivery.gatePassKinds,
  gate_pass_state: delivery.gatePassStates,
  gate_pass_reason: delivery.gatePassReasons,
  collector_consent: delivery.collectorConsents,
  outreach_state: outreachStates,
  outreach_topic: outreachTopics,
  contact_result: contactResults,
  appointment_state: appointmentStates,
  appointment_channel: appointmentChannels,
  follow_up_kind: followUpKinds,
  follow_up_state: followUpStates,
  complaint_state: complaint.complaintStates,
  complaint_level: complaint.complaintLevels,
  complaint_source: complaint.complaintSources,
  complaint_class: complaint.complaintClasses,
  import_kind: importKinds,
  import_state: importStates,
};

/** Enums that the domain has no list of: they are of the record alone. */
const ofTheRecord = ['actor_kind', 'aggregate_kind', 'message_state'];

test('the enums of the database are those of the domain, in the same order', async () => {
  const { rows } = await sql<{ name: string; values: string[] }>`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
    from pg_enum e join pg_type t on t.oid = e.enumtypid
    join pg_namespace n on n.oid = t.typnamespace and n.nspname = 'public' group by 1`.execute(owner.db);
  const stored = Object.fromEntries(
    rows.filter(({ name }) => !ofTheRecord.includes(name)).map(({ name, values }) => [name, values]),
  );
  expect(stored).toEqual(said);
});

/** Tables that know no store: who signs in, the directory of stores, what was migrated. */
const exempt = [
  'store',
  'schema_migration',
  'sign_in_user',
  'sign_in_account',
  'sign_in_session',
  'sign_in_verification',
];

test('every other table begins its key with the store and has a policy that shows one store alone (R321)', async () => {
  const { rows } = await sql<{ name: string; key: string | null; secured: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity as secured,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind = 'r'`.execute(owner.db);
  const others = rows.filter(({ name }) => !exempt.includes(name));
  expect(others.length).toBeGreaterThan(50);
  expect(others.filter(({ key, secured, policies }) => key !== 'store_id' || !secured || policies !== 1)).toEqual([]);
});

test('every table says what it holds', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind = 'r' and obj_description(c.oid) is null and c.relname <> 'schema_migration'`.execute(owner.db);
  expect(rows).toEqual([]);
});
