import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cssVars } from '#web/ui/css-vars.ts';
import styles from '#web/ui/TimeGrid.module.css';
import { columnOf, hoursBetween, quarterCount } from '#web/ui/time-grid.ts';
import type { Tone } from '#web/ui/theme.ts';

export type GridTag = {
  readonly key: string;
  readonly row: string;
  readonly from: string;
  readonly until: string;
  readonly tone: Tone;
  /** The whole tag in words, for screen readers and the title. */
  readonly label: string;
  readonly content: ReactNode;
};

type Props = {
  readonly label: string;
  /** Shop hours shown, `08:00` to `20:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly rows: readonly { readonly key: string; readonly title: ReactNode }[];
  readonly tags: readonly GridTag[];
  readonly now?: string;
  /** Wide quarters, so that half an hour shows its text; the grid scrolls, and begins near now. */
  readonly roomy?: boolean;
  readonly onTag?: (tag: GridTag) => void;
  /** Pressed on an empty quarter: the row and the time of day `09:15`. */
  readonly onPlace?: (row: string, time: string) => void;
};

/** Scrolls once so that a share of the width lies a quarter of the screen from the left. */
function useScrolledTo(share: number | null): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(share);
  useEffect(() => {
    const box = place.current;
    if (box && first.current !== null)
      box.scrollLeft = Math.max(0, box.scrollWidth * first.current - box.clientWidth / 4);
  }, []);
  return place;
}

/** Rows (bays, people, advisors) against quarters of an hour; tags lie where they are planned. */
export function TimeGrid({ label, opensAt, closesAt, rows, tags, now, roomy = false, onTag, onPlace }: Props) {
  const span = { opensAt, closesAt };
  const place = useScrolledTo(now === undefined ? null : columnOf(now, span) / quarterCount(span));
  const hours = hoursBetween(span);
  return (
    <div className={styles['scroll']} ref={place}>
      <div
        className={styles['grid']}
        data-roomy={roomy}
        role="group"
        aria-label={label}
        style={cssVars({ quarters: quarterCount(span) })}
      >
        <div className={styles['corner']} />
        {hours.map((hour, index) => (
          <div key={hour} className={`${styles['hour']} figures`} style={cssVars({ from: index * 4 })}>
            {hour}
          </div>
        ))}
        {rows.map(({ key, title }, index) => (
          <GridRow key={key} at={index} title={title}>
            {onPlace ? <Places span={span} onPlace={(time) => onPlace(key, time)} /> : null}
            {tags
              .filter((tag) => tag.row === key)
              .map((tag) => (
                <Tag key={tag.key} tag={tag} span={span} onTag={onTag} />
              ))}
          </GridRow>
        ))}
        {now ? (
          <div className={styles['now']} style={cssVars({ from: columnOf(now, span), rows: rows.length })} />
        ) : null}
      </div>
    </div>
  );
}

function GridRow({
  at,
  title,
  children,
}: {
  readonly at: number;
  readonly title: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className={styles['row']} style={cssVars({ row: at })}>
        {title}
      </div>
      <div className={styles['lane']} style={cssVars({ row: at })}>
        {children}
      </div>
    </>
  );
}

type Span = { readonly opensAt: string; readonly closesAt: string };

function Places({ span, onPlace }: { readonly span: Span; readonly onPlace: (time: string) => void }) {
  const times = hoursBetween(span).flatMap((hour) =>
    ['00', '15', '30', '45'].map((minute) => `${hour.slice(0, 2)}:${minute}`),
  );
  return times.map((time, index) => (
    <button
      key={time}
      type="button"
      className={styles['place']}
      tabIndex={-1}
      aria-label={time}
      title={time}
      style={cssVars({ from: index })}
      onClick={() => onPlace(time)}
    />
  ));
}

type TagProps = { readonly tag: GridTag; readonly span: Span; readonly onTag: ((tag: GridTag) => void) | undefined };

function Tag({ tag, span, onTag }: TagProps) {
  const from = columnOf(tag.from, span);
  const place = cssVars({ from, width: Math.max(columnOf(tag.until, span) - from, 1) });
  const look = `${styles['tag']} ${styles[tag.tone]}`;
  if (!onTag) {
    return (
      <div className={look} style={place} title={tag.label}>
        {tag.content}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={look}
      style={place}
      title={tag.label}
      aria-label={tag.label}
      onClick={() => onTag(tag)}
    >
      {tag.content}
    </button>
  );
}
