import { canaryRoutes } from '../../../server/features/parts/parts.routes.ts';

export const CanaryPart = canaryRoutes;
