import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/followup/followup.module.css';
import { FirstResponse } from '#web/features/followup/FirstResponse.tsx';
import { CommandBar, type BarCommand } from '#web/ui/desk/CommandBar.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneReveal } from '#web/visit/PhoneReveal.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';

const texts = {
  created: words('受理时间', 'Opened'),
  responded: words('首次回应', 'First response'),
  order: words('工单', 'Order'),
};

type ActionName = keyof typeof complaintMachine.actions;

const steps = {
  opened: 'assign',
  assigned: 'investigate',
  investigating: 'resolve',
  resolved: 'verify',
  verified: 'close',
  closed: null,
} as const;

/** Somebody deals with it, and the customer hears so first (R280). */
const nextStep = ({ state, respondedAt }: OutputOf<typeof complaintContracts.detail>): ActionName | null =>
  state !== 'opened' && state !== 'closed' && respondedAt === null ? 'respond' : steps[state];

/** One complaint and the next step towards its end. */
export function ComplaintCard({ complaintId }: { readonly complaintId: string }) {
  const t = useT();
  const w = useWords(texts);
  const actor = useActor();
  const staff = useContractQuery(staffContracts.listStaff, {}).data?.items ?? [];
  const { data, error } = useContractQuery(
    complaintContracts.detail,
    { complaintId },
    { topics: ['board:complaints'] },
  );
  if (!data) return <RefusalAlert error={error} />;
  const able = staff.filter(({ roles }) =>
    roles.some((role) => complaintMachine.actions.investigate.by.includes(role)),
  );
  const options = { assigneeId: able.map(({ staffId, name }) => ({ value: staffId, label: name })) };
  const next = nextStep(data);
  const of = (action: ActionName, contract: Contract, initial: Readonly<Record<string, unknown>> = {}): BarCommand => ({
    contract,
    known: { complaintId, version: data.version },
    initial,
    options,
    kind: action === next ? 'primary' : 'plain',
    disabled: checkAction(complaintMachine, action, { state: data.state, actor }),
  });
  const commands = [
    of('assign', complaintContracts.assign),
    of('respond', complaintContracts.respond),
    of('investigate', complaintContracts.investigate),
    of('resolve', complaintContracts.resolve, { cause: data.cause, resolution: data.resolution ?? '' }),
    of('verify', complaintContracts.verify, { satisfied: true }),
    of('close', complaintContracts.close, { preventiveMeasure: data.preventiveMeasure }),
  ];
  const said = (['demand', 'cause', 'resolution', 'preventiveMeasure', 'customerAnswer'] as const).map((name) => ({
    key: name,
    label: t(fieldWordsOf(name)),
    value: data[name],
  }));
  return (
    <div className={styles['card']}>
      <h2>
        <span className="figures">{data.complaintNo}</span>{' '}
        <StateTag words={complaintMachine.states[data.state]} tone="active" />
      </h2>
      <p>
        {data.customerName} {data.salutation}{' '}
        <PhoneReveal customerId={data.customerId} masked={data.phone} reason="complaint" />
      </p>
      <p>{data.description}</p>
      <div className={styles['buttons']}>
        <CommandBar commands={commands.filter(({ disabled }) => disabled?.code !== 'forbidden')} />
      </div>
      <KeyValue
        pairs={[
          { key: 'level', label: t(fieldWordsOf('level')), value: t(valueWordsOf('level', data.level)) },
          { key: 'class', label: t(fieldWordsOf('class')), value: t(valueWordsOf('class', data.class)) },
          { key: 'source', label: t(fieldWordsOf('source')), value: t(valueWordsOf('source', data.source)) },
          { key: 'assignee', label: t(fieldWordsOf('assigneeId')), value: data.assigneeName },
          { key: 'created', label: w.created, value: <When at={data.createdAt} as="both" /> },
          { key: 'responded', label: w.responded, value: <FirstResponse complaint={data} /> },
          {
            key: 'order',
            label: w.order,
            value: data.orderId ? (
              <PageLink to={pathTo('order', { orderId: data.orderId })}>{data.orderNo}</PageLink>
            ) : null,
          },
          ...said,
        ]}
      />
    </div>
  );
}
