import { makeLink } from '#domain/authorization/copies-and-link.ts';
import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { ContactChannel } from '#domain/customer/customer.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { createCustomerLink, linkLifetimeMinutes } from '#server/access/customer-link.ts';
import { sendMessage } from '#server/features/message/send-message.ts';
import { actOnVisit } from '#server/features/repair-order/on-visit.ts';
import type { Call } from '#server/http/call.ts';

type MakeLink = typeof authorizationContracts.makeLink;

/** Opens the customer's own page of a visit, answers its address, and sends it where the customer consented to be written to (R118). */
export async function openPage(call: Call, input: InputOf<MakeLink>): Promise<OutputOf<MakeLink> | Refusal> {
  let url = '';
  const done = await actOnVisit(call, input, {
    decide: makeLink,
    after: async (_, visit) => {
      url = pageAt(call, await createCustomerLink(call, visit.order.orderId));
      await sendLink(call, visit, url);
    },
  });
  return isRefusal(done) ? done : { ...done, url, expiresAt: addMinutes(call.now, linkLifetimeMinutes) };
}

/** A customer opens it on a phone of their own, so it says where the server is. */
const pageAt = ({ origin }: Call, token: string): string => `${origin?.replace(/\/$/, '') ?? ''}/v/${token}`;

async function sendLink(call: Call, { order, vehicle }: Visit, url: string): Promise<void> {
  const channel = await consentedChannel(call, order.customerId);
  if (channel === null) return;
  await sendMessage(call, {
    customerId: order.customerId,
    orderId: order.orderId,
    channel,
    subject: `您的车辆 ${vehicle.plate ?? order.orderNo} 维修委托 / Your car’s repair order`,
    body: `请在此查看并确认您的维修项目：${url}\nSee and decide your repair here: ${url}`,
  });
}

const written: readonly ContactChannel[] = ['sms', 'wechat', 'email'];

async function consentedChannel({ tx, actor }: Call, customerId: string): Promise<ContactChannel | null> {
  const row = await tx
    .selectFrom('consent')
    .select('channel')
    .where('store_id', '=', actor.storeId)
    .where('customer_id', '=', customerId)
    .where('purpose', '=', 'service_reminder')
    .where('channel', 'in', written)
    .where('withdrawn_at', 'is', null)
    .orderBy('channel')
    .executeTakeFirst();
  return row?.channel ?? null;
}
