import type { AggregateShape } from '#db/aggregate/shape.ts';

export const outreachShape: AggregateShape = {
  kind: 'outreach',
  root: { property: 'outreach', table: 'outreach', id: 'outreachId' },
  lists: { attempts: { table: 'outreach_attempt', key: ['attemptId'], orderBy: 't.tried_at, t.attempt_id' } },
};
