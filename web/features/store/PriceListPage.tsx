import { priceListContract } from '#domain/store/price-list.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { PublicPage } from '#web/app/frames/PublicPage.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { LabourPrices, PartPrices } from '#web/features/store/PriceTables.tsx';
import { fitting } from '#web/features/store/price-search.ts';
import { priceWords } from '#web/features/store/price.words.ts';
import styles from '#web/features/store/prices.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PhoneCard, PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { usePathParams, useUrlState } from '#web/ui/url-state.ts';

/** What work and parts cost, and how a bill comes about: for anyone, before they ask (R322). */
export function PriceListPage() {
  const t = useT();
  const w = useWords(priceWords);
  const { storeId = '' } = usePathParams();
  const [{ find, show }, setUrl] = useUrlState({ find: '', show: 'labour' });
  const { data, error, isPending } = useContractQuery(priceListContract, { storeId });
  if (!data) return <PublicPage title={w.title}>{isPending ? <Loading /> : <RefusalAlert error={error} />}</PublicPage>;
  const { store, howAVisitGoes, howFeesAreCalculated, labour, parts } = data;
  return (
    <PublicPage store={store} title={w.title} foot={<Foot storeId={storeId} store={store} />}>
      <PhoneStack>
        <PhoneCard>
          <h2>{w.process}</h2>
          <ol className={styles['rules']}>
            {howAVisitGoes.map((stage) => (
              <li key={stage.zh}>{t(stage)}</li>
            ))}
          </ol>
        </PhoneCard>
        <PhoneCard>
          <h2>{w.rules}</h2>
          <ol className={styles['rules']}>
            {howFeesAreCalculated.map((rule) => (
              <li key={rule.zh}>{t(rule)}</li>
            ))}
          </ol>
        </PhoneCard>
        <PhoneCard>
          <PhoneChoice
            label={w.kind}
            options={[
              { value: 'labour', label: `${w.labour} ${labour.length}` },
              { value: 'parts', label: `${w.parts} ${parts.length}` },
            ]}
            value={show === 'parts' ? 'parts' : 'labour'}
            onChange={(next) => setUrl({ show: next })}
          />
          <PhoneField label={w.find} type="search" value={find} onChange={(text) => setUrl({ find: text })} />
          {show === 'parts' ? (
            <PartPrices rows={fitting(parts, find)} />
          ) : (
            <LabourPrices rows={fitting(labour, find)} />
          )}
        </PhoneCard>
      </PhoneStack>
    </PublicPage>
  );
}

type FootProps = { readonly storeId: string; readonly store: OutputOf<typeof priceListContract>['store'] };

function Foot({ storeId, store }: FootProps) {
  const t = useT();
  const w = useWords(priceWords);
  return (
    <>
      <PageLink to={pathTo('book', { storeId })}>{w.book}</PageLink>
      {store.phone ? <a href={`tel:${store.phone}`}>{t(priceWords.call, { phone: store.phone })}</a> : null}
      {store.address ? <p>{store.address}</p> : null}
    </>
  );
}
