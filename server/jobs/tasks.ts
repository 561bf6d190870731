import { expireVersionTask } from '#server/features/authorization/authorization.tasks.ts';
import { lateHints, remindTask } from '#server/features/appointment/appointment.tasks.ts';
import { closeMissedHourly } from '#server/features/appointment/close-missed.ts';
import { pushOverrunsOften } from '#server/features/dispatch/push-plans.ts';
import { sendMessageTask } from '#server/features/message/message.tasks.ts';
import { findDueHourly } from '#server/features/outreach/find-due.ts';
import { anchorHourly } from '#server/features/record/anchor.ts';
import type { StoreSchedule, StoreTask } from '#server/jobs/task.ts';

/** Every job that something enqueues, by capability. */
export const storeTasks: readonly StoreTask[] = [sendMessageTask, expireVersionTask, remindTask];

/** Everything that recurs in every store, by capability. */
export const storeSchedules: readonly StoreSchedule[] = [
  anchorHourly,
  closeMissedHourly,
  findDueHourly,
  lateHints,
  pushOverrunsOften,
];
