import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { CataloguePartsTab } from '#web/features/store/CataloguePartsTab.tsx';
import { catalogueWords } from '#web/features/store/catalogue.words.ts';
import { OperationsTab } from '#web/features/store/OperationsTab.tsx';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';

/** Labour operations and parts with the prices that the store publishes (R322). */
export function CataloguePage() {
  const w = useWords(catalogueWords);
  const { store } = useSession();
  const tabs = [
    { key: 'operations', label: w.operations, children: <OperationsTab /> },
    { key: 'parts', label: w.parts, children: <CataloguePartsTab /> },
  ];
  return (
    <>
      <PageHeader title={w.title}>
        {store ? (
          <PageLink to={pathTo('prices', { storeId: store.storeId })} target="_blank" rel="noreferrer">
            {w.prices}
          </PageLink>
        ) : null}
      </PageHeader>
      <PageTabs tabs={tabs} filters={{ find: '', show: 'active', trade: '' }} />
    </>
  );
}
