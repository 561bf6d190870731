import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useTitle } from '#web/app/title.ts';
import { customerWords } from '#web/features/customer/customer.words.ts';
import styles from '#web/features/customer/customer.module.css';
import { newVehicle } from '#web/features/customer/new-files.ts';
import { VisitHistory } from '#web/features/customer/VisitHistory.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { useNow } from '#web/ui/now.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { PhoneReveal } from '#web/visit/PhoneReveal.tsx';

type File = OutputOf<typeof customerViewContracts.customer>;

/** One customer's file: who, consents, cars, every visit, and what the file still lacks (R291). */
export function CustomerPage() {
  const { customerId = '' } = usePathParams();
  const { data, error } = useContractQuery(
    customerViewContracts.customer,
    { customerId },
    { topics: ['board:customers', 'order:*'] },
  );
  if (!data) return <RefusalAlert error={error} />;
  return <CustomerFile file={data} />;
}

function CustomerFile({ file }: { readonly file: File }) {
  const t = useT();
  const w = useWords(customerWords);
  const now = useNow();
  const { customer } = file;
  useTitle(words(customer.name, customer.name));
  const known = { customerId: customer.customerId };
  const texts = (['address', 'email', 'taxId', 'wishedServices', 'source', 'nextCallTopic'] as const).map((name) => ({
    key: name,
    label: t(fieldWordsOf(name)),
    value: customer[name],
  }));
  return (
    <>
      <PageHeader title={`${customer.name} ${customer.salutation}`} note={t(valueWordsOf('kind', customer.kind))}>
        <CommandBar
          commands={[
            {
              contract: customerContracts.completeFile,
              known: { ...known, version: customer.version },
              kind: customer.fileCompletedAt ? 'plain' : 'primary',
              initial: {
                nextCallTopic: customer.nextCallTopic ?? '下次保养提醒',
                nextCallAt: customer.nextCallAt ?? addMinutes(now, 60 * 24 * 90),
              },
            },
            {
              contract: customerContracts.changeCustomer,
              known: { ...known, version: customer.version },
              initial: { ...customer, phone: undefined, phoneOther: undefined, phoneShared: false },
            },
            {
              contract: customerContracts.giveConsent,
              known,
              initial: { purpose: 'service_reminder', channel: 'phone' },
            },
            { contract: customerContracts.fileVehicle, known: { ownerId: customer.customerId }, initial: newVehicle },
          ]}
        />
      </PageHeader>
      {file.missing.length > 0 ? (
        <p className={styles['missing']}>
          {w.missing}: <Listed items={file.missing.map((each) => t(each))} /> · {w.due}{' '}
          <When at={customer.fileDueAt} as="both" />
        </p>
      ) : null}
      <div className={styles['grid']}>
        <Section title={w.file}>
          <KeyValue
            pairs={[
              {
                key: 'phone',
                label: w.phone,
                value: <PhoneReveal customerId={customer.customerId} masked={customer.phone} reason="customer_file" />,
              },
              {
                key: 'channel',
                label: t(fieldWordsOf('preferredChannel')),
                value: t(valueWordsOf('channel', customer.preferredChannel)),
              },
              {
                key: 'call',
                label: t(fieldWordsOf('preferredCall')),
                value: customer.preferredCall
                  ? `${customer.preferredCall.from}–${customer.preferredCall.to} ${t(valueWordsOf('days', customer.preferredCall.days))}`
                  : null,
              },
              ...texts,
              {
                key: 'complete',
                label: w.complete,
                value: customer.fileCompletedAt ? <When at={customer.fileCompletedAt} /> : null,
              },
            ]}
          />
        </Section>
        <Section title={w.plates}>
          {file.vehicles.map((each) => (
            <PageLink key={`${each.vehicleId}${each.relation}`} to={pathTo('vehicle', { vehicleId: each.vehicleId })}>
              <span className={styles['row']}>
                <PlateTag plate={each.plate} /> {each.brand} {each.model} · {t(valueWordsOf('relation', each.relation))}{' '}
                {each.endedAt ? '✗' : ''}
              </span>
            </PageLink>
          ))}
        </Section>
        <Consents file={file} />
      </div>
      <Section title={w.visits}>
        <VisitHistory visits={file.visits} />
      </Section>
    </>
  );
}

function Consents({ file }: { readonly file: File }) {
  const t = useT();
  const w = useWords(customerWords);
  const withdraw = useContractCommand(customerContracts.withdrawConsent, { touches: ['board:*'] });
  return (
    <Section title={w.consents}>
      {file.consents.map((each) => (
        <div key={each.consentId} className={styles['row']}>
          {t(valueWordsOf('purpose', each.purpose))} · {t(valueWordsOf('channel', each.channel))} ·{' '}
          <When at={each.givenAt} />
          {each.withdrawnAt ? (
            <StateTag words={customerWords.withdrawn} tone="neutral" />
          ) : (
            <ActionButton
              size="small"
              pending={withdraw.pending}
              onPress={() => withdraw.run({ customerId: file.customer.customerId, consentId: each.consentId })}
            >
              {t(customerContracts.withdrawConsent)}
            </ActionButton>
          )}
        </div>
      ))}
      <RefusalAlert error={withdraw.error} />
    </Section>
  );
}
