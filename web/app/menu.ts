import type { StaffRole } from '#domain/kernel/role.ts';
import { homes } from '#web/app/home.ts';
import { mayOpen, type Frame, type Page } from '#web/app/page.ts';
import { pages } from '#web/app/pages.ts';
import type { IconName } from '#web/ui/icon-shapes.ts';

export type MenuEntry = { readonly page: Page; readonly icon: IconName };

/** What the roles may open from rail or bar, their home screens first. */
export function menuFor(roles: readonly StaffRole[], frame?: Frame): MenuEntry[] {
  const own = new Set(roles.map((role) => homes[role]));
  return pages
    .filter((page) => page.menu && (frame === undefined || page.frame === frame) && mayOpen(page, roles))
    .toSorted(
      (a, b) => Number(own.has(b.path)) - Number(own.has(a.path)) || (a.menu?.order ?? 0) - (b.menu?.order ?? 0),
    )
    .map((page) => ({
      page,
      icon: page.menu?.icon ?? 'home',
    }));
}
