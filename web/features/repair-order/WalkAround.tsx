import {
  carOutlines,
  diagramSize,
  onPanel,
  panels,
  wheelCentres,
  wheelRadius,
} from '#documents/reception-form/body-outline.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { attachmentContracts } from '#domain/repair-order/attachment.contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { addressOf } from '#web/api/client.ts';
import styles from '#web/features/repair-order/walk-around.module.css';
import { useT, useWords } from '#web/ui/language.ts';

type Damage = VisitView['walkAround'][number];
type Side = keyof typeof panels;

const texts = {
  diagram: words('车身示意图，损伤按清单编号', 'The car from five sides, damages numbered as in the list'),
  none: words('无损伤记录', 'No damage recorded'),
  notYet: words('尚未环车检查', 'Not walked around yet'),
};

/** What was seen on the walk around the car, numbered on the same drawing as on the reception form (R072, R073). */
export function WalkAround({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(texts);
  const { walkAround: damages, reception, order } = view;
  if (damages.length === 0) return <p>{reception?.walkAroundDoneAt ? w.none : w.notYet}</p>;
  return (
    <>
      <Diagram damages={damages} />
      <ol className={styles['damages']}>
        {damages.map(({ itemId, area, damage, note, attachmentId }) => (
          <li key={itemId}>
            {t(valueWordsOf('area', area))} · {t(valueWordsOf('damage', damage))} {note}
            {attachmentId ? <Photo orderId={order.orderId} attachmentId={attachmentId} name={note ?? area} /> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function Diagram({ damages }: { readonly damages: readonly Damage[] }) {
  const t = useT();
  const { width, height } = diagramSize;
  return (
    <svg
      className={styles['diagram']}
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      role="img"
      aria-label={t(texts.diagram)}
    >
      {carOutlines.map((points, index) => (
        <polygon key={index} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ))}
      {wheelCentres.map(({ x, y }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={wheelRadius} />
      ))}
      {sides.map((side) => (
        <text key={side} className={styles['side']} x={middleOf(side)} y={panels[side].top + panels[side].height / 2}>
          {t(valueWordsOf('area', side))}
        </text>
      ))}
      {damages.map((damage, index) => (
        <Mark key={damage.itemId} damage={damage} number={index + 1} />
      ))}
    </svg>
  );
}

const sides = Object.keys(panels) as readonly Side[];
const isSide = (area: string): area is Side => area in panels;
const middleOf = (side: Side) => panels[side].left + panels[side].width / 2;

/** Parts that no side shows, as tyres or the interior, stand in the list alone. */
function Mark({ damage, number }: { readonly damage: Damage; readonly number: number }) {
  const { area, xMilli, yMilli } = damage;
  if (!isSide(area)) return null;
  const { x, y } = onPanel(panels[area], { x: (xMilli ?? 500) / 1000, y: (yMilli ?? 500) / 1000 });
  return (
    <g className={styles['mark']}>
      <circle cx={x} cy={y} r={7} />
      <text x={x} y={y}>
        {number}
      </text>
    </g>
  );
}

type PhotoProps = { readonly orderId: string; readonly attachmentId: string; readonly name: string };

function Photo({ orderId, attachmentId, name }: PhotoProps) {
  const at = { orderId, attachmentId };
  return (
    <a href={addressOf(attachmentContracts.file, at).path} target="_blank" rel="noreferrer">
      <img src={addressOf(attachmentContracts.thumbnail, at).path} alt={name} loading="lazy" />
    </a>
  );
}
