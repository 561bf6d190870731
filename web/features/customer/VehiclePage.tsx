import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useTitle } from '#web/app/title.ts';
import { customerWords } from '#web/features/customer/customer.words.ts';
import styles from '#web/features/customer/customer.module.css';
import { VisitHistory } from '#web/features/customer/VisitHistory.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { Kilometres, Money } from '#web/ui/figures.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo, usePathParams } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { DateOrKilometres } from '#web/visit/DateOrKilometres.tsx';

type File = OutputOf<typeof customerViewContracts.vehicle>;

/** One car's file: what it is, whose, its odometer series, every visit, what was recommended and not done (R112). */
export function VehiclePage() {
  const { vehicleId = '' } = usePathParams();
  const { data, error } = useContractQuery(
    customerViewContracts.vehicle,
    { vehicleId },
    { topics: ['board:customers', 'order:*'] },
  );
  if (!data) return <RefusalAlert error={error} />;
  return <VehicleFile file={data} />;
}

function VehicleFile({ file }: { readonly file: File }) {
  const t = useT();
  const w = useWords(customerWords);
  const go = useGo();
  const { vehicle } = file;
  useTitle(words(vehicle.plate ?? vehicle.model, vehicle.plate ?? vehicle.model));
  const plain = (['vin', 'vinOverrideReason', 'engineNo', 'colour', 'modelYear', 'firstSoldOn'] as const)
    .filter((name) => name !== 'vinOverrideReason' || vehicle[name] !== null)
    .map((name) => ({ key: name, label: t(fieldWordsOf(name)), value: vehicle[name] }));
  const { vehicleId, version } = vehicle;
  return (
    <>
      <PageHeader
        title={`${vehicle.brand} ${vehicle.model}`}
        before={<PlateTag plate={vehicle.plate} size="large" />}
        note={t(valueWordsOf('powerType', vehicle.powerType))}
      >
        <ActionButton kind="primary" onPress={() => go(pathTo('receive_car', {}, { vehicle: vehicleId }))}>
          {w.receive}
        </ActionButton>
        <CommandBar
          commands={[
            { contract: customerContracts.changeVehicle, known: { vehicleId, version }, initial: vehicle },
            { contract: customerContracts.reportOdometer, known: { vehicleId } },
          ]}
        />
      </PageHeader>
      <div className={styles['grid']}>
        <Section title={w.file}>
          <KeyValue
            pairs={[
              { key: 'odometer', label: w.odometer, value: <Kilometres km={vehicle.odometerKm} /> },
              {
                key: 'next',
                label: w.next,
                value: <DateOrKilometres on={vehicle.nextServiceOn} km={vehicle.nextServiceKm} />,
              },
              ...plain,
              {
                key: 'warranty',
                label: w.warranty,
                value: <Term months={vehicle.warrantyMonths} km={vehicle.warrantyKm} />,
              },
              {
                key: 'interval',
                label: w.interval,
                value: <Term months={vehicle.serviceIntervalMonths} km={vehicle.serviceIntervalKm} />,
              },
            ]}
          />
        </Section>
        <Section title={w.parties}>
          {file.parties.length === 0 ? <p className={styles['row']}>{w.none}</p> : null}
          {file.parties.map((each) => (
            <PageLink
              key={`${each.customerId}${each.relation}`}
              to={pathTo('customer', { customerId: each.customerId })}
            >
              <span className={styles['row']}>
                {t(valueWordsOf('relation', each.relation))} · {each.name} {each.phone} {each.endedAt ? '✗' : ''}
              </span>
            </PageLink>
          ))}
        </Section>
        <Section title={w.recommendations}>
          {file.recommendations.length === 0 ? <p className={styles['row']}>{w.none}</p> : null}
          {file.recommendations.map((each) => (
            <PageLink key={each.lineId} to={pathTo('order', { orderId: each.orderId })}>
              <span className={styles['row']}>
                <StateTag
                  words={valueWordsOf('necessity', each.necessity)}
                  tone={each.necessity === 'safety' ? 'bad' : 'warn'}
                />
                {each.description} <Money fen={each.amountFen} /> {t(valueWordsOf('decision', each.decision))} ·{' '}
                <When at={each.arrivedAt} />
              </span>
            </PageLink>
          ))}
        </Section>
        <Section title={w.readings}>
          {file.readings.slice(0, 12).map((each) => (
            <p key={each.readingId} className={styles['row']}>
              {shopDay(each.readAt)} · <Kilometres km={each.km} /> · {t(valueWordsOf('kind', each.kind))} {each.reason}
            </p>
          ))}
        </Section>
      </div>
      <Section title={w.visits}>
        <VisitHistory visits={file.visits} />
      </Section>
    </>
  );
}

type TermProps = { readonly months: number | null; readonly km: number | null };

/** Months or kilometres, whichever come first. */
function Term({ months, km }: TermProps) {
  const t = useT();
  return <DateOrKilometres on={months === null ? null : t(customerWords.months, { count: months })} km={km} />;
}
