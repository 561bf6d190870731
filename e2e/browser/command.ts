import type { Locator } from 'playwright-core';
import { expectGone, expectShown, press, type Place, type Screen } from '#e2e/browser/screen.ts';
import { fill, type Answers } from '#e2e/browser/form.ts';

type More = (form: Locator) => Promise<void>;
export type Filling = {
  /** Done first, where it changes what the form asks. */
  readonly before?: More;
  readonly answers?: Answers;
  readonly more?: More;
};

/** The panel or sheet that a command opened. */
export const dialogOf = ({ page }: Screen, title: string | RegExp): Locator =>
  page.getByRole('dialog', { name: title }).last();

/** Fills the form that a command opened, sends it, and waits until it closes: the server said yes. */
export async function complete(
  form: Locator,
  send: string,
  { before, answers = {}, more }: Filling = {},
): Promise<void> {
  await form.waitFor();
  await before?.(form);
  await fill(form, answers);
  await more?.(form);
  await press(form, send);
  await expectAccepted(form, send);
}

/** The form closes; one that is refused stays instead, and says why. */
async function expectAccepted(form: Locator, send: string): Promise<void> {
  const refusal = form.getByRole('alert');
  const ends = [expectGone(form), expectShown(refusal)];
  for (const end of ends) end.catch(() => 'the other one came');
  await Promise.race(ends);
  if (await refusal.first().isVisible()) throw new Error(`${send}: ${(await refusal.allInnerTexts()).join(' · ')}`);
}

/** Presses a command of a page and completes its form, which is called like the button. */
export async function command(screen: Screen, name: string, filling: Filling = {}): Promise<void> {
  await press(screen.page, name);
  await complete(dialogOf(screen, name), name, filling);
}

/** The row of a list that names something. */
export const rowWith = (place: Place, text: string | RegExp): Locator =>
  place.getByRole('row').filter({ hasText: text }).first();

/** The row of a list that is about a car. */
export const rowOfCar = ({ page }: Screen, plate: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('img', { name: plate, exact: true }) })
    .first();

/** The card of a phone page that is about a car. */
export const cardOfCar = ({ page }: Screen, plate: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('img', { name: plate, exact: true }) });
