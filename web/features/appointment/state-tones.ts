import type { AppointmentState } from '#domain/appointment/appointment.ts';
import type { Tone } from '#web/ui/theme.ts';

/** A wish waits for us, a promise waits for the customer. */
export const stateTones: Readonly<Record<AppointmentState, Tone>> = {
  requested: 'warn',
  confirmed: 'active',
  arrived: 'good',
  no_show: 'bad',
  cancelled: 'neutral',
};
