import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';
import * as of from '#web/ui/contract-form/edits.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';

/**
 * What a form holds: its fields filled from `now` until somebody types. From then on it keeps what it was filled from, whatever
 * others store, and says when that is no longer what is stored.
 */
export function useEdits(fields: readonly Field[], now: of.Ground) {
  const asking = useIsFetching() > 0;
  const [held, setEdits] = useState(() => of.begin(now));
  const edits = of.follow(fields, held, { now, asking });
  if (edits !== held) setEdits(edits);
  const touched = ({ touched: before }: of.Edits) => (before === 'no' ? (asking ? 'early' : 'yes') : before);
  return {
    edits,
    values: of.valuesOf(fields, edits),
    known: of.knownToSend(edits, now),
    stale: of.isStale(edits, now),
    touch: () => setEdits((before) => ({ ...before, touched: touched(before) })),
    change: (name: string, value: unknown) =>
      setEdits((before) => ({ ...before, touched: touched(before), typed: { ...before.typed, [name]: value } })),
    takeNewer: () => setEdits((before) => of.takeNewer(fields, before, now)),
    /** Answers the values to send: what was typed, upon what is stored now. */
    keepMine: (): of.Values => {
      setEdits((before) => of.keepMine(before, now));
      return of.valuesOf(fields, of.keepMine(edits, now));
    },
    settle: () => setEdits((before) => of.settle(fields, before)),
  };
}
