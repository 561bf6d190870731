import { Tabs } from 'antd';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { CataloguePartsTab } from '#web/features/store/CataloguePartsTab.tsx';
import { catalogueWords } from '#web/features/store/catalogue.words.ts';
import { OperationsTab } from '#web/features/store/OperationsTab.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

/** Labour operations and parts with the prices that the store publishes (R322). */
export function CataloguePage() {
  const w = useWords(catalogueWords);
  const { store } = useSession();
  const [{ tab }, setUrl] = useUrlState({ tab: 'operations', page: '1', find: '', show: 'active', trade: '' });
  const items = [
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
      <Tabs
        activeKey={tab}
        onChange={(key) => setUrl({ tab: key, page: '1', find: '', show: 'active', trade: '' })}
        items={items}
        destroyOnHidden
      />
    </>
  );
}
