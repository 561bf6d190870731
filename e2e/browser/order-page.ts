import type { Locator } from 'playwright-core';
import { wheel, type WheelStep } from '#domain/kernel/wheel.ts';
import { complete, dialogOf, type Filling } from '#e2e/browser/command.ts';
import { fill, type Answers } from '#e2e/browser/form.ts';
import { expectShown, press, type Screen } from '#e2e/browser/screen.ts';

/** Where the button that sends is called otherwise than the action, `send` names it. */
type Doing = Filling & { readonly send?: string };

const nowOn = ({ page }: Screen): Locator => page.getByRole('region', { name: '现在可以做' });

/** Does what comes next with a car, on its page. */
export async function act(screen: Screen, action: string, doing: Doing = {}): Promise<void> {
  await press(nowOn(screen), action);
  await complete(dialogOf(screen, action), doing.send ?? action, doing);
}

/** A line of the car's page, named by what it is. */
export const lineOf = ({ page }: Screen, line: string): Locator =>
  page.getByRole('row').filter({ hasText: line }).first();

export const openTab = ({ page }: Screen, name: string): Promise<void> =>
  page.getByRole('tab', { name, exact: true }).click();

/** The wheel of a car's page standing at a step (R001). */
export const wheelAt = ({ page }: Screen, step: WheelStep): Locator =>
  page.getByRole('img', { name: `流程：第 ${wheel[step].number} 步（共 12 步）${wheel[step].zh}` });

/** Marks on the norms of a visit what only people can tell; it then stands there with their name. */
export async function tick(screen: Screen, norm: string): Promise<void> {
  const row = screen.page.getByRole('listitem').filter({ hasText: norm }).first();
  await press(row, '已做');
  await expectShown(row.getByText(screen.name));
}

/** A line found in the catalogue by name or code, with its published hours and price. */
export const addFromCatalogue = (advisor: Screen, find: string, answers: Answers = {}): Promise<void> =>
  act(advisor, '添加项目', { answers, before: (form) => chooseFromCatalogue(form, find) });

async function chooseFromCatalogue(form: Locator, find: string): Promise<void> {
  await fill(form, { '从目录查找：名称或编码': find });
  await form.getByRole('listitem').getByRole('button', { name: find }).first().click();
}
