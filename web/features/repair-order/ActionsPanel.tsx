import { Drawer } from 'antd';
import { useState } from 'react';
import type { ActionView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { nextActions } from '#domain/repair-order/next-actions.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionsMenu } from '#web/features/repair-order/ActionsMenu.tsx';
import { ShownOnce } from '#web/features/repair-order/ShownOnce.tsx';
import { WaitsPanel } from '#web/features/repair-order/WaitsPanel.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { isFormAction, isOfLine, type FormAction } from '#web/visit/action-contracts.ts';

export type Chosen = { readonly action: FormAction; readonly lineId: string | null; readonly title: string };

/**
 * What comes next, first; what may not be done yet says why, in a sentence where nothing else is left to do; everything else
 * the reader may do stands under one button.
 */
export function ActionsPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  const [made, setMade] = useState<unknown>(null);
  const mine = view.actions.filter(
    ({ action, lineId }) => lineId === null && isFormAction(action) && !isOfLine(action),
  );
  const next = nextActions(view).flatMap((name) => mine.filter(({ action }) => action === name));
  const first = next.find(({ action, disabled }) => disabled === null && action !== 'withdraw');
  const rest = mine.filter((each) => !next.includes(each));
  const open = (each: ActionView) => choose({ action: each.action as FormAction, lineId: null, title: t(each) });
  return (
    <section className={styles['panel']} aria-label={w.next}>
      <WaitsPanel view={view} />
      <h2>{w.next}</h2>
      <div className={styles['actions']}>
        {next.map((each) => (
          <ActionButton
            key={each.action}
            kind={each === first ? 'primary' : 'plain'}
            disabledReason={each.disabled ? t(each.disabled) : null}
            onPress={() => open(each)}
          >
            {t(each)}
          </ActionButton>
        ))}
        {rest.length > 0 ? <ActionsMenu label={w.more} actions={rest} onChoose={open} /> : null}
      </div>
      {first ? null : <Blocked action={next[0]} />}
      <ShownOnce made={made} onClose={() => setMade(null)} />
      <ActionDrawer view={view} chosen={chosen} onClose={() => choose(null)} onMade={setMade} />
    </section>
  );
}

/** Why the next thing waits. */
function Blocked({ action }: { readonly action: ActionView | undefined }) {
  const t = useT();
  if (!action?.disabled) return null;
  return (
    <p className={styles['stepFacts']}>
      {t(action)} · {t(action.disabled)}
    </p>
  );
}

type DrawerProps = {
  readonly view: VisitView;
  readonly chosen: Chosen | null;
  readonly onClose: () => void;
  readonly onMade?: (output: unknown) => void;
};

/** The chosen action's form, beside the page. */
export function ActionDrawer({ view, chosen, onClose, onMade }: DrawerProps) {
  const done = (output: unknown) => {
    onClose();
    onMade?.(output);
  };
  return (
    <Drawer open={chosen !== null} onClose={onClose} title={chosen?.title} size={560} destroyOnHidden>
      {chosen ? (
        <ActionForm view={view} action={chosen.action} lineId={chosen.lineId} onDone={done} onCancel={onClose} />
      ) : null}
    </Drawer>
  );
}
