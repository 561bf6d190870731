import type { publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { request } from '#server/features/appointment/appointment.commands.ts';
import { slots } from '#server/features/appointment/appointment.queries.ts';
import type { OpenCall } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';
import { asSystem } from '#server/jobs/task.ts';

type Slots = typeof publicAppointmentContracts.slots;
type Request = typeof publicAppointmentContracts.request;

/** Free times of a store, for anybody: yes or no, nothing of who comes. */
export const publicSlots = ({ deps }: OpenCall, { storeId, day }: InputOf<Slots>): Promise<OutputOf<Slots> | Refusal> =>
  asSystem(deps, storeId, async (call) => {
    const store = await storeNames(call);
    if (!store) return refuse('not_found', { field: 'storeId' });
    const { slots: places } = await slots(call, { day });
    const free = places.map((place) => ({ startsAt: place.startsAt, free: place.free > 0 }));
    const { phone, serviceHotline, address } = call.settings;
    return { storeName: store.name, storeNameEn: store.name_en, phone: serviceHotline || phone, address, slots: free };
  });

/** A wish from the web; staff confirm it by a call (R030, R031). */
export const publicRequest = ({ deps }: OpenCall, input: InputOf<Request>): Promise<OutputOf<Request> | Refusal> =>
  asSystem(deps, input.storeId, async (call) =>
    (await storeNames(call)) ? request(call, input) : refuse('not_found', { field: 'storeId' }),
  );

const storeNames = ({ tx, actor }: Call) =>
  tx.selectFrom('store').select(['name', 'name_en']).where('store_id', '=', actor.storeId).executeTakeFirst();
