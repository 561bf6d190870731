import type { AggregateShape } from '#db/aggregate/shape.ts';

export const appointmentShape: AggregateShape = {
  kind: 'appointment',
  root: { property: 'appointment', table: 'appointment', id: 'appointmentId' },
  lists: {
    vehicles: { table: 'appointment_vehicle', key: ['itemId'] },
    reminders: { table: 'appointment_reminder', key: ['reminderId'], orderBy: 't.reminded_at, t.reminder_id' },
  },
};
