import { words } from '#domain/kernel/words.ts';

/** Texts of signing in and of the first run. */
export const signInWords = {
  slogan: words('从预约到交车，一车一轮，步步可查', 'One wheel per car, from appointment to delivery'),
  username: words('用户名', 'Username'),
  password: words('密码', 'Password'),
  signIn: words('登录', 'Sign in'),
  fillBoth: words('请填写用户名和密码', 'Fill in username and password'),
  firstRun: words('初始化新门店', 'Set up a new store'),
  firstRunTitle: words('初始化门店', 'Set up the first store'),
  firstRunHint: words(
    '请输入启动时在服务器窗口打印的令牌，建立门店和第一位管理员。',
    'Enter the token that the server printed at start, and make the store and its first administrator.',
  ),
  firstRunDone: words('已有门店，请直接登录。', 'The store exists already. Sign in.'),
  token: words('令牌', 'Token'),
  storeName: words('门店名称', 'Store name'),
  storeNameEn: words('英文名称（选填）', 'English name (optional)'),
  name: words('管理员姓名', 'Name of the administrator'),
  passwordHint: words('至少 8 个字符', 'At least 8 characters'),
  current: words('当前密码', 'Present password'),
  newPassword: words('新密码', 'New password'),
  again: words('再输一次新密码', 'The new password again'),
  differs: words('两次输入的新密码不一致', 'The two new passwords differ'),
  change: words('修改密码', 'Change your password'),
  changed: words('密码已修改，其他设备需用新密码重新登录。', 'Changed. Other devices sign in anew with it.'),
  create: words('建立门店', 'Make the store'),
  toSignIn: words('去登录', 'To sign in'),
} as const;
