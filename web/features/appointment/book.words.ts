import { words } from '#domain/kernel/words.ts';

export const bookWords = {
  title: words('预约维修保养', 'Book a service'),
  wish: words('您需要什么服务？', 'What do you need?'),
  wishes: words('常见服务', 'Often asked for'),
  jobs: words('服务内容', 'The work you need'),
  jobsHint: words('可以点选，也可以用自己的话写', 'Choose above or write in your own words'),
  words: words('车况描述（选填）', 'What you noticed (optional)'),
  day: words('日期', 'Day'),
  time: words('到店时间', 'Time'),
  full: words('这一天已约满，请选其他日期。', 'This day is fully booked. Please choose another.'),
  name: words('您的姓名', 'Your name'),
  phone: words('手机号', 'Mobile number'),
  plate: words('车牌号', 'Plate'),
  plateHint: words('新车未上牌可不填', 'Leave it empty for a car without a plate'),
  model: words('车型（选填）', 'Model (optional)'),
  privacy: words('个人信息告知', 'Privacy notice'),
  privacyText: words(
    '{store}收集您的姓名、手机号、车牌号和服务需求，仅用于安排、确认和提醒本次预约，并记入本店的预约与维修档案，不提供给他人；保存时间为上述目的所必需及法律法规要求的期限。您可以随时向本店查询、更正、删除或撤回同意{contact}。',
    '{store} keeps your name, number, plate and wish to arrange, confirm and remind you of this appointment, in its own appointment and service files, and gives them to nobody else; for as long as that needs and the law requires. You may ask to see, correct or delete them or withdraw your consent at any time{contact}.',
  ),
  contact: words('（电话 {phone}）', ' (phone {phone})'),
  agree: words('我已阅读并同意以上告知', 'I have read this and agree'),
  submit: words('提交预约', 'Send the request'),
  prices: words('查看公示价目', 'See the published prices'),
  callUs: words('致电本店 {phone}', 'Call us {phone}'),
  address: words('地址', 'Address'),
  done: words('预约已提交', 'Your request was received'),
  doneText: words(
    '我们会打电话与您确认。请带好《保养手册》、行驶证和相关资料，按时到店。',
    'We will call you to confirm. Please bring the service booklet, the vehicle licence and related papers.',
  ),
  number: words('预约单号', 'Number'),
  again: words('再约一辆车', 'Book another car'),
  chooseTime: words('请选择到店时间', 'Please choose a time'),
} as const;

/** What customers ask for most, in their words. */
export const commonWishes = [
  words('定期保养', 'Regular service'),
  words('更换机油', 'Oil change'),
  words('刹车检查', 'Brake check'),
  words('轮胎与四轮定位', 'Tyres and alignment'),
  words('空调检查', 'Air conditioning'),
  words('故障检查', 'Find a fault'),
  words('钣金喷漆', 'Body and paint'),
  words('续保与事故定损', 'Insurance'),
] as const;
