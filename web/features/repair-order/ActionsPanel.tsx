import { Drawer } from 'antd';
import { useState } from 'react';
import type { ActionView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { orderMachine, type OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ShownOnce } from '#web/features/repair-order/ShownOnce.tsx';
import { WaitsPanel } from '#web/features/repair-order/WaitsPanel.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { isFormAction, type FormAction } from '#web/visit/action-contracts.ts';

export type Chosen = { readonly action: FormAction; readonly lineId: string | null; readonly title: string };

const stepOf = (action: string): string | undefined => orderMachine.actions[action as OrderAction]?.step;

/** What can be done now, the present step first; what cannot says why. */
export function ActionsPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  const [made, setMade] = useState<unknown>(null);
  const mine = view.actions.filter(({ action, lineId }) => lineId === null && isFormAction(action));
  const open = mine.filter(({ disabled }) => disabled === null);
  const present = open.filter(({ action }) => stepOf(action) === view.order.step);
  const others = open.filter(({ action }) => stepOf(action) !== view.order.step);
  const closed = mine.filter(({ disabled, action }) => disabled !== null && stepOf(action) === view.order.step);
  const button = (each: ActionView, kind: 'primary' | 'plain') => (
    <ActionButton
      key={each.action}
      kind={kind}
      disabledReason={each.disabled ? t(each.disabled) : null}
      onPress={() => choose({ action: each.action as FormAction, lineId: null, title: t(each) })}
    >
      {t(each)}
    </ActionButton>
  );
  return (
    <section className={styles['panel']} aria-label={w.next}>
      <WaitsPanel view={view} />
      <h2>{w.next}</h2>
      <div className={styles['actions']}>
        {present.map((each, index) => button(each, index === 0 ? 'primary' : 'plain'))}
        {closed.map((each) => button(each, 'plain'))}
      </div>
      <div className={styles['actions']} data-quiet>
        {others.map((each) => button(each, 'plain'))}
      </div>
      <ShownOnce made={made} onClose={() => setMade(null)} />
      <ActionDrawer view={view} chosen={chosen} onClose={() => choose(null)} onMade={setMade} />
    </section>
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
