import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import { tagMarkerWords } from '#domain/appointment/tag.ts';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { mayAct } from '#domain/kernel/role.ts';
import { receptionActions } from '#domain/reception/reception.transitions.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { pathTo } from '#web/app/paths.ts';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { stateTones } from '#web/features/appointment/state-tones.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { CommandBar, type BarCommand } from '#web/ui/desk/CommandBar.tsx';
import { Hours, Money } from '#web/ui/figures.tsx';
import { FileLink } from '#web/ui/FileLink.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Detail = OutputOf<typeof appointmentContracts.detail>;
type ActionName = keyof typeof appointmentMachine.actions;

/** While one of its cars has no order yet. */
const toReceive: readonly Detail['state'][] = ['requested', 'confirmed', 'arrived'];

/** One appointment: who, when, what for, the reminder call's words, and what may be done with it now. */
export function AppointmentCard({ appointmentId }: { readonly appointmentId: string }) {
  const t = useT();
  const w = useWords(appointmentWords);
  const go = useGo();
  const mayReceive = mayAct(useActor(), receptionActions.receive_car.by);
  const { data, error } = useContractQuery(
    appointmentContracts.detail,
    { appointmentId },
    { topics: ['board:appointments'] },
  );
  if (!data) return <RefusalAlert error={error} />;
  const pairs = [
    { key: 'time', label: w.time, value: <When at={data.startsAt} as="both" /> },
    { key: 'customer', label: w.customer, value: data.customerName },
    { key: 'phone', label: w.phone, value: data.phone },
    { key: 'cars', label: w.cars, value: data.vehicles.map((car) => <PlateTag key={car.itemId} plate={car.plate} />) },
    { key: 'advisor', label: w.advisor, value: data.advisorName },
    { key: 'bay', label: w.bay, value: data.bayName },
    { key: 'channel', label: w.channel, value: t(valueWordsOf('channel', data.channel)) },
    { key: 'jobs', label: w.jobs, value: data.requestedJobs },
    { key: 'words', label: w.customerWords, value: data.customerWords },
    { key: 'presenter', label: w.presenter, value: data.presenterName },
    { key: 'estimate', label: w.estimate, value: <Expected appointment={data} /> },
    { key: 'parts', label: w.parts, value: data.partsChecked },
    { key: 'confirmed', label: w.confirmed, value: <When at={data.confirmedAt} /> },
    ...(data.closeReason ? [{ key: 'closed', label: w.closed, value: data.closeReason }] : []),
  ];
  return (
    <div className={styles['card']}>
      <h2>
        <span className="figures">{data.appointmentNo}</span>{' '}
        <StateTag words={appointmentMachine.states[data.state]} tone={stateTones[data.state]} />{' '}
        {data.marker === 'none' || data.marker === data.state ? null : (
          <StateTag words={tagMarkerWords[data.marker]} tone={data.marker === 'arrived' ? 'good' : 'warn'} />
        )}
      </h2>
      <div className={styles['buttons']}>
        {mayReceive && toReceive.includes(data.state) && data.vehicles.some(({ orderId }) => orderId === null) ? (
          <ActionButton kind="primary" onPress={() => go(pathTo('receive_car', {}, { appointment: appointmentId }))}>
            {w.receive}
          </ActionButton>
        ) : null}
        <Commands appointment={data} />
        <FileLink contract={appointmentContracts.slip} input={{ appointmentId }} label={w.slip} icon="print" />
      </div>
      <KeyValue pairs={pairs} />
      {data.vehicles.map(({ orderId, itemId }) =>
        orderId ? (
          <PageLink key={itemId} to={pathTo('order', { orderId })}>
            {w.visits}
          </PageLink>
        ) : null,
      )}
      <h3>{w.script}</h3>
      <ol className={styles['script']}>
        {data.script.map((line) => (
          <li key={line.zh}>{t(line)}</li>
        ))}
      </ol>
      <h3>{w.reminders}</h3>
      {data.reminders.length === 0 ? <p>{w.notReminded}</p> : null}
      <Timeline
        entries={data.reminders.map((each) => ({
          key: each.reminderId,
          at: each.remindedAt,
          title: `${t(valueWordsOf('channel', each.channel))} · ${t(valueWordsOf('result', each.result))}`,
          who: each.byName,
          detail: each.note,
        }))}
      />
    </div>
  );
}

/** Hours and price as they were named on the phone; a dash where nobody named any. */
function Expected({ appointment: { estimatedHoursCenti, estimatedFen } }: { readonly appointment: Detail }) {
  if (estimatedHoursCenti === null && estimatedFen === null) return '—';
  return (
    <>
      <Hours centi={estimatedHoursCenti} /> · <Money fen={estimatedFen} />
    </>
  );
}

function Commands({ appointment }: { readonly appointment: Detail }) {
  const actor = useActor();
  const advisors = useContractQuery(staffContracts.listStaff, { role: 'advisor' }).data?.items ?? [];
  const bays = useContractQuery(staffContracts.listBays, {}).data?.items ?? [];
  const options = {
    advisorId: advisors.map(({ staffId, name }) => ({ value: staffId, label: name })),
    bayId: bays.map(({ bayId, name }) => ({ value: bayId, label: name })),
  };
  const { appointmentId, version, startsAt, minutes, advisorId, bayId, state } = appointment;
  const place = { startsAt, minutes, advisorId, bayId };
  const of = (action: ActionName, contract: Contract, initial: Readonly<Record<string, unknown>> = {}): BarCommand => ({
    contract,
    known: 'version' in contract.input.shape ? { appointmentId, version } : { appointmentId },
    initial,
    options,
    disabled: checkAction(appointmentMachine, action, { state, actor }),
  });
  const commands = [
    of('confirm', appointmentContracts.confirm, { advisorId, bayId }),
    of('remind', appointmentContracts.remind, { channel: 'phone', result: 'reached' }),
    of('mark_arrived', appointmentContracts.markArrived),
    of('reschedule', appointmentContracts.reschedule, place),
    of('rebook', appointmentContracts.rebook, place),
    of('mark_no_show', appointmentContracts.markNoShow),
    of('cancel', appointmentContracts.cancel),
  ];
  return <CommandBar commands={commands.filter(({ disabled }) => disabled?.code !== 'forbidden')} />;
}
