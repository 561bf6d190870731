import type { EChartsOption } from 'echarts';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import {
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { colours, fontFamily, tones } from '#web/ui/theme.ts';

use([
  BarChart,
  LineChart,
  PieChart,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

const look = {
  color: [colours.accent, '#5b8def', '#12907f', '#b7791f', '#8a5cc2', '#8a94a1'],
  textStyle: { fontFamily, color: colours.ink },
  grid: { left: 8, right: 12, top: 32, bottom: 8, outerBoundsMode: 'same' },
  categoryAxis: {
    axisLine: { lineStyle: { color: colours['line-strong'] } },
    axisTick: { show: false },
    axisLabel: { color: colours.muted },
  },
  valueAxis: { splitLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.muted } },
  markLine: { lineStyle: { color: tones.bad.fill } },
};

/** Draws in the place and follows its size. */
export function drawChart(place: HTMLElement, option: EChartsOption) {
  const chart = init(place, look, { renderer: 'svg' });
  chart.setOption(option);
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(place);
  return {
    setOption: (next: EChartsOption, replace: boolean) => chart.setOption(next, replace),
    stop: () => {
      observer.disconnect();
      chart.dispose();
    },
  };
}
