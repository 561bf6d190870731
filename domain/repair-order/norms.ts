import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Words } from '#domain/kernel/words.ts';

type NormDefinition = Words & {
  readonly step: WheelStep;
  readonly requirement: string;
  /** The action whose record shows it, or the person's own tick. */
  readonly evidence: { readonly action: string } | 'tick';
};

type By = { readonly zh: string; readonly en: string; readonly requirement: string };

const ticked = (step: WheelStep, { zh, en, requirement }: By): NormDefinition & { readonly evidence: 'tick' } => ({
  step,
  zh,
  en,
  requirement,
  evidence: 'tick',
});
const shownBy = (step: WheelStep, action: string, { zh, en, requirement }: By) => ({
  step,
  zh,
  en,
  requirement,
  evidence: { action },
});
const norm = (requirement: string, zh: string, en: string): By => ({ requirement, zh, en });

/** What a person does that no record of the work shows: ticked by whoever did it. */
const tickedNorms = {
  met_at_once: ticked('reception', norm('R053', '主动迎接并引导停车', 'Met at once and guided to park')),
  greeted: ticked('reception', norm('R054', '标准问候并自我介绍', 'Greeted, and introduced oneself')),
  addressed: ticked('reception', norm('R055', '恰当称呼顾客', 'Addressed the customer properly')),
  listened: ticked('reception', norm('R057', '耐心倾听、当场记录', 'Listened, and recorded at once')),
  process_explained: ticked('reception', norm('R058', '介绍服务流程与价格', 'Explained process and prices')),
  identity_checked: ticked('reception', norm('R061', '核对客户与车辆身份', 'Checked customer and vehicle')),
  licence_asked: ticked('reception', norm('R078', '索取行驶证', 'Asked for the vehicle licence')),
  booklet_asked: ticked('reception', norm('R078', '索取保养手册', 'Asked for the service booklet')),
  valuables_reminded: ticked('reception', norm('R161', '提醒随身带走贵重物品', 'Reminded of valuables in the car')),
  preliminary_explained: ticked('reception', norm('R075', '向车主说明初步检查结果', 'Explained the preliminary check')),
  seat_offered: ticked('reception', norm('R079', '引导至前台并请坐', 'Led to the desk and offered a seat')),
  inspection_explained: ticked(
    'diagnosis',
    norm('R103', '说明须经全面检查后才能确定故障', 'Explained that a full inspection must come first'),
  ),
  inspection_time_told: ticked('diagnosis', norm('R092', '告知检测时间安排', 'Told when the car is inspected')),
  report_explained: ticked(
    'estimate',
    norm('R095', '向车主说明故障报告与维修方案', 'Explained the fault report and the plan'),
  ),
  advice_given: ticked('estimate', norm('R064', '给出专业建议与相应方案', 'Gave advice and a matching plan')),
  questions_answered: ticked('estimate', norm('R122', '解答客户疑问', 'Answered the customer’s questions')),
  items_explained: ticked('estimate', norm('R117', '说明每项内容的必要性', 'Explained why each item is needed')),
  payment_explained: ticked('estimate', norm('R130', '说明付费方式', 'Explained the ways to pay')),
  delivery_procedure: ticked('estimate', norm('R131', '说明交车程序', 'Explained the delivery procedure')),
  new_jobs_explained: ticked(
    'estimate',
    norm('R135', '说明新增项目先告知、同意后施工', 'Said that new jobs are reported and done only after consent'),
  ),
  attendant_introduced: ticked('estimate', norm('R140', '介绍休息区服务员', 'Introduced the lounge attendant')),
  work_explained: ticked('dispatch', norm('R152', '向车间交待作业内容', 'Explained the work to the workshop')),
  symptom_confirmed: ticked('work', norm('R157', '确认故障现象', 'Confirmed the symptom')),
  symptom_driven: ticked('work', norm('R157', '必要时试车确认故障', 'Confirmed the symptom by a road test')),
  progress_reported: ticked('work', norm('R170', '向客户通报进度', 'Reported progress to the customer')),
  suggestions_explained: ticked(
    'settlement',
    norm('R214', '说明维修建议与注意事项', 'Explained suggestions and cautions'),
  ),
  test_ride_offered: ticked('settlement', norm('R187', '邀请客户试乘试驾', 'Offered a test ride')),
  next_service_reminded: ticked('settlement', norm('R215', '提醒下次保养时间和里程', 'Reminded of the next service')),
  spare_wheel_told: ticked('settlement', norm('R216', '说明备胎与随车工具', 'Told the check of spare wheel and tools')),
  cleanliness_shown: ticked('settlement', norm('R217', '展示车辆内外清洁', 'Showed that the car is clean')),
  call_announced: ticked('settlement', norm('R218', '告知三日内回访', 'Announced the call within three days')),
  booklet_explained: ticked(
    'settlement',
    norm('R233', '说明保养手册上的记录', 'Explained the entries in the service booklet'),
  ),
  first_service_explained: ticked(
    'settlement',
    norm(
      'R234',
      '说明首保免费、质保规定与定期保养的重要性',
      'Explained the free first service, the warranty, regular service',
    ),
  ),
  cashier_thanked: ticked('settlement', norm('R242', '收银员致谢道别', 'Cashier thanked and said goodbye')),
  belongings_gathered: ticked('delivery', norm('R221', '协助整理个人物品', 'Helped to gather belongings')),
  contact_given: ticked('delivery', norm('R250', '告知随时联系方式', 'Gave the contact for any time')),
  other_service_asked: ticked('delivery', norm('R251', '询问其它服务需要', 'Asked for any other service')),
  farewell: ticked('delivery', norm('R252', '送别致谢并提醒安全行车', 'Saw off, thanked, wished a safe drive')),
  care_advised: ticked('delivery', norm('R254', '给出日常养护建议', 'Advised on daily care')),
} as const satisfies Record<string, NormDefinition>;

/** What the record of a command shows by itself. */
const recordedNorms = {
  slip_made: shownBy('reception', 'receive_car', norm('R063', '生成车辆接待单', 'Reception slip made')),
  kit_fitted: shownBy('reception', 'fit_kit', norm('R070', '安装三件套', 'Protective kit fitted')),
  readings_taken: shownBy('reception', 'record_readings', norm('R062', '登记里程与油量', 'Odometer and fuel recorded')),
  walked_around: shownBy('reception', 'record_walk_around', norm('R072', '环车检查', 'Walked around the car')),
  interviewed: shownBy('reception', 'record_interview', norm('R074', '现场问诊', 'Interviewed the customer')),
  items_taken: shownBy('reception', 'take_items', norm('R078', '登记证件钥匙与物品', 'Documents and keys taken')),
  form_handed: shownBy(
    'reception',
    'hand_over_reception_form',
    norm('R073', '客户签收接车登记表', 'Reception form signed and handed over'),
  ),
  promise_set: shownBy('estimate', 'set_promise', norm('R119', '告知预计交车时间', 'Promised time told')),
  choices_asked: shownBy(
    'estimate',
    'record_choices',
    norm('R134', '询问付费、旧件与洗车', 'Asked for payment, old parts and wash'),
  ),
  presented: shownBy('estimate', 'present', norm('R136', '出示并说明委托书', 'Order presented and explained')),
  decided: shownBy('estimate', 'decide', norm('R138', '客户确认签字', 'Customer decided and signed')),
  copies_handed: shownBy('estimate', 'hand_over_copies', norm('R137', '交付客户联', 'Customer copies handed over')),
  seated: shownBy('estimate', 'seat_in_lounge', norm('R140', '引导客户至休息区', 'Shown to the lounge')),
  handed_to_workshop: shownBy(
    'dispatch',
    'hand_to_workshop',
    norm('R150', '钥匙与单据移交车间', 'Key and papers handed to the workshop'),
  ),
  priority_set: shownBy('dispatch', 'set_priority', norm('R154', '确定派工优先度', 'Priority set')),
  dispatched: shownBy('dispatch', 'assign_line', norm('R155', '按技术与负荷派工', 'Dispatched by skill and load')),
  car_accepted: shownBy('work', 'accept_car', norm('R156', '班组验收车辆', 'Team accepted the car')),
  self_checked: shownBy('work', 'finish_work', norm('R180', '技师自检', 'Technician’s self-check')),
  leader_checked: shownBy('work', 'leader_check', norm('R181', '班组长检验', 'Team leader’s check')),
  finally_inspected: shownBy('final_inspection', 'final_inspect', norm('R183', '100% 总检', 'Final inspection')),
  wash_started: shownBy(
    'final_inspection',
    'start_wash',
    norm('R190', '开始洗车并告知车间主管与服务顾问', 'Washing started, supervisor and advisor told'),
  ),
  parked: shownBy('final_inspection', 'park', norm('R193', '停放竣工区并登记', 'Parked, and the spot recorded')),
  custody_returned: shownBy(
    'final_inspection',
    'return_custody',
    norm('R200', '钥匙与单据交回', 'Key and papers returned'),
  ),
  internally_checked: shownBy(
    'final_inspection',
    'internal_check',
    norm('R202', '内部交车核对', 'Internal check by the advisor'),
  ),
  told_ready: shownBy('settlement', 'tell_ready', norm('R210', '通知客户并约定取车', 'Told, and pick-up agreed')),
  vehicle_checked: shownBy(
    'settlement',
    'check_vehicle',
    norm('R212', '陪同客户验车', 'Walked through with the customer'),
  ),
  statement_shown: shownBy('settlement', 'present_statements', norm('R230', '出具结算单', 'Statement presented')),
  statement_signed: shownBy('settlement', 'sign_statement', norm('R239', '结算单签字', 'Statement signed')),
  pass_issued: shownBy('delivery', 'issue_final_pass', norm('R241', '开具出门证', 'Gate pass issued')),
  handed_over: shownBy('delivery', 'hand_over', norm('R249', '交还证件与钥匙', 'Documents and key handed over')),
} as const satisfies Record<string, NormDefinition>;

export type TickItem = keyof typeof tickedNorms;
export type NormKey = TickItem | keyof typeof recordedNorms;

/** What may be ticked. */
export const tickItems = Object.keys(tickedNorms) as [TickItem, ...TickItem[]];

/** Every norm that the shop follows at a visit (R050–R254). */
export const norms: Readonly<Record<NormKey, NormDefinition>> = { ...recordedNorms, ...tickedNorms };
export const normKeys = Object.keys(norms) as NormKey[];
