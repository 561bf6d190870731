import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { lazy } from 'react';
import { Admitted, SignedIn } from '#web/app/Admitted.tsx';
import { BrokenPage } from '#web/app/BrokenPage.tsx';
import { Loading } from '#web/app/Loading.tsx';
import { NotFoundPage } from '#web/app/NotFoundPage.tsx';
import type { Frame, Page } from '#web/app/page.ts';
import { pages } from '#web/app/pages.ts';
import { patterns } from '#web/app/paths.ts';
import { StartPage } from '#web/app/StartPage.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });

const desktopFrame = lazy(async () => ({ default: (await import('#web/app/frames/DesktopFrame.tsx')).DesktopFrame }));
const phoneFrame = lazy(async () => ({ default: (await import('#web/app/frames/PhoneFrame.tsx')).PhoneFrame }));

const frames = {
  desktop: createRoute({
    getParentRoute: () => root,
    id: 'desktop',
    component: () => <SignedIn of={desktopFrame} />,
    errorComponent: BrokenPage,
  }),
  phone: createRoute({
    getParentRoute: () => root,
    id: 'phone',
    component: () => <SignedIn of={phoneFrame} />,
    errorComponent: BrokenPage,
  }),
  bare: createRoute({ getParentRoute: () => root, id: 'bare', component: Outlet, errorComponent: BrokenPage }),
} as const;

const start = createRoute({ getParentRoute: () => frames.bare, path: patterns.start, component: StartPage });

function routeOf(page: Page) {
  const Body = lazy(async () => ({ default: await page.load() }));
  return createRoute({
    getParentRoute: () => frames[page.frame],
    path: patterns[page.path],
    component: () => <Admitted page={page} of={Body} />,
    loader: async () => void (await page.load()),
    errorComponent: BrokenPage,
    pendingComponent: Loading,
  });
}

const routesIn = (frame: Frame) => pages.filter((page) => page.frame === frame).map(routeOf);

const tree = root.addChildren([
  frames.desktop.addChildren(routesIn('desktop')),
  frames.phone.addChildren(routesIn('phone')),
  frames.bare.addChildren([start, ...routesIn('bare')]),
]);

/** Search is kept as plain text: pages read it with `useUrlState`. */
export const newRouter = () =>
  createRouter({
    routeTree: tree,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFoundPage,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text ? `?${text}` : '';
    },
  });
