import { useState, type FormEvent } from 'react';
import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { LineChoice } from '#domain/authorization/authorization.ts';
import type { Signatory } from '#domain/authorization/signatory.ts';
import { shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { sum } from '#domain/kernel/money.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { SignatureInput, Strokes } from '#domain/repair-order/visit.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { CallInput } from '#web/api/client.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { useSession } from '#web/app/session.ts';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneField, PhoneFieldPlace, PhoneText } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { LineChoices } from '#web/visit/LineChoices.tsx';
import { channelsAt, signatoriesOf } from '#web/visit/signatories.ts';
import styles from '#web/visit/visit.module.css';

const texts = {
  decide: words('确认决定', 'Confirm the decision'),
  back: words('返回', 'Back'),
  channel: words('确认方式', 'Channel'),
  signatory: words('签字人', 'Signatory'),
  name: words('签字人姓名', 'Name of the signatory'),
  readBack: words('电话中宣读的内容', 'Text read back on the phone'),
  sign: words('请签名', 'Please sign'),
  accepted: words('同意金额（客户付费）', 'Accepted, paid by the customer'),
  paper: words('签字纸质件的照片', 'Photo of the signed paper'),
  paperFirst: words('请先在“照片”中上传签字纸质件。', 'Upload the signed paper under “Photos” first.'),
};

type Props = { readonly view: VisitView; readonly onDone: (output: unknown) => void; readonly onCancel?: () => void };
type Input = CallInput<typeof authorizationContracts.decide>;

/** The customer's decision on the version before them, line by line, signed on this screen or by another channel (R118, R138). */
export function DecideForm({ view, onDone, onCancel }: Props) {
  const t = useT();
  const w = useWords(texts);
  const command = useContractCommand(authorizationContracts.decide, { onDone });
  const version = view.versions.find(({ state }) => state === 'presented');
  const lines = view.lines.filter((line) => line.versionId === version?.versionId && line.removedAt === null);
  const [choices, setChoices] = useState<Readonly<Record<string, LineChoice>>>({});
  const signatories = signatoriesOf(view, useSession().person.name);
  const channels = channelsAt(view);
  const [channel, setChannel] = useState<Input['channel']>(channels[0] ?? 'screen');
  const [{ kind, name }, setSignatory] = useState<Signatory>(signatories[0] ?? { kind: 'owner', name: '' });
  const papers = view.attachments.filter(({ purpose }) => purpose === 'signed_paper').toReversed();
  const [paper, setPaper] = useState(papers[0]?.attachmentId ?? null);
  const [readBack, setReadBack] = useState('');
  const [strokes, setStrokes] = useState<Strokes>([]);
  const accepted = lines.filter((line) => choices[line.lineId] === 'accept' && line.payer === 'customer');
  const signature: SignatureInput | null = channel === 'screen' ? { signedBy: name, strokes } : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({
      orderId: view.order.orderId,
      versionId: version?.versionId ?? '',
      contentHash: version?.contentHash ?? '',
      choices: Object.entries(choices).map(([lineId, choice]) => ({ lineId, choice })),
      channel,
      signatory: { kind, name },
      signature,
      attachmentId: channel === 'paper' ? paper : null,
      readBack: readBack || null,
    });
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      <LineChoices
        lines={lines.map((line) => ({ ...line, hoursCenti: line.flatRateHoursCenti }))}
        choices={choices}
        onChange={setChoices}
      />
      <p className={styles['total']}>
        {w.accepted} <Money fen={sum(accepted.map(({ amountFen }) => amountFen))} />
      </p>
      <PhoneChoice
        label={w.channel}
        value={channel}
        onChange={setChannel}
        options={optionsOf(channels, 'channel', t)}
      />
      <PhoneChoice
        label={w.signatory}
        value={kind}
        onChange={(chosen) => setSignatory(signatories.find((each) => each.kind === chosen) ?? { kind: chosen, name })}
        options={optionsOf([...new Set(signatories.map((each) => each.kind))], 'signatory', t)}
      />
      <PhoneField label={w.name} value={name} onChange={(typed) => setSignatory({ kind, name: typed })} />
      {channel === 'phone' ? <PhoneText label={w.readBack} value={readBack} onChange={setReadBack} /> : null}
      {channel === 'paper' ? (
        papers.length === 0 ? (
          <p className={styles['note']}>{w.paperFirst}</p>
        ) : (
          <PhoneFieldPlace label={w.paper}>
            {(ids) => (
              <select {...ids} value={paper ?? ''} onChange={(event) => setPaper(event.target.value)}>
                {papers.map(({ attachmentId, note, addedAt }) => (
                  <option key={attachmentId} value={attachmentId}>
                    {note ?? t(valueWordsOf('purpose', 'signed_paper'))} {shopDay(addedAt)} {shopTime(addedAt)}
                  </option>
                ))}
              </select>
            )}
          </PhoneFieldPlace>
        )
      ) : null}
      {channel === 'screen' ? <SignaturePad label={w.sign} onChange={setStrokes} /> : null}
      <RefusalAlert error={command.error} />
      <div className={styles['buttons']}>
        {onCancel ? <PhoneButton onPress={onCancel}>{w.back}</PhoneButton> : null}
        <PhoneButton type="submit" kind="primary" pending={command.pending}>
          {w.decide}
        </PhoneButton>
      </div>
    </form>
  );
}

const optionsOf = <V extends string>(
  values: readonly V[],
  field: string,
  t: (words: { zh: string; en: string }) => string,
) => values.map((value) => ({ value, label: t(valueWordsOf(field, value)) }));
