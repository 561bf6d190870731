import { useState } from 'react';
import { attachmentContracts } from '#domain/repair-order/attachment.contract.ts';
import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import type { Job } from '#web/features/workshop/job.ts';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhotoInput } from '#web/ui/PhotoInput.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

/** A diagnosis that has begun reports what it is for; anything else found beside the work is offered as an add-on. */
function kindOf({ view, line }: Job) {
  const begun = view.punches.some(({ lineId }) => lineId === line.lineId);
  return line.kind === 'diagnosis' && begun ? { kind: 'diagnosis', stopsLine: false } : { kind: 'add_on' };
}

/** What was found, with its photo: the advisor makes an add-on of it, the customer decides (R135). */
export function FindingForm({ job, onDone }: { readonly job: Job; readonly onDone: () => void }) {
  const w = useWords(workshopWords);
  const { orderId } = job.view.order;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [attachmentId, setAttachmentId] = useState<string | null>(null);
  const attach = useContractCommand(attachmentContracts.attach, { onDone: ({ id }) => setAttachmentId(id) });
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen);
    setAttachmentId(null);
    if (chosen.length > 0) attach.run({ orderId, purpose: 'finding', note: null }, { file: chosen });
  };
  return (
    <PhoneStack>
      <p>{w.photoHint}</p>
      <PhotoInput label={w.photo} files={files} onChange={choose} most={1} />
      <RefusalAlert error={attach.error} />
      <ContractForm
        contract={diagnosisContracts.recordFinding}
        known={{ orderId, lineId: job.line.lineId, attachmentId, ...kindOf(job) }}
        initial={{ system: null, finding: '', necessity: 'recommended', stopsLine: false }}
        onDone={onDone}
        onCancel={onDone}
      />
    </PhoneStack>
  );
}
