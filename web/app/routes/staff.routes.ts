import { words } from '#domain/kernel/words.ts';
import type { Page } from '#web/app/page.ts';

export const staffPages: readonly Page[] = [
  {
    path: 'sign_in',
    title: words('登录', 'Sign in'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/staff/SignInPage.tsx').then((file) => file.SignInPage),
  },
  {
    path: 'first_run',
    title: words('初始化门店', 'First run'),
    frame: 'bare',
    callers: 'public',
    load: () => import('#web/features/staff/FirstRunPage.tsx').then((file) => file.FirstRunPage),
  },
  {
    path: 'own_password',
    title: words('修改密码', 'Change your password'),
    frame: 'desktop',
    callers: 'staff',
    load: () => import('#web/features/staff/OwnPasswordPage.tsx').then((file) => file.OwnPasswordPage),
  },
];
