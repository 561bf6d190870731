import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { NameOwner } from '#web/features/reception/NameOwner.tsx';
import { receptionWords, warrantyWords } from '#web/features/reception/reception.words.ts';
import styles from '#web/features/reception/reception.module.css';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { Kilometres, Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { Section } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { DateOrKilometres } from '#web/visit/DateOrKilometres.tsx';

type Appointment = OutputOf<typeof appointmentContracts.detail>;
type File = OutputOf<typeof customerViewContracts.vehicle>;
type Props = { readonly vehicleId: string; readonly appointment: Appointment | null };

/** The chosen car with its owner and history, and the form that opens its order. */
export function OpenOrder({ vehicleId, appointment }: Props) {
  const w = useWords(receptionWords);
  const go = useGo();
  const { data, error } = useContractQuery(
    customerViewContracts.vehicle,
    { vehicleId },
    { topics: ['board:customers'] },
  );
  if (!data) return <RefusalAlert error={error} />;
  const open = data.visits.find(({ state, kind }) => (state === 'open' || state === 'ready') && kind !== 'internal');
  return (
    <div className={styles['columns']}>
      <CarFacts file={data} />
      <Section title={w.receive}>
        {open ? (
          <ActionButton kind="primary" onPress={() => go(pathTo('order', { orderId: open.orderId }))}>
            {w.open} {open.orderNo}
          </ActionButton>
        ) : (
          <OrderForm file={data} appointment={appointment} />
        )}
      </Section>
    </div>
  );
}

function OrderForm({ file, appointment }: { readonly file: File; readonly appointment: Appointment | null }) {
  const go = useGo();
  const { staffId, roles } = useSession();
  const advisors = useContractQuery(staffContracts.listStaff, { role: 'advisor' }).data?.items ?? [];
  const owner = file.parties.find(({ relation, endedAt }) => relation === 'owner' && endedAt === null);
  const { vehicleId } = file.vehicle;
  if (!owner) return <NameOwner vehicleId={vehicleId} />;
  const me = roles.includes('advisor') ? staffId : null;
  return (
    <ContractForm
      contract={receptionContracts.receiveCar}
      known={{ vehicleId, customerId: owner.customerId, appointmentId: appointment?.appointmentId ?? null }}
      initial={{
        kind: 'customer',
        presenter: { name: appointment?.presenterName ?? owner.name, phone: null, entrusted: true },
        complaint: appointment?.customerWords ?? appointment?.requestedJobs ?? '',
        advisorId: appointment?.advisorId ?? me,
        waitsInShop: true,
      }}
      options={{
        advisorId: advisors.map((each) => ({ value: each.staffId, label: each.name })),
        comebackOf: file.visits.map((each) => ({
          value: each.orderId,
          label: `${each.orderNo} ${each.jobs.join('、')}`,
        })),
      }}
      onDone={({ orderId }) => go(pathTo('order', { orderId }))}
    />
  );
}

function CarFacts({ file }: { readonly file: File }) {
  const t = useT();
  const w = useWords(receptionWords);
  const { vehicle, visits, recommendations, parties, warranty } = file;
  return (
    <Section title={w.car}>
      <p className={styles['row']}>
        <PlateTag plate={vehicle.plate} size="large" /> {vehicle.brand} {vehicle.model} {vehicle.colour}
      </p>
      <p className={styles['row']}>
        <span className="figures">{vehicle.vin}</span> <Kilometres km={vehicle.odometerKm} />
      </p>
      <p className={styles['row']}>
        <StateTag
          words={warrantyWords[warranty.inWarranty === null ? 'unknown' : warranty.inWarranty ? 'inside' : 'past']}
          tone={warranty.inWarranty === null ? 'warn' : warranty.inWarranty ? 'good' : 'neutral'}
        />{' '}
        {warranty.until === null && warranty.untilKm === null ? null : (
          <>
            {w.until} <DateOrKilometres on={warranty.until} km={warranty.untilKm} />
          </>
        )}
      </p>
      {parties
        .filter(({ endedAt }) => endedAt === null)
        .map((each) => (
          <p key={`${each.customerId}${each.relation}`} className={styles['row']}>
            {t(valueWordsOf('relation', each.relation))} · {each.name} {each.phone}
          </p>
        ))}
      <p className={styles['row']}>
        {w.next}: <DateOrKilometres on={vehicle.nextServiceOn} km={vehicle.nextServiceKm} />
      </p>
      {visits[0] ? (
        <p className={styles['row']}>
          {w.last}: <When at={visits[0].arrivedAt} /> <Listed items={visits[0].jobs} />
        </p>
      ) : null}
      {recommendations.length > 0 ? <h3>{w.recommended}</h3> : null}
      {recommendations.map((each) => (
        <p key={each.lineId} className={styles['row']}>
          <StateTag
            words={valueWordsOf('necessity', each.necessity)}
            tone={each.necessity === 'safety' ? 'bad' : 'warn'}
          />{' '}
          {each.description} <Money fen={each.amountFen} />
        </p>
      ))}
    </Section>
  );
}
