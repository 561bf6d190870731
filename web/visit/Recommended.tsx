import type { OutputOf } from '#domain/kernel/contract.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useT, useWords } from '#web/ui/language.ts';
import type { LineStart } from '#web/visit/line-start.ts';
import styles from '#web/visit/visit.module.css';

const texts = {
  before: words('以前建议、尚未做', 'Recommended before, not done'),
  due: words('保养到期', 'Service due'),
};

type File = OutputOf<typeof customerViewContracts.vehicle>;
type Recommendation = File['recommendations'][number];
type Props = { readonly view: VisitView; readonly onChoose: (values: LineStart) => void };

/** What the car's file recommends at this estimate: put off earlier and not done since, and the service that is due (R112). */
export function Recommended({ view, onChoose }: Props) {
  const t = useT();
  const w = useWords(texts);
  const { data } = useContractQuery(customerViewContracts.vehicle, { vehicleId: view.vehicle.vehicleId });
  const here = new Set(view.lines.filter(({ removedAt }) => removedAt === null).map(({ description }) => description));
  const open = data?.recommendations.filter(({ description }) => !here.has(description)) ?? [];
  const { nextServiceOn, nextServiceKm } = view.vehicle;
  if (open.length === 0 && nextServiceOn === null && nextServiceKm === null) return null;
  return (
    <section>
      {nextServiceOn !== null || nextServiceKm !== null ? (
        <p className={styles['note']}>
          {w.due}:{' '}
          <span className="figures">
            {[nextServiceOn, nextServiceKm && `${nextServiceKm} km`].filter(Boolean).join(' / ')}
          </span>
        </p>
      ) : null}
      {open.length > 0 ? <h3>{w.before}</h3> : null}
      <ul className={styles['found']}>
        {open.map((each) => (
          <li key={each.lineId}>
            <button type="button" onClick={() => onChoose(lineFrom(each))}>
              {each.description} · {formatYuan(each.amountFen)} · {t(valueWordsOf('necessity', each.necessity))} ·{' '}
              {t(valueWordsOf('decision', each.decision))} ({each.orderNo})
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line offered anew at today's published price, as the technician's recommendation. */
function lineFrom(recommendation: Recommendation): LineStart {
  const { kind, description, necessity, reason, operationId, partId } = recommendation;
  const { trade, unit, flatRateHoursCenti, partOrigin } = recommendation;
  const what = { kind, description, necessity, reason, operationId, partId };
  return { ...what, source: 'technician_recommendation', trade, unit, flatRateHoursCenti, partOrigin };
}
