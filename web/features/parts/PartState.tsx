import type { PartState as State } from '#domain/estimate/charge-line.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';

const tones: Readonly<Record<State, Tone>> = {
  requested: 'neutral',
  reserved: 'active',
  backordered: 'bad',
  issued: 'good',
  returned: 'warn',
};

/** Where a part line stands, from the wish to the shelf and back. */
export const PartState = ({ state }: { readonly state: State }) => (
  <StateTag words={valueWordsOf('partState', state)} tone={tones[state]} />
);
