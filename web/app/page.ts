import type { ComponentType } from 'react';
import type { StaffRole } from '#domain/kernel/role.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { PathName } from '#web/app/paths.ts';
import type { IconName } from '#web/ui/icon-shapes.ts';

/** What stands around a page: the desk with its rail, the phone with its bar, or nothing (customer, walls, sign-in). */
export type Frame = 'desktop' | 'phone' | 'bare';

/** A page as its capability registers it. */
export type Page = {
  readonly path: PathName;
  readonly title: Words;
  readonly frame: Frame;
  /** Who may open it; `staff` is anyone signed in, `public` anyone. */
  readonly callers: readonly StaffRole[] | 'staff' | 'public';
  readonly load: () => Promise<ComponentType>;
  /** Shows the page in the rail (desktop) or bar (phone, under its `short` name), lower `order` first. */
  readonly menu?: { readonly icon: IconName; readonly order: number; readonly short?: Words };
};

/** Whether someone with these roles may open the page. */
export function mayOpen({ callers }: Page, roles: readonly StaffRole[]): boolean {
  return typeof callers === 'string' || roles.some((role) => callers.includes(role));
}
