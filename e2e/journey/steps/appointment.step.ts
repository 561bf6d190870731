import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { addDays, addMinutes, shopDay } from '#domain/kernel/calendar.ts';
import type { Journey, Step } from '#e2e/journey/journey.ts';

const minutes = 30;
const daysSearched = 14;

/** Made with the advisor at a free time, confirmed, reminded; the customer comes. */
export const appointmentStep: Step = {
  step: 'appointment',
  async take(journey) {
    const { crew, known } = journey;
    const { api } = crew.receptionist;
    const made = await make(journey);
    const appointmentId = known.get('appointmentId');
    await api.send(appointmentContracts.confirm, {
      appointmentId,
      version: made.version,
      advisorId: crew.advisor.staffId,
      bayId: null,
    });
    await api.send(appointmentContracts.remind, {
      appointmentId,
      channel: 'phone',
      result: 'reached',
      note: '请带保养手册与行驶证',
    });
    await api.send(appointmentContracts.markArrived, { appointmentId });
    return '预约：选定顾问与时段，确认、提醒，客户到店';
  },
};

async function make(journey: Journey) {
  const { crew, known, forbid, shop } = journey;
  const { api } = crew.receptionist;
  const wanted = asked(journey, await freeTime(journey));
  await forbid('预约过去的时间 an appointment in the past', 'appointment_in_past', () =>
    api.attempt(appointmentContracts.make, { ...wanted, startsAt: addMinutes(shop.now, -3 * 24 * 60) }),
  );
  const done = await api.send(appointmentContracts.make, wanted);
  known.set({ appointmentId: done.appointmentId });
  await forbid('顾问同一时段再约 the advisor at the same time twice', 'slot_full', () =>
    api.attempt(appointmentContracts.make, { ...wanted, outreachId: null }),
  );
  return done;
}

const asked = ({ crew, known, car }: Journey, startsAt: string) => ({
  startsAt,
  minutes,
  advisorId: crew.advisor.staffId,
  bayId: null,
  channel: 'phone' as const,
  customerId: known.get('customerId'),
  customerName: null,
  phone: null,
  presenterName: car.presenterName,
  cars: [{ vehicleId: known.get('vehicleId'), plate: car.plate, model: null }],
  requestedJobs: '三万公里保养',
  customerWords: '刹车有点响，顺便看看',
  estimatedHoursCenti: 150,
  estimatedFen: 80_000,
  partsChecked: '机滤有货',
  outreachId: known.get('outreachId'),
  confirmed: false,
});

/** The advisor's first free time from the day that this journey begins to look at. */
async function freeTime({ crew, shop }: Journey): Promise<string> {
  const { api } = crew.receptionist;
  const advisorId = crew.advisor.staffId;
  for (let days = 0; days < daysSearched; days += 1) {
    const day = addDays(shopDay(shop.now), shop.appointmentAfterDays + days);
    const { slots } = await api.send(appointmentContracts.slots, { day, advisorId });
    const free = slots.find((slot) => slot.free > 0);
    if (free) return free.startsAt;
  }
  throw new Error('the advisor has no free time in two weeks');
}
