import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/Timeline.tsx';
import { itemName } from '#web/visit/item-name.ts';
import { nameOf } from '#web/visit/use-visit.ts';

const texts = {
  custody: words('钥匙与单据交接', 'Key and papers change hands'),
  taken: words('收下', 'Taken'),
  returned: words('交还客户', 'Handed back to'),
  satisfaction: words('满意度', 'Satisfaction'),
};

type Say = ReturnType<typeof useT>;
type Texts = Readonly<Record<keyof typeof texts, string>>;

/** Who gave key, papers and belongings to whom, from the customer's hand back into it (R150, R200, R253). */
export function CustodyPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(texts);
  const { nothing } = useWords(orderWords);
  const entries = [...taken(view, w, t), ...moved(view, t), ...handedBack(view, w)];
  return (
    <section className={styles['panel']}>
      <h3>{w.custody}</h3>
      {entries.length === 0 ? <p>{nothing}</p> : <Timeline entries={entries} />}
    </section>
  );
}

/** What was taken at the same moment was taken together. */
function taken(view: VisitView, w: Texts, t: Say): readonly TimelineEntry[] {
  const byMoment = Map.groupBy(view.entrusted, ({ takenAt }) => takenAt);
  return [...byMoment].map(([at, items]) => ({
    key: at,
    at,
    title: (
      <>
        {w.taken} <Listed items={items.map((item) => itemName(item, t))} />
      </>
    ),
    who: nameOf(view, items[0]?.takenBy ?? null),
  }));
}

const moved = (view: VisitView, t: Say): readonly TimelineEntry[] =>
  view.custody.map(({ transferId, direction, items, place, notes, fromStaffId, toStaffId, movedAt }) => ({
    key: transferId,
    at: movedAt,
    title: (
      <>
        {t(valueWordsOf('direction', direction))} ·{' '}
        <Listed items={items.map((item) => t(valueWordsOf('items', item)))} />
      </>
    ),
    who: `${nameOf(view, fromStaffId)} → ${nameOf(view, toStaffId)}`,
    detail: [place, notes].filter(Boolean).join(' · '),
  }));

function handedBack(view: VisitView, w: Texts): readonly TimelineEntry[] {
  const { delivery } = view;
  if (!delivery?.handedOverAt) return [];
  const { handedOverAt, handedOverBy, collectorName, satisfaction, opinion } = delivery;
  const said = [satisfaction === null ? null : `${w.satisfaction} ${satisfaction}`, opinion];
  const title = `${w.returned} ${collectorName ?? ''}`;
  const detail = said.filter(Boolean).join(' · ');
  return [{ key: 'delivery', at: handedOverAt, title, who: nameOf(view, handedOverBy), detail, tone: 'good' }];
}
