import type { OutputOf } from '#domain/kernel/contract.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/parts/parts.module.css';
import { receiptWords } from '#web/features/parts/parts.words.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';

type Props = { readonly receipt: OutputOf<typeof stockContracts.receiveGoods>; readonly onAgain: () => void };

/** The goods are in; for which cars they were put aside at once. */
export function Received({ receipt, onAgain }: Props) {
  const t = useT();
  const w = useWords(receiptWords);
  const { receiptNo, fulfilled } = receipt;
  return (
    <>
      <PageHeader title={t(receiptWords.done, { no: receiptNo })}>
        <ActionButton kind="primary" onPress={onAgain}>
          {w.again}
        </ActionButton>
      </PageHeader>
      <Section title={fulfilled.length === 0 ? w.noneServed : w.served}>
        <ul className={styles['picks']}>
          {fulfilled.map((each) => (
            <li key={each.lineId}>
              <PlateTag plate={each.plate} size="small" />
              <span className={styles['grow']}>{each.description}</span>
              <PageLink to={pathTo('parts_order', { orderId: each.orderId })}>{each.orderNo}</PageLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
