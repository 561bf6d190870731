import type { AggregateShape } from '#db/aggregate/shape.ts';

export const followUpShape: AggregateShape = {
  kind: 'follow_up',
  root: { property: 'followUp', table: 'follow_up', id: 'followUpId' },
  lists: { attempts: { table: 'follow_up_attempt', key: ['attemptId'], orderBy: 't.tried_at, t.attempt_id' } },
};
