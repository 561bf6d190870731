import { canaryRoutes } from '../parts/parts.routes.ts';

export const canaryCommand = canaryRoutes;
