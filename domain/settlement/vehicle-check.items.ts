import { words, type Words } from '#domain/kernel/words.ts';

/** What the walk-through with the customer must answer, in the order of the walk (R212–R223). */
export const vehicleCheckItems = {
  explained_on_car: words('实车对照委托书与接车登记表说明', 'Explained on the car by order and reception form'),
  old_parts_shown: words('展示更换下来的旧件', 'Replaced old parts shown'),
  suggestions_explained: words('说明维修建议与用车注意事项', 'Repair suggestions and usage cautions explained'),
  next_service_reminded: words('提醒下次保养时间与里程', 'Next service date and kilometres reminded'),
  spare_wheel_and_tools: words('说明备胎与随车工具检查结果', 'Spare wheel and tool kit checked and told'),
  cleanliness_shown: words('展示车辆内外清洁', 'Clean inside and outside shown'),
  follow_up_announced: words('告知 3 日内回访并询问方便时间', 'Call within 3 days announced, convenient time asked'),
  kit_removed: words('当面取下三件套', 'Protective kit removed in front of the customer'),
  problems_asked: words('询问客户有无问题或不满意', 'Asked for problems and dissatisfaction'),
  belongings_gathered: words('协助客户整理个人物品', 'Helped to gather personal items'),
  parts_explained: words('说明更换的配件与维修内容', 'Replaced parts and work explained'),
  results_explained: words('说明检测与试车结果并解答疑问', 'Test results explained, questions answered'),
} as const satisfies Record<string, Words>;

type VehicleCheckItem = keyof typeof vehicleCheckItems;
export const vehicleCheckItemNames = Object.keys(vehicleCheckItems) as VehicleCheckItem[];
