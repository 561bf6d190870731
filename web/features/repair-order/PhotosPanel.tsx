import { useState } from 'react';
import { attachmentContracts, attachmentPurposes } from '#domain/repair-order/attachment.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { addressOf } from '#web/api/client.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhotoInput } from '#web/ui/PhotoInput.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Purpose = (typeof attachmentPurposes)[number];

/** The photos of this visit, and the way to add one. */
export function PhotosPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const { orderId } = view.order;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [purpose, setPurpose] = useState<Purpose>('walk_around');
  const attach = useContractCommand(attachmentContracts.attach);
  const send = async () => {
    for (const file of files) await attach.runAsync({ orderId, purpose, note: null }, { file: [file] });
    setFiles([]);
  };
  return (
    <section className={styles['panel']}>
      <h3>{w.photos}</h3>
      <div className={styles['photos']}>
        {view.attachments.map(({ attachmentId, purpose: of, note }) => (
          <a
            key={attachmentId}
            href={addressOf(attachmentContracts.file, { orderId, attachmentId }).path}
            target="_blank"
            rel="noreferrer"
          >
            <img
              src={addressOf(attachmentContracts.thumbnail, { orderId, attachmentId }).path}
              alt={note ?? t(valueWordsOf('purpose', of))}
              loading="lazy"
            />
          </a>
        ))}
      </div>
      <PhoneChoice
        label={w.addPhoto}
        value={purpose}
        onChange={setPurpose}
        options={attachmentPurposes.map((value) => ({ value, label: t(valueWordsOf('purpose', value)) }))}
      />
      <PhotoInput label={w.addPhoto} files={files} onChange={setFiles} />
      {files.length > 0 ? (
        <ActionButton kind="primary" pending={attach.pending} onPress={() => void send().catch(() => undefined)}>
          {w.addPhoto}
        </ActionButton>
      ) : null}
      <RefusalAlert error={attach.error} />
    </section>
  );
}
