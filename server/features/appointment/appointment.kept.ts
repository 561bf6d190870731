import { appointmentShape } from '#db/aggregate/appointment-shape.ts';
import type { Kept } from '#server/features/record/on-aggregate.ts';

export const keptAppointment: Kept = { shape: appointmentShape, board: 'board:appointments' };
