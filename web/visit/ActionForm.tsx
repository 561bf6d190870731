import { type ReactNode } from 'react';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { useNow } from '#web/ui/now.ts';
import { actionContracts, type FormAction } from '#web/visit/action-contracts.ts';
import { AddLineForm } from '#web/visit/AddLineForm.tsx';
import { DecideForm } from '#web/visit/DecideForm.tsx';
import { useFormOptions } from '#web/visit/form-options.ts';
import { formStart } from '#web/visit/form-start.ts';
import { knownInput } from '#web/visit/known-input.ts';

type Props = {
  readonly view: VisitView;
  readonly action: FormAction;
  readonly lineId: string | null;
  readonly intro?: ReactNode;
  readonly onDone: (output: unknown) => void;
  readonly onCancel?: () => void;
};

/** The form of any action on a visit: made from its contract, or one of its own where a person decides line by line. */
export function ActionForm(props: Props) {
  if (props.action === 'decide') return <DecideForm {...props} />;
  if (props.action === 'add_line') return <AddLineForm {...props} />;
  return <PlainForm key={`${props.action}.${props.lineId}`} {...props} />;
}

function PlainForm({ view, action, lineId, intro, onDone, onCancel }: Props) {
  const now = useNow();
  const options = useFormOptions(view, action, lineId);
  const contract = actionContracts[action];
  const known = knownInput(contract, view, lineId);
  const start = formStart(action, view, { now, lineId });
  const initial = Object.fromEntries(
    Object.entries(start).filter(([name]) => name in contract.input.shape && !(name in known)),
  );
  return (
    <ContractForm
      contract={contract}
      known={known}
      initial={initial}
      options={options}
      intro={intro}
      onDone={onDone}
      {...(onCancel ? { onCancel } : {})}
    />
  );
}
