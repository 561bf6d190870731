import { words } from '#domain/kernel/words.ts';

/** Texts of the shell. */
export const appWords = {
  loading: words('正在载入…', 'Loading…'),
  notFound: words('没有这个页面', 'There is no such page'),
  notFoundHint: words('请核对网址，或从首页重新进入。', 'Check the address, or start again from your home screen.'),
  forbidden: words('您的岗位不能打开此页面', 'Your role may not open this page'),
  forbiddenHint: words('如需查看，请联系系统管理员调整岗位。', 'Ask the administrator for the role if you need it.'),
  broken: words('页面出了问题', 'Something broke on this page'),
  brokenHint: words(
    '已填写但未提交的内容可能丢失；已提交的内容都已保存。',
    'What was sent is stored; what was typed but not sent may be lost.',
  ),
  unreachable: words('连接不上服务器', 'The server cannot be reached'),
  newVersion: words('系统已更新，请重新载入。', 'A newer version is installed. Reload the page.'),
  reload: words('重新载入', 'Reload'),
  home: words('回首页', 'To my home screen'),
  noStore: words('您还没有门店岗位', 'You have no role in any store yet'),
  noStoreHint: words('请联系系统管理员为您分配岗位。', 'Ask the administrator to give you one.'),
  allPages: words('全部页面', 'All pages'),
  menu: words('主菜单', 'Main menu'),
  more: words('更多', 'More'),
  skip: words('跳到正文', 'Skip to content'),
  find: words('查找', 'Find'),
  findHint: words(
    '车牌、车架号后几位、电话后几位、姓名、拼音首字母、工单号',
    'Plate, VIN tail, phone tail, name, pinyin initials, order number',
  ),
  findNothing: words('没有找到“{text}”', 'Nothing found for “{text}”'),
  findPages: words('页面', 'Pages'),
  store: words('门店', 'Store'),
  demo: words('演示', 'Demo'),
  language: words('切换语言', 'Switch language'),
  otherLanguage: words('English', '中文'),
  signOut: words('退出登录', 'Sign out'),
  ownPassword: words('修改密码', 'Change your password'),
  offline: words('实时更新已断开，每 30 秒刷新', 'Live updates are off; refreshing every 30 s'),
} as const;
