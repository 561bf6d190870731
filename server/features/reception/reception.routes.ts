import { handOverReceptionForm, recordInterview, seatInLounge, tick } from '#domain/reception/finish-reception.ts';
import { fitKit, readingOf, recordReadings, recordWalkAround, takeItems } from '#domain/reception/fill-form.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { lockVehicle, recordOdometer } from '#server/features/customer/customer-files.ts';
import { readReadiness, tickReadiness } from '#server/features/reception/readiness.ts';
import { receive } from '#server/features/reception/receive-car.command.ts';
import { endArrival, receptionQueue, registerArrival } from '#server/features/reception/reception-queue.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Receiving a car and filling its reception form. */
export const receptionRoutes: readonly Binding[] = [
  bind(receptionContracts.receiveCar, receive),
  onVisit(receptionContracts.fitKit, fitKit),
  onVisit(receptionContracts.recordReadings, recordReadings, {
    facts: (call, { order }) => lockVehicle(call, order.vehicleId),
    after: (call, next, { input, facts }) => void recordOdometer(call, facts, readingOf(next, input)),
  }),
  onVisit(receptionContracts.recordWalkAround, recordWalkAround),
  onVisit(receptionContracts.takeItems, takeItems),
  onVisit(receptionContracts.recordInterview, recordInterview),
  onVisit(receptionContracts.handOverReceptionForm, handOverReceptionForm),
  onVisit(receptionContracts.tick, tick),
  onVisit(receptionContracts.seatInLounge, seatInLounge),
  bind(receptionDayContracts.readiness, readReadiness),
  bind(receptionDayContracts.tickReadiness, tickReadiness),
  bind(receptionDayContracts.queue, receptionQueue),
  bind(receptionDayContracts.registerArrival, registerArrival),
  bind(receptionDayContracts.endArrival, endArrival),
];
