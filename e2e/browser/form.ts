import type { Locator } from 'playwright-core';
import { press, type Place } from '#e2e/browser/screen.ts';

/** What is answered on a form, by the label that stands beside it. */
export type Answers = Readonly<Record<string, string>>;

const typedInto = 'input:not([type=radio], [type=checkbox]), select, textarea';

/** Fills a form as its labels ask: text is typed, one of several is chosen. */
export async function fill(form: Place, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fillOne(form, label, answer);
}

/** A list waits for what it offers; of a few colleagues it becomes buttons then. */
async function fillOne(form: Place, label: string, answer: string): Promise<void> {
  const group = form.getByRole('group', { name: label, exact: true });
  const field = form.getByLabel(label, { exact: true }).and(form.locator(typedInto));
  const written = field.and(form.locator('input, textarea'));
  const offers = field.locator('option').nth(1);
  await group.or(written).or(offers).first().waitFor({ state: 'attached' });
  if ((await group.count()) > 0) return choose(group.first(), answer);
  await fillField(field.first(), answer);
}

async function fillField(field: Locator, answer: string): Promise<void> {
  const tag = await field.evaluate((element) => element.tagName);
  if (tag !== 'SELECT') return field.fill(answer);
  await field.selectOption({ label: await offered(field, answer) });
}

/** What a list offers under a name: exactly that, or what begins with it and says more. */
async function offered(list: Locator, name: string): Promise<string> {
  const options = list.getByRole('option');
  await options.filter({ hasText: name }).first().waitFor({ state: 'attached' });
  const labels = await options.allInnerTexts();
  return labels.find((label) => label === name) ?? labels.find((label) => label.startsWith(name)) ?? name;
}

/** One of a few large buttons, or a box to tick. */
async function choose(group: Locator, answer: string): Promise<void> {
  const option = { name: answer, exact: true } as const;
  await group.getByRole('radio', option).or(group.getByRole('checkbox', option)).first().check();
}

/** Every point of a check is answered: all in order. */
export const passAll = (form: Place): Promise<void> => press(form, '全部合格');

/** Draws a name on the glass that carries the label, once it stands still; what was drawn may then be cleared. */
export async function sign(form: Place, label: string | RegExp): Promise<void> {
  const glass = form.getByRole('img', { name: label, exact: true });
  await glass.hover();
  const page = glass.page();
  const box = await glass.boundingBox();
  if (!box) throw new Error(`there is nothing to sign on: ${String(label)}`);
  const { mouse } = page;
  const at = (across: number, down: number) => [box.x + box.width * across, box.y + box.height * down] as const;
  await mouse.move(...at(0.2, 0.6));
  await mouse.down();
  for (const [across, down] of [
    [0.35, 0.3],
    [0.5, 0.7],
    [0.65, 0.35],
    [0.8, 0.6],
  ] as const)
    await mouse.move(...at(across, down), { steps: 4 });
  await mouse.up();
  const pad = form.getByRole('figure').filter({ has: page.getByRole('img', { name: label, exact: true }) });
  await pad.getByRole('button', { name: '重签' }).click({ trial: true });
}
