import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { cssVars } from '#web/ui/css-vars.ts';
import styles from '#web/ui/TimeGrid.module.css';
import tones from '#web/ui/tone.module.css';
import { columnOf, hoursBetween, levelsOf, quarterCount, type Bar } from '#web/ui/time-grid.ts';
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

/** A thin line under the tags of a row: what really happened. */
export type GridStrip = Omit<GridTag, 'content'>;

type Props = {
  readonly label: string;
  /** Shop hours shown, `08:00` to `20:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** `name` tells the row to screen readers where its title is more than text. */
  readonly rows: readonly { readonly key: string; readonly title: ReactNode; readonly name?: string }[];
  readonly tags: readonly GridTag[];
  readonly strips?: readonly GridStrip[];
  readonly now?: string;
  /** Wide quarters, so that half an hour shows its text; the grid scrolls, and begins near now. */
  readonly roomy?: boolean;
  /** Tags of several lines. */
  readonly tall?: boolean;
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

/** Rows (bays, people, advisors) against quarters of an hour; tags lie where they are planned, under each other where they overlap. */
export function TimeGrid(props: Props) {
  const { label, opensAt, closesAt, rows, tags, strips = [], now, roomy = false, tall = false, onTag, onPlace } = props;
  const span = { opensAt, closesAt };
  const place = useScrolledTo(now === undefined ? null : columnOf(now, span) / quarterCount(span));
  return (
    <div className={styles['scroll']} ref={place}>
      <div
        className={styles['grid']}
        data-roomy={roomy}
        data-tall={tall}
        role="group"
        aria-label={label}
        style={cssVars({ quarters: quarterCount(span) })}
      >
        <div className={styles['corner']} />
        {hoursBetween(span).map((hour, index) => (
          <div key={hour} className={`${styles['hour']} figures`} style={cssVars({ from: index * 4 })}>
            {hour}
          </div>
        ))}
        {rows.map((row, index) => (
          <GridRow
            key={row.key}
            row={row}
            at={index}
            span={span}
            tall={tall}
            tags={tags.filter((tag) => tag.row === row.key)}
            strips={strips.filter((strip) => strip.row === row.key)}
            onTag={onTag}
            onPlace={onPlace}
          />
        ))}
        {now ? (
          <div className={styles['now']} style={cssVars({ from: columnOf(now, span), rows: rows.length })} />
        ) : null}
      </div>
    </div>
  );
}

type Span = { readonly opensAt: string; readonly closesAt: string };

/** Wide enough to be pressed and no wider, so that what follows stands beside it; a tag of several lines is read whole. */
const leastQuarters = { low: 0.4, tall: 1.9 } as const;

/** Where a tag lies. */
function barOf({ from, until }: Pick<GridTag, 'from' | 'until'>, span: Span, least: number): Bar {
  const column = columnOf(from, span);
  return { from: column, until: Math.max(columnOf(until, span), column + least) };
}

const nowhere: Bar = { from: 0, until: 0 };

type RowProps = Pick<Props, 'tags' | 'onTag' | 'onPlace'> & {
  readonly row: Props['rows'][number];
  readonly at: number;
  readonly span: Span;
  readonly tall: boolean;
  readonly strips: readonly GridStrip[];
};

function GridRow({ row, at, span, tall, tags, strips, onTag, onPlace }: RowProps) {
  const bars = tags.map((tag) => barOf(tag, span, tall ? leastQuarters.tall : leastQuarters.low));
  const levels = levelsOf(bars);
  const count = Math.max(0, ...levels.map((level) => level + 1));
  return (
    <>
      <div className={styles['row']} style={cssVars({ row: at })}>
        {row.title}
      </div>
      <div className={styles['lane']} style={cssVars({ row: at, levels: count })}>
        {onPlace ? <Places row={row} span={span} onPlace={(time) => onPlace(row.key, time)} /> : null}
        {tags.map((tag, index) => (
          <Tag key={tag.key} tag={tag} bar={bars[index] ?? nowhere} level={levels[index] ?? 0} onTag={onTag} />
        ))}
        {strips.map((strip) => (
          <Strip key={strip.key} strip={strip} span={span} />
        ))}
      </div>
    </>
  );
}

function Strip({ strip, span }: { readonly strip: GridStrip; readonly span: Span }) {
  const from = columnOf(strip.from, span);
  const width = Math.max(columnOf(strip.until, span) - from, 0.1);
  return (
    <div
      className={`${styles['strip']} ${tones[strip.tone]}`}
      style={cssVars({ from, width })}
      role="img"
      aria-label={strip.label}
      title={strip.label}
    />
  );
}

type PlacesProps = {
  readonly row: Props['rows'][number];
  readonly span: Span;
  readonly onPlace: (time: string) => void;
};

function Places({ row, span, onPlace }: PlacesProps) {
  const times = hoursBetween(span).flatMap((hour) =>
    ['00', '15', '30', '45'].map((minute) => `${hour.slice(0, 2)}:${minute}`),
  );
  const name = row.name ?? (typeof row.title === 'string' ? row.title : '');
  return times.map((time, index) => (
    <button
      key={time}
      type="button"
      className={styles['place']}
      tabIndex={-1}
      aria-label={`${name} ${time}`}
      title={time}
      style={cssVars({ from: index })}
      onClick={() => onPlace(time)}
    />
  ));
}

type TagProps = {
  readonly tag: GridTag;
  readonly bar: Bar;
  readonly level: number;
  readonly onTag: ((tag: GridTag) => void) | undefined;
};

function Tag({ tag, bar, level, onTag }: TagProps) {
  const place = cssVars({ from: bar.from, width: bar.until - bar.from, level });
  const look = `${styles['tag']} ${tones[tag.tone]}`;
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
