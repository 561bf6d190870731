import { Drawer } from 'antd';
import { useState } from 'react';
import { partsContracts } from '#domain/parts/parts.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { openOf, type SlipLine } from '#web/features/parts/slip-line.ts';
import styles from '#web/features/parts/parts.module.css';
import { slipWords } from '#web/features/parts/parts.words.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';

type Way = 'reserve_part' | 'backorder_part' | 'return_part' | 'record_old_part';
type Form = Exclude<Way, 'reserve_part'>;
type Props = { readonly view: VisitView; readonly line: SlipLine };

/** What else can be done with a line: put aside, note the shortage, take back, record the old part. */
export function SlipLineActions({ view, line }: Props) {
  const w = useWords(slipWords);
  const [form, open] = useState<Form | null>(null);
  const reserve = useContractCommand(partsContracts.reservePart);
  const { orderId } = view.order;
  const { lineId } = line;
  const names: Readonly<Record<Way, string>> = {
    reserve_part: w.reserve,
    backorder_part: w.backorder,
    return_part: w.returnPart,
    record_old_part: w.oldPart,
  };
  return (
    <>
      <div className={styles['ways']}>
        {waysOf(view, line).map(({ way, disabled }) => (
          <WayButton
            key={way}
            label={names[way]}
            about={line.description}
            disabled={disabled}
            pending={way === 'reserve_part' && reserve.pending}
            onPress={() => (way === 'reserve_part' ? reserve.run({ orderId, lineId }) : open(way))}
          />
        ))}
      </div>
      <RefusalAlert error={reserve.error} />
      <Drawer
        open={form !== null}
        onClose={() => open(null)}
        title={form ? names[form] : ''}
        size={480}
        destroyOnHidden
      >
        {form ? (
          <ActionForm
            view={view}
            action={form}
            lineId={lineId}
            intro={<p>{line.description}</p>}
            onDone={() => open(null)}
            onCancel={() => open(null)}
          />
        ) : null}
      </Drawer>
    </>
  );
}

type ButtonProps = {
  readonly label: string;
  readonly about: string;
  readonly disabled: { readonly zh: string; readonly en: string } | null;
  readonly pending: boolean;
  readonly onPress: () => void;
};

function WayButton({ label, about, disabled, pending, onPress }: ButtonProps) {
  const t = useT();
  return (
    <ActionButton size="small" pending={pending} disabledReason={disabled ? t(disabled) : null} onPress={onPress}>
      {label}
      <span className={styles['unseen']}> {about}</span>
    </ActionButton>
  );
}

/** Actions that mean something for the line now and that the reader's roles have. */
function waysOf(view: VisitView, line: SlipLine) {
  const { lineId, partState, issuedMilli } = line;
  const open = openOf(line) > 0;
  const recorded = view.oldParts.some((each) => each.lineId === lineId);
  const fits: Readonly<Record<Way, boolean>> = {
    reserve_part: open && partState !== 'reserved',
    backorder_part: open && partState !== 'returned',
    return_part: issuedMilli > 0,
    record_old_part: issuedMilli > 0 && !recorded,
  };
  const ways: readonly Way[] = ['reserve_part', 'backorder_part', 'return_part', 'record_old_part'];
  return ways
    .filter((way) => fits[way])
    .flatMap((way) => {
      const found =
        view.actions.find((each) => each.action === way && each.lineId === lineId) ??
        view.actions.find((each) => each.action === way && each.lineId === null);
      return found ? [{ way, disabled: found.disabled }] : [];
    });
}
