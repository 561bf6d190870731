import { useState } from 'react';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { WaitReason } from '#domain/repair-order/repair-order.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import type { Job } from '#web/features/workshop/job.ts';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneText } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

/** What stops a technician's work; the office's reasons are not among them. */
const reasons: readonly WaitReason[] = [
  'parts',
  'customer',
  'tool',
  'bay',
  'technician',
  'sublet',
  'manufacturer',
  'vehicle_away',
];

/** Pause with the reason that everybody sees on the board (R171). */
export function PauseForm({ job, onDone }: { readonly job: Job; readonly onDone: () => void }) {
  const t = useT();
  const w = useWords(workshopWords);
  const [reason, setReason] = useState<WaitReason | null>(null);
  const [note, setNote] = useState('');
  const pause = useContractCommand(workshopContracts.pauseWork, { onDone });
  const { orderId } = job.view.order;
  const { lineId, version } = job.line;
  return (
    <PhoneStack>
      <PhoneChoice
        label={w.pauseWhy}
        options={reasons.map((value) => ({ value, label: t(valueWordsOf('reason', value)) }))}
        value={reason}
        onChange={setReason}
        problem={problemOf(pause.error, 'reason', t)}
      />
      <PhoneText label={w.note} value={note} onChange={setNote} problem={problemOf(pause.error, 'note', t)} />
      <RefusalAlert error={pause.error} shownFields={['reason', 'note']} />
      <PhoneButton
        wide
        kind="primary"
        pending={pause.pending}
        disabledReason={reason ? null : w.chooseReason}
        onPress={() => reason && pause.run({ orderId, lineId, version, reason, note: note || null })}
      >
        {w.pause}
      </PhoneButton>
    </PhoneStack>
  );
}
