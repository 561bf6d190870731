import { insightsContracts } from '#domain/insights/insights.contract.ts';
import { readKpi } from '#server/features/insights/kpi.queries.ts';
import { managerHome } from '#server/features/insights/manager-home.queries.ts';
import { readTrend } from '#server/features/insights/trend.queries.ts';
import { bind } from '#server/http/bind.ts';

export const insightsRoutes = [
  bind(insightsContracts.managerHome, managerHome),
  bind(insightsContracts.kpi, readKpi),
  bind(insightsContracts.trend, readTrend),
];
