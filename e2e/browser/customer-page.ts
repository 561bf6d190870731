import { keepOpen, expectGone, expectLive, press, settled } from '#e2e/browser/screen.ts';
import { fill, sign, type Answers } from '#e2e/browser/form.ts';
import type { Day } from '#e2e/browser/day.ts';

/** What the shop presents appears on the customer's page; each line is answered there, and all of it signed. */
export async function customerDecides(day: Day, answers: Answers): Promise<void> {
  const phone = await day.customer();
  await keepOpen(phone, day.known.get('customerPage'));
  const { page } = phone;
  const asked = page.getByRole('heading', { name: '请您决定' });
  await expectLive(phone, asked);
  await settled(phone);
  await fill(page, { ...answers, 我是: `送修人 ${day.car.presenterName}`, 签名人姓名: day.car.presenterName });
  await sign(page, '请在此签名');
  await press(page, '确认并签字');
  await expectGone(asked);
}
