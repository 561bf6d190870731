import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { wheel } from '#domain/kernel/wheel.ts';
import { jobs } from '#e2e/browser/jobs.ts';
import { wheelAt } from '#e2e/browser/order-page.ts';
import { expect } from 'vitest';
import { expectLive, keepOpen } from '#e2e/browser/screen.ts';
import { dispatchLine } from '#e2e/browser/workshop.ts';

/** The supervisor gives each accepted job a bay, a technician and a time; what was not accepted is not in the queue. */
export const dispatch: Step = async (day) => {
  const manager = await onlooker(day);
  await dispatchLine(day, jobs.service, '10:00');
  await dispatchLine(day, jobs.brakes, '11:00');
  await expectLive(manager, wheelAt(manager, 'parts'));
  await expectHiddenFromCustomer(day);
};

/** To the customer all of this is one step, work; the shop's own steps are not named (R002). */
async function expectHiddenFromCustomer(day: Day): Promise<void> {
  const phone = await day.customer();
  await keepOpen(phone, day.known.get('customerPage'));
  const { page } = phone;
  await expectLive(
    phone,
    page.getByRole('listitem').and(page.locator('[aria-current=step]')).getByText('维修作业与质检'),
  );
  const shown = await page.getByRole('main').innerText();
  expect(internalSteps.filter((own) => shown.split('\n').includes(own))).toEqual([]);
}

const internalSteps = Object.values(wheel).flatMap(({ facesCustomer, zh }) => (facesCustomer ? [] : [zh]));
