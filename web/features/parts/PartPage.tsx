import { Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { lineFen } from '#domain/kernel/money.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { useTitle } from '#web/app/title.ts';
import { AdjustStock } from '#web/features/parts/AdjustStock.tsx';
import { MovementsTable } from '#web/features/parts/MovementsTable.tsx';
import { usePaging } from '#web/ui/desk/PagedTable.tsx';
import { partWords } from '#web/features/parts/PartName.tsx';
import type { PartView } from '#web/features/parts/part-view.ts';
import { PartState } from '#web/features/parts/PartState.tsx';
import styles from '#web/features/parts/parts.module.css';
import { stockWords } from '#web/features/parts/parts.words.ts';
import { StockMarks } from '#web/features/parts/StockMarks.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { Money, Qty } from '#web/ui/figures.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

/** One part: what lies there and is promised, who wants it, and every movement with its paper. */
export function PartPage() {
  const { partId = '' } = usePathParams();
  const { data, error } = useContractQuery(
    stockContracts.part,
    { partId, ...usePaging() },
    { topics: ['board:parts', 'order:*'], keepPrevious: true },
  );
  if (data) return <PartFile view={data} />;
  return error ? <RefusalAlert error={error} /> : <Skeleton active />;
}

function PartFile({ view }: { readonly view: PartView }) {
  const t = useT();
  const w = useWords(stockWords);
  const { part } = view;
  useTitle(partWords(part));
  return (
    <>
      <PageHeader
        title={t(partWords(part))}
        note={
          <span className={styles['marks']}>
            <span className="figures">{part.code}</span> <StockMarks part={part} />
          </span>
        }
      >
        <PageLink className={styles['back'] ?? ''} to={pathTo('stock')}>
          {w.back}
        </PageLink>
        <Adjust view={view} />
      </PageHeader>
      <div className={styles['columns']}>
        <PartFacts view={view} />
        <WantedBy view={view} />
      </div>
      <div className={styles['after']}>
        <Section title={w.movements}>
          <MovementsTable view={view} />
        </Section>
      </div>
    </>
  );
}

function Adjust({ view: { part } }: { readonly view: PartView }) {
  const w = useWords(stockWords);
  const { roles } = useSession();
  const [open, setOpen] = useState(false);
  const keeps = roles.includes('parts_clerk') || roles.includes('service_manager');
  return (
    <>
      <span className={styles['touch']}>
        <ActionButton disabledReason={keeps ? null : w.onlyKeepers} onPress={() => setOpen(true)}>
          {w.adjust}
        </ActionButton>
      </span>
      <Drawer open={open} onClose={() => setOpen(false)} title={w.adjust} size={480} destroyOnHidden>
        <AdjustStock part={part} onDone={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function PartFacts({ view: { part } }: { readonly view: PartView }) {
  const t = useT();
  const w = useWords(stockWords);
  const { unit } = part;
  const pairs = [
    { key: 'available', label: w.available, value: <Qty milli={part.availableMilli} unit={unit} /> },
    { key: 'onHand', label: w.onHand, value: <Qty milli={part.onHandMilli} unit={unit} /> },
    { key: 'reserved', label: w.reserved, value: <Qty milli={part.reservedMilli} unit={unit} /> },
    { key: 'minimum', label: w.minimum, value: <Qty milli={part.minimumMilli} unit={unit} /> },
    { key: 'bin', label: w.bin, value: <strong className="figures">{part.bin}</strong> },
    { key: 'price', label: w.price, value: <Money fen={part.priceFen} /> },
    { key: 'cost', label: w.cost, value: <Money fen={part.averageCostFen} /> },
    { key: 'worth', label: w.worth, value: <Money fen={lineFen(part.averageCostFen, part.onHandMilli)} /> },
    { key: 'origin', label: w.origin, value: t(valueWordsOf('partOrigin', part.origin)) },
    { key: 'brand', label: w.brand, value: part.brand || '—' },
    { key: 'category', label: w.category, value: part.category ? t(valueWordsOf('category', part.category)) : '—' },
    {
      key: 'lastIssued',
      label: w.lastIssued,
      value: part.lastIssuedAt ? <When at={part.lastIssuedAt} as="both" /> : w.never,
    },
  ];
  return (
    <Section title={w.title}>
      <KeyValue pairs={pairs} />
    </Section>
  );
}

function WantedBy({ view: { wantedBy } }: { readonly view: PartView }) {
  const w = useWords(stockWords);
  return (
    <Section title={w.reservations}>
      {wantedBy.length === 0 ? <p className={styles['quiet']}>{w.noReservations}</p> : null}
      <ul className={styles['picks']}>
        {wantedBy.map((each) => (
          <li key={each.lineId}>
            <PlateTag plate={each.plate} size="small" />
            <span className={styles['grow']}>
              <PageLink to={pathTo('order', { orderId: each.orderId })}>{each.orderNo}</PageLink>
            </span>
            <span>
              {w.open} <Qty milli={each.openMilli} unit={each.unit} />
            </span>
            <PartState state={each.partState} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
