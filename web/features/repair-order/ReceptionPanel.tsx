import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { CustodyPanel } from '#web/features/repair-order/CustodyPanel.tsx';
import { PhotosPanel } from '#web/features/repair-order/PhotosPanel.tsx';
import styles from '#web/features/repair-order/order.module.css';
import { WalkAround } from '#web/features/repair-order/WalkAround.tsx';
import { Kilometres } from '#web/ui/figures.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { When } from '#web/ui/When.tsx';
import { itemName } from '#web/visit/item-name.ts';

const texts = {
  form: words('接车登记', 'Reception'),
  kit: words('三件套', 'Protective kit'),
  handed: words('接车登记表交付', 'Form handed over'),
  copies: words('客户联交付', 'Copies handed over'),
  lounge: words('引导休息', 'Shown to the lounge'),
  washStarted: words('开始洗车', 'Washing started'),
  washed: words('洗车完成', 'Washed'),
  damages: words('环车检查', 'Walk-around'),
  items: words('代管物品', 'In our keeping'),
  no: words('否', 'No'),
  until: words('质保至', 'Warranty until'),
  noItems: words('未代管物品', 'Nothing in our keeping'),
};

/** What reception recorded: readings, damages, documents and keys, the interview, photos. */
export function ReceptionPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(texts);
  const { reception, order } = view;
  const yes = (value: boolean | null | undefined) => (value === null || value === undefined ? '—' : value ? '✓' : w.no);
  const pairs = [
    { key: 'kit', label: w.kit, value: <When at={reception?.kitFittedAt ?? null} /> },
    { key: 'fuel', label: t(fieldWordsOf('fuelEighths')), value: reception?.fuelEighths ?? '—' },
    { key: 'charge', label: t(fieldWordsOf('chargePercent')), value: reception?.chargePercent ?? '—' },
    { key: 'spare', label: t(fieldWordsOf('spareWheelOk')), value: yes(reception?.spareWheelOk) },
    { key: 'tools', label: t(fieldWordsOf('toolsOk')), value: yes(reception?.toolsOk) },
    {
      key: 'warranty',
      label: t(fieldWordsOf('inWarranty')),
      value: yes(reception?.inWarranty ?? view.warranty.inWarranty),
    },
    {
      key: 'until',
      label: w.until,
      value: (
        <span className="figures">
          {view.warranty.until ?? '?'} / <Kilometres km={view.warranty.untilKm} />
        </span>
      ),
    },
    { key: 'handed', label: w.handed, value: <When at={reception?.handedOverAt ?? null} /> },
    { key: 'copies', label: w.copies, value: <When at={reception?.copiesHandedAt ?? null} /> },
    { key: 'lounge', label: w.lounge, value: <When at={reception?.seatedInLoungeAt ?? null} /> },
    {
      key: 'payment',
      label: t(fieldWordsOf('paymentMethod')),
      value: order.paymentMethod ? t(valueWordsOf('method', order.paymentMethod)) : '—',
    },
    {
      key: 'old',
      label: t(fieldWordsOf('oldPartChoice')),
      value: order.oldPartChoice ? t(valueWordsOf('oldPartChoice', order.oldPartChoice)) : '—',
    },
    { key: 'wash', label: t(fieldWordsOf('washWanted')), value: yes(order.washWanted) },
    { key: 'washStarted', label: w.washStarted, value: <When at={order.washStartedAt} /> },
    { key: 'washed', label: w.washed, value: <When at={order.washedAt} /> },
    { key: 'judgement', label: t(fieldWordsOf('preliminaryJudgement')), value: reception?.preliminaryJudgement ?? '—' },
  ];
  const interview = Object.entries(reception?.interview ?? {}).map(([name, value]) => ({
    key: name,
    label: t(fieldWordsOf(name)),
    value: t(valueWordsOf(name, value)),
  }));
  return (
    <div className={styles['grid']}>
      <section className={styles['panel']}>
        <h3>{w.form}</h3>
        <KeyValue pairs={[...pairs, ...interview]} />
      </section>
      <section className={styles['panel']}>
        <h3>{w.damages}</h3>
        <WalkAround view={view} />
        <h3>{w.items}</h3>
        <ul className={styles['plainList']}>
          {view.entrusted.map((item) => (
            <li key={item.itemId} data-returned={item.returnedAt !== null}>
              {itemName(item, t)} ×{item.quantity} {item.returnedAt ? `✓ ${item.returnedTo ?? ''}` : ''}
            </li>
          ))}
          {view.entrusted.length === 0 ? <li>{w.noItems}</li> : null}
        </ul>
      </section>
      <CustodyPanel view={view} />
      <PhotosPanel view={view} />
    </div>
  );
}
