export const canaryRoutes = 'parts';
