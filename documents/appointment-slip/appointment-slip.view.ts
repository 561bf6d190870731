import type { PaperFrame } from '#documents/paper.view.ts';

/** 预约确认单: when the customer is awaited, with which cars, for what (R035). */
export type AppointmentSlipView = {
  frame: PaperFrame;
  state: 'requested' | 'confirmed' | 'arrived' | 'no_show' | 'cancelled';
  customerName: string;
  phone: string;
  /** Who brings the car, where that is not the customer (送修人). */
  presenterName: string | null;
  cars: Array<{ plate: string | null; model: string }>;
  /** How the appointment was made, e.g. by phone. */
  channel: string;
  startsAt: string;
  minutes: number;
  advisor: string | null;
  bay: string | null;
  requestedJobs: string;
  customerWords: string | null;
  estimatedHoursCenti: number | null;
  estimatedFen: number | null;
  partsChecked: string | null;
  confirmedAt: string | null;
  /** Where to call to move the appointment. */
  hotline: string;
};
