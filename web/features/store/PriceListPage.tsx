import { priceListContract } from '#domain/store/price-list.contract.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { LanguageSwitch } from '#web/app/frames/LanguageSwitch.tsx';
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
  if (!data) return <main className={styles['page']}>{isPending ? <Loading /> : <RefusalAlert error={error} />}</main>;
  const { store, howAVisitGoes, howFeesAreCalculated, labour, parts } = data;
  return (
    <main className={styles['page']}>
      <header className={styles['head']}>
        <div>
          <h1>{t(words(store.name, store.nameEn || store.name))}</h1>
          <p>{w.title}</p>
        </div>
        <LanguageSwitch />
      </header>
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
      <footer className={styles['foot']}>
        <PageLink to={pathTo('book', { storeId })}>{w.book}</PageLink>
        {store.phone ? <a href={`tel:${store.phone}`}>{t(priceWords.call, { phone: store.phone })}</a> : null}
        {store.address ? <p>{store.address}</p> : null}
      </footer>
    </main>
  );
}
