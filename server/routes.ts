import { sessionRoutes } from '#server/access/session.routes.ts';
import { receptionRoutes } from '#server/features/reception/reception.routes.ts';
import type { Binding } from '#server/http/bind.ts';

/** Every endpoint of the system, by capability. */
export const routes: readonly Binding[] = [...sessionRoutes, ...receptionRoutes];
