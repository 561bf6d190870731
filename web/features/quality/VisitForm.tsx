import { Loading } from '#web/app/Loading.tsx';
import { useT } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import type { FormAction } from '#web/visit/action-contracts.ts';
import { useVisit } from '#web/visit/use-visit.ts';

type Props = {
  readonly orderId: string;
  readonly action: FormAction;
  readonly lineId?: string | null;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
};

/** The form of an action on a car from a list; where the action may not be taken now, it says why instead. */
export function VisitForm({ orderId, action, lineId = null, onDone, onCancel }: Props) {
  const t = useT();
  const { data, error } = useVisit(orderId);
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  const offered = data.actions.find((each) => each.action === action && each.lineId === lineId);
  if (offered?.disabled) return <p role="alert">{t(offered.disabled)}</p>;
  return <ActionForm view={data} action={action} lineId={lineId} onDone={onDone} {...(onCancel ? { onCancel } : {})} />;
}
