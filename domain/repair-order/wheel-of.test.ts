import { expect, test } from 'vitest';
import type { RecordedAct } from '#domain/repair-order/norms-of.ts';
import { normsOf } from '#domain/repair-order/norms-of.ts';
import { carHolder } from '#domain/repair-order/car-holder.ts';
import { wheelOf } from '#domain/repair-order/wheel-of.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { staffOf, testNow } from '#domain/testing/test-context.ts';
import { withGrantedLine } from '#domain/testing/with-lines.ts';
import { withDispatched, withPunch, withWorkshop } from '#domain/testing/with-workshop.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 1, minute)).toISOString();
const act = (minute: number, actorId: string, step: RecordedAct['step'] = null): RecordedAct => ({
  action: 'tick',
  actorId,
  at: at(minute),
  step,
});

test('a step knows since when, until when, how long and who acted last (R001)', () => {
  const acts = [act(0, 'anna', 'reception'), act(5, 'ben'), act(12, 'cai', 'estimate')];
  const steps = wheelOf(acts, 'estimate', at(20));
  expect(steps.find(({ step }) => step === 'reception')).toEqual({
    step: 'reception',
    state: 'done',
    since: at(0),
    until: at(12),
    by: 'cai',
    minutes: 12,
  });
  expect(steps.find(({ step }) => step === 'estimate')).toMatchObject({
    state: 'now',
    until: null,
    by: null,
    minutes: 8,
  });
  expect(steps.find(({ step }) => step === 'diagnosis')).toMatchObject({ state: 'done', since: null, minutes: 0 });
  expect(steps.find(({ step }) => step === 'work')).toMatchObject({ state: 'ahead', since: null });
});

test('a step that was entered again counts both stays', () => {
  const acts = [act(0, 'a', 'work'), act(10, 'b', 'final_inspection'), act(15, 'c', 'work')];
  const work = wheelOf(acts, 'work', at(18)).find(({ step }) => step === 'work');
  expect(work).toMatchObject({ state: 'now', since: at(0), until: null, minutes: 13 });
});

test('a norm is due from its step on and shows who kept it first (R054)', () => {
  const visit = buildVisit({ ticks: [{ item: 'greeted', tickedBy: 'anna', tickedAt: at(1), note: null }] });
  const acts = [act(0, 'ben', 'reception'), act(4, 'cai')].map((each) => ({ ...each, action: 'fit_kit' }));
  const norms = normsOf(visit, acts);
  expect(norms.find(({ key }) => key === 'greeted')).toMatchObject({ due: true, doneAt: at(1), doneBy: 'anna' });
  expect(norms.find(({ key }) => key === 'kit_fitted')).toMatchObject({ due: true, doneAt: at(0), doneBy: 'ben' });
  expect(norms.find(({ key }) => key === 'farewell')).toMatchObject({ due: false, doneAt: null });
});

test('the car is held by whoever works on it, else by whoever has the key', () => {
  const fresh = buildVisit();
  expect(carHolder(fresh)).toEqual({ role: 'advisor', staffId: staffOf('advisor') });
  expect(carHolder(withWorkshop(fresh))).toEqual({ role: 'supervisor', staffId: staffOf('supervisor') });
  const working = withPunch(withDispatched(withGrantedLine(fresh)), 1);
  expect(carHolder(working)).toEqual({ role: 'technician', staffId: staffOf('technician') });
  const gone = { ...working, order: { ...working.order, awaySince: testNow } };
  expect(carHolder(gone)).toEqual({ role: 'customer', staffId: null });
});
