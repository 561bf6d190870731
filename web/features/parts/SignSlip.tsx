import { useState } from 'react';
import { parseQty } from '#domain/kernel/quantity.ts';
import { partsContracts } from '#domain/parts/parts.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { Strokes } from '#domain/repair-order/visit.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import styles from '#web/features/parts/parts.module.css';
import { slipWords } from '#web/features/parts/parts.words.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { PhoneFieldPlace } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';

type Props = {
  readonly view: VisitView;
  readonly allOut: boolean;
  readonly lines: readonly { readonly lineId: string; readonly text: string }[];
  readonly onError: (error: Error | null) => void;
  readonly onDone: () => void;
};

/** Who draws the parts and their signature; one press gives out the whole slip or nothing (R159). */
export function SignSlip({ view, allOut, lines, onError, onDone }: Props) {
  const t = useT();
  const w = useWords(slipWords);
  const mechanics = useMechanics();
  const planned = view.assignments.find(({ state }) => state === 'planned')?.technicianId ?? null;
  const [chosen, choose] = useState<string | null>(null);
  const technicianId = chosen ?? planned;
  const [strokes, setStrokes] = useState<Strokes>([]);
  const issue = useContractCommand(partsContracts.issueParts, { onDone });
  const name = mechanics.find(({ staffId }) => staffId === technicianId)?.name ?? '';
  const send = async () => {
    onError(null);
    const wanted = lines.map(({ lineId, text }) => ({ lineId, qtyMilli: parseQty(text.trim()) ?? Number.NaN }));
    const signature = { signedBy: name, strokes };
    try {
      await issue.runAsync({ orderId: view.order.orderId, lines: wanted, technicianId: technicianId ?? '', signature });
    } catch (error) {
      onError(error as Error);
    }
  };
  if (allOut) return <Section title={w.signHere}>{w.allOut}</Section>;
  return (
    <Section title={w.signHere}>
      <div className={styles['sign']}>
        <PhoneFieldPlace label={w.technician} problem={problemOf(issue.error, 'technicianId', t)}>
          {(ids) => (
            <select {...ids} value={technicianId ?? ''} onChange={(event) => choose(event.target.value || null)}>
              <option value="">—</option>
              {mechanics.map((each) => (
                <option key={each.staffId} value={each.staffId}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </PhoneFieldPlace>
        <SignaturePad
          label={name ? t(slipWords.signatureOf, { name }) : w.signHere}
          onChange={(drawn: Strokes) => setStrokes(drawn)}
          problem={problemOf(issue.error, 'signature', t) ?? problemOf(issue.error, 'signature.signedBy', t)}
        />
        <RefusalAlert error={issue.error} shownFields={shownFields(lines.length)} />
        <ActionButton
          kind="primary"
          size="large"
          pending={issue.pending}
          disabledReason={lines.length === 0 ? w.chooseLines : null}
          onPress={() => void send()}
        >
          {t(slipWords.issue, { count: lines.length })}
        </ActionButton>
      </div>
    </Section>
  );
}

/** Refusals that stand beside their field. */
const shownFields = (count: number): readonly string[] => [
  'technicianId',
  'signature',
  'signature.signedBy',
  ...Array.from({ length: count }, (_, index) => [`lines.${index}.qtyMilli`, `lines.${index}.lineId`]).flat(),
];

/** Those who work on cars, and so may draw parts. */
function useMechanics() {
  const staff = useContractQuery(staffContracts.listStaff, {}).data?.items ?? [];
  return staff.filter(({ roles }) => roles.includes('technician') || roles.includes('team_leader'));
}
