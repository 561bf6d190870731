import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import styles from '#web/ui/Chart.module.css';

type Props = {
  readonly option: EChartsOption;
  /** What the chart says, in words. */
  readonly label: string;
  readonly height?: 'low' | 'medium' | 'high';
};

/** Numbers to compare; the chart library arrives only where one is shown. */
export function Chart({ option, label, height = 'medium' }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(option);
  const chart = useRef<{ setOption: (option: EChartsOption, replace: boolean) => void }>(null);
  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(option, true);
  }, [option]);
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    void import('#web/ui/chart-library.ts').then(({ drawChart }) => {
      if (gone || !place.current) return;
      const drawn = drawChart(place.current, latest.current);
      chart.current = drawn;
      stop = drawn.stop;
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return <div ref={place} className={`${styles['chart']} ${styles[height]}`} role="img" aria-label={label} />;
}
