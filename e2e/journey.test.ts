import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { evidenceOf, type Evidence } from '#e2e/journey/evidence.ts';
import { isRefused } from '#e2e/journey/forbidden.ts';
import type { Fact } from '#e2e/journey/journey.ts';
import { fingerprintByApi, runJourney, type JourneyRun } from '#e2e/journey/run-journey.ts';
import { startServerProcess } from '#e2e/journey/server-process.ts';

let dataDir: string;
let run: JourneyRun;
let seen: Evidence;

/** One car goes through the wheel once; every test looks at what that left behind. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-e2e-journey-'));
  const server = await startServerProcess({ env: { DATA_DIR: dataDir, DEMO: '1', SCHEDULES: '0' } });
  try {
    run = await runJourney({
      baseUrl: server.url,
      credentials: server.demo,
      number: 7,
      fingerprint: fingerprintByApi,
    });
    seen = await evidenceOf(run.journey);
  } finally {
    await server.stop();
  }
}, 180_000);
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const line = (fact: Fact) => seen.visit.lines.find(({ lineId }) => lineId === run.journey.known.get(fact));
const acts = (action: string) => seen.record.filter((row) => row.action === action);
const seqOf = (action: string): number => acts(action)[0]?.seq ?? Number.POSITIVE_INFINITY;

test('a car goes through all twelve steps, each with commands of its own (R001)', () => {
  expect(run.steps.map(({ step }) => step)).toEqual(wheelSteps);
  expect(run.steps.filter(({ commands }) => commands === 0)).toEqual([]);
  expect(seen.visit.order.state).toBe('delivered');
});

test('everything forbidden is refused with the code named beforehand and leaves the order as it was', () => {
  expect(run.tried.length).toBeGreaterThanOrEqual(20);
  expect(run.tried.filter((tried) => !isRefused(tried))).toEqual([]);
});

test('a due car is found and its owner invited only within consent (R022, R272)', () => {
  expect(seen.outreach).toMatchObject({ state: 'booked', attempts: 1, channels: ['phone'] });
});

test('the appointment is confirmed, reminded and marked as arrived with its car (R037, R038, R040)', () => {
  const { state, confirmedAt, remindedAt, vehicles } = seen.appointment;
  expect({ state, confirmed: confirmedAt !== null, reminded: remindedAt !== null }).toEqual({
    state: 'arrived',
    confirmed: true,
    reminded: true,
  });
  expect(vehicles.map(({ orderId }) => orderId)).toEqual([run.orderId]);
});

test('the kit is fitted before the walk-around, and damage found stands on the form (R070, R072, R073)', () => {
  expect(seqOf('fit_kit')).toBeLessThan(seqOf('record_walk_around'));
  expect(seen.visit.walkAround).toMatchObject([{ area: 'left', damage: 'scratch' }]);
  expect(seen.visit.reception?.handedOverAt).not.toBeNull();
});

test('the complaint is kept in the customer’s words (R074)', () => {
  expect(seen.visit.order.complaint).toContain('吱吱声');
});

test('the diagnosis fee is accepted before the diagnosis is worked (R090, R115)', () => {
  expect(line('diagnosisLine')).toMatchObject({ kind: 'diagnosis', decision: 'accepted', amountFen: 9_000 });
  expect(seqOf('decide')).toBeLessThan(seqOf('start_work'));
});

test('findings name system, cause and proposal (R093, R096)', () => {
  expect(seen.visit.findings[0]).toMatchObject({ system: 'brakes', cause: '正常磨损', proposal: '更换前制动片' });
});

test('the warranty judgement carries the reason that the customer was told (R100, R101)', () => {
  expect(line('padsLine')).toMatchObject({
    warrantyState: 'not_covered',
    warrantyReason: '制动片属易损件，已过质保里程',
  });
  expect(line('padsLine')?.warrantyToldAt).not.toBeNull();
});

test('the customer decides line by line, and only what was accepted is granted (R118, R138)', () => {
  expect(line('wiperLine')).toMatchObject({ decision: 'deferred', grantId: null });
  expect(line('tyreLine')).toMatchObject({ decision: 'declined', grantId: null });
  const granted = seen.visit.grants.map(({ lineId }) => lineId);
  const accepted = seen.visit.lines.filter(({ decision }) => decision === 'accepted').map(({ lineId }) => lineId);
  expect(granted.toSorted()).toEqual(accepted.toSorted());
});

test('copies are handed over and the customer is shown to the lounge (R137, R140)', () => {
  expect(seen.visit.reception?.copiesHandedAt).not.toBeNull();
  expect(seen.visit.reception?.seatedInLoungeAt).not.toBeNull();
});

test('key and papers go to the supervisor before a job is dispatched, and the team accepts the car (R150, R155, R156)', () => {
  expect(seqOf('hand_to_workshop')).toBeLessThan(seqOf('assign_line'));
  expect(seqOf('accept_car')).toBeLessThan(seqOf('start_work'));
});

test('parts are issued up to the grant (R159)', () => {
  expect(line('filterLine')).toMatchObject({ partState: 'issued', issuedQtyMilli: 1_000, grantedQtyMilli: 1_000 });
  expect(line('wiperLine')).toMatchObject({ issuedQtyMilli: 0 });
});

test('an add-on found in mid-job waits until the customer decided on their own page (R135, R172, R174)', () => {
  const [decision] = seen.visit.decisions.filter(({ channel }) => channel === 'customer_page');
  expect(decision?.signatureId).toBeTruthy();
  const bySeq = acts('resume_work').map(({ seq }) => seq);
  const decided = acts('decide').map(({ seq }) => seq);
  expect(Math.max(...bySeq)).toBeGreaterThan(Math.max(...decided));
  expect(seen.visit.contacts.map(({ purpose }) => purpose)).toContain('add_on');
});

test('self-check, leader check and final inspection are by the people the rule allows (R180, R181, R183)', () => {
  const workers = seen.visit.participations.filter(({ capacity }) => capacity === 'work').map(({ staffId }) => staffId);
  const inspectors = seen.visit.inspections.filter(({ kind }) => kind === 'final_inspection');
  expect(seen.visit.inspections.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['self_check', 'leader_check']),
  );
  expect(inspectors.some(({ inspectorId }) => workers.includes(inspectorId ?? ''))).toBe(false);
});

test('a failed final inspection sends the line back to work until it passes (R188)', () => {
  expect(seen.visit.inspections.filter(({ kind }) => kind === 'final_inspection').map(({ result }) => result)).toEqual(
    expect.arrayContaining(['fail', 'pass']),
  );
  expect(line('brakesLine')).toMatchObject({ reworkCount: 1, workState: 'inspected' });
});

test('the customer is told after the pass, the wash and the parking place (R189, R193, R210)', () => {
  const told = seqOf('tell_ready');
  expect(Math.max(...acts('final_inspect').map(({ seq }) => seq))).toBeLessThan(told);
  expect(seqOf('park')).toBeLessThan(told);
  expect(seen.visit.order.pickUpAt).not.toBeNull();
});

test('old parts are shown and the kit is removed before the customer (R213, R219)', () => {
  expect(seen.visit.oldParts.every(({ shownAt }) => shownAt !== null)).toBe(true);
  expect(seen.visit.reception?.kitRemovedAt).not.toBeNull();
});

test('a refused safety item is signed in the customer’s own words before the statement (R231, R232)', () => {
  expect(seen.visit.safetyRefusals).toMatchObject([{ lineId: run.journey.known.get('tyreLine') }]);
  expect(seqOf('refuse_safety')).toBeLessThan(seqOf('present_statements'));
});

test('the statement holds next service and call time, is signed, and paid with deposit and change (R235, R237, R240)', () => {
  const [statement] = seen.visit.statements;
  expect(statement).toMatchObject({ payer: 'customer', state: 'paid', nextServiceKm: 39_600 });
  expect(statement?.preferredCall).toEqual({ from: '00:00', to: '23:59', days: 'any' });
  const [deposit, cash] = seen.visit.payments;
  expect(deposit?.kind).toBe('deposit');
  expect(cash?.changeFen).toBe((cash?.tenderedFen ?? 0) - (cash?.amountFen ?? 0));
  expect((deposit?.amountFen ?? 0) + (cash?.amountFen ?? 0)).toBe(statement?.totalFen);
});

test('no charge exceeds its grant (R174)', () => {
  expect(seen.visit.statementLines.filter(({ settledFen, grantedFen }) => settledFen > grantedFen)).toEqual([]);
});

test('key and papers go back by name before the gate opens, once (R230, R249)', () => {
  expect(seen.visit.entrusted.every(({ returnedTo }) => returnedTo === '周示范')).toBe(true);
  expect(seqOf('hand_over')).toBeLessThan(seqOf('open_gate'));
  expect(seen.visit.openings).toHaveLength(1);
});

test('calls are planned by themselves, and tried again until reached (R260, R261)', () => {
  const kinds = seen.calls.map(({ kind, state, attempts }) => ({ kind, state, attempts }));
  expect(kinds).toContainEqual({ kind: 'quality_call', state: 'done', attempts: 2 });
  expect(kinds).toContainEqual({ kind: 'relationship_call', state: 'planned', attempts: 0 });
});

test('a bad answer opens a complaint that is closed with cause and preventive measure (R281, R282)', () => {
  expect(seen.complaint).toMatchObject({
    state: 'closed',
    source: 'follow_up_call',
    cause: '制动片磨合期未向客户说明',
    preventiveMeasure: '交车时增加制动磨合说明项',
    satisfied: true,
  });
});

test('the customer file is complete within its term (R290)', () => {
  expect(seen.visit.customer.fileCompletedAt).not.toBeNull();
});

test('the reminder of the next service exists when the car has left (R236)', () => {
  expect(seen.reminders).toMatchObject([{ state: 'planned', sourceOrderId: run.orderId, dueKm: 39_600 }]);
});

test('each act of the record follows the one before it, and every chain fits', async () => {
  const links = seen.record.map(({ previousHash }, index) => previousHash === (seen.record[index - 1]?.hash ?? ''));
  expect(links.every(Boolean)).toBe(true);
  const root = fileURLToPath(new URL('..', import.meta.url));
  const env = { ...process.env, DATA_DIR: dataDir };
  const verifying = promisify(execFile)(process.execPath, ['scripts/verify.ts', '--json'], { cwd: root, env });
  const { stdout } = await verifying;
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ ok: true });
});
