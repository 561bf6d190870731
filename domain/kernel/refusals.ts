import { r } from '#domain/kernel/refusal-words.ts';
import { delivery, settlement } from '#domain/kernel/refusals.settlement.ts';
import { parts, quality, workshop } from '#domain/kernel/refusals.workshop.ts';

/**
 * Every refusal of the system, in one readable place: HTTP status and what to do, in Chinese and English.
 * Codes are stable: programs may depend on them. 401 sign in, 403 not yours, 404 not there, 409 state or version, 422 rule or input.
 */

const http = {
  unauthenticated: r(401, '请先登录。', 'Please sign in.'),
  forbidden: r(
    403,
    '您的岗位不能进行此操作，请联系有权限的同事。',
    'Your role may not do this. Ask a colleague who may.',
  ),
  not_found: r(
    404,
    '没有找到，请核对编号或返回列表重选。',
    'Not found. Check the number or choose again from the list.',
  ),
  invalid_input: r(
    422,
    '有内容填写不正确，请按提示修改后重试。',
    'Some fields are not right. Mend them as told and try again.',
  ),
  too_many_requests: r(429, '请求过于频繁，请稍后再试。', 'Too many requests. Try again in a moment.'),
  too_many_streams: r(
    429,
    '同时接收实时更新的页面已达上限，请关闭不用的页面；本页会定时刷新。',
    'Too many pages listen to changes at once. Close those that you do not need; this one asks again by itself.',
  ),
  idempotency_key_missing: r(
    400,
    '缺少 Idempotency-Key 请求头（8–200 个字符），请补上后重试。',
    'Send an Idempotency-Key header (8–200 characters).',
  ),
  idempotency_key_reused: r(
    422,
    '该 Idempotency-Key 已用于另一内容，请换一个新的键。',
    'This Idempotency-Key was used for other content. Use a new key.',
  ),
  stale_version: r(
    409,
    '内容已被他人更新，请核对最新内容后再提交一次。',
    'Somebody changed this meanwhile. Look at what it is now and send it again.',
  ),
  wrong_state: r(
    409,
    '当前状态为“{stateZh}”，不能“{actionZh}”；需要处于：{fromZh}。',
    'It is “{stateEn}”; “{actionEn}” needs: {fromEn}.',
  ),
  busy: r(409, '该记录正在被他人处理，请稍后重试。', 'Somebody is working on this right now. Try again.'),
  conflict: r(
    409,
    '与已有记录冲突，未保存任何内容，请刷新后重试。',
    'It conflicts with what is stored; nothing was saved. Reload and try again.',
  ),
  foreign_origin: r(
    403,
    '此请求来自其他网站，已拒绝；请在本系统页面中操作。',
    'This request came from another site. Use the pages of this system.',
  ),
  malformed_request: r(
    400,
    '请求格式不正确，请检查 JSON 与网址编码。',
    'The request is malformed. Check its JSON and URL encoding.',
  ),
  headers_too_large: r(
    431,
    '请求头过长，请缩短后重试。',
    'The request’s headers are too long. Shorten them and try again.',
  ),
  method_not_allowed: r(405, '该地址不支持此请求方法。', 'This address does not take that method.'),
  unsupported_media_type: r(
    415,
    '请以 application/json 或 multipart/form-data 发送内容。',
    'Send application/json or multipart/form-data.',
  ),
  body_too_large: r(
    413,
    '发送的内容过大，请缩小后重试。',
    'What was sent is too large. Make it smaller and try again.',
  ),
} as const;

const customer = {
  customer_exists: r(
    409,
    '该电话已有客户档案（{name}），请直接选用。',
    'A customer with this phone is on file ({name}). Use that file.',
  ),
  vehicle_exists: r(409, '该车牌或车辆识别代号已建档，请直接选用。', 'This plate or VIN is on file. Use that vehicle.'),
  vin_check_digit: r(
    422,
    '车辆识别代号校验位不符（应为 {expected}），请核对；进口车可填写原因后保存。',
    'The VIN check digit does not fit (expected {expected}). Check it; for an import give a reason.',
  ),
  no_consent: r(
    422,
    '客户未同意或已撤回接收此类联系，请勿邀约。',
    'The customer has not consented to such contact. Do not invite.',
  ),
  odometer_backwards: r(
    422,
    '里程不能小于上次记录的 {last} 公里，请核对；更换过仪表的，由服务顾问在读数中注明原因。',
    'The odometer cannot be below the last reading of {last} km. Check it; where the cluster was replaced, the advisor gives the reason with the readings.',
  ),
  vehicle_unidentified: r(422, '请至少填写车牌号或车辆识别代号。', 'Give a plate or a VIN at least.'),
  file_incomplete: r(
    422,
    '客户档案还缺：{missingZh}，请补全。',
    'The customer file still lacks: {missingEn}. Fill it in.',
  ),
} as const;

const appointment = {
  outreach_exists: r(
    409,
    '该车已有进行中的同类邀约，请在原记录上处理。',
    'This car has a live outreach on that topic. Continue there.',
  ),
  privacy_not_accepted: r(
    422,
    '请先阅读并同意个人信息告知，再提交预约。',
    'Please read the privacy notice and agree to it before you book.',
  ),
  slot_full: r(
    409,
    '该时段顾问已约满，请选择其他时段或顾问。',
    'The advisor has no free place at that time. Offer another time or advisor.',
  ),
  slot_closed: r(
    422,
    '该时间不在营业时间内，请选择 {opens}–{closes}。',
    'That is outside opening hours. Choose {opens}–{closes}.',
  ),
  appointment_in_past: r(422, '预约时间已过，请选择以后的时间。', 'That time has passed. Choose a later one.'),
  appointment_not_today: r(
    409,
    '预约时间未到，请过了预约时间再登记失约。',
    'The appointment is not due yet. Mark a no-show after its time.',
  ),
} as const;

const reception = {
  vehicle_in_shop: r(
    409,
    '该车已有未完成的工单 {orderNo}，请在该工单上处理。',
    'This car has an open order {orderNo}. Continue there.',
  ),
  presenter_missing: r(
    422,
    '请填写送修人姓名；仅内部与新车检查工单可不填。',
    'Say who brings the car; only internal and PDI orders may leave it out.',
  ),
  kit_not_fitted: r(409, '请先安装三件套并登记。', 'Fit the protective kit first and record it.'),
  reception_incomplete: r(
    422,
    '接车登记还缺：{missingZh}，请补全。',
    'The reception form still lacks: {missingEn}. Fill it in.',
  ),
  reception_not_finished: r(409, '请先完成接车登记并交给客户。', 'Finish the reception form and hand it over first.'),
  signature_empty: r(422, '签名为空，请重新签名。', 'The signature is empty. Sign again.'),
  item_not_held: r(
    409,
    '该物品不在店内保管或已归还，请核对物品清单。',
    'This item is not held by the shop or was returned. Check the list of items.',
  ),
} as const;

const authorization = {
  line_not_found: r(404, '没有找到该项目，请刷新后重选。', 'No such line. Reload and choose again.'),
  line_not_draft: r(
    409,
    '该项目已出示给客户，不能修改；请新建增项。',
    'This line was presented and cannot change. Add a new one.',
  ),
  no_lines: r(422, '没有可出示的项目，请先添加项目。', 'There is nothing to present. Add lines first.'),
  promise_missing: r(422, '请先填写预计交车时间。', 'Set the promised time first.'),
  pick_up_in_peak: r(
    422,
    '大修、事故车不在高峰时间（{from}–{until}）交车，请与客户另约时间。',
    'Big and accident repairs are not delivered in the peak hours ({from}–{until}). Agree on another time.',
  ),
  promise_in_past: r(
    422,
    '预计交车时间必须晚于现在，请重新填写。',
    'The promised time must lie ahead. Set a later one.',
  ),
  choices_missing: r(422, '请先询问并登记：{missingZh}。', 'Ask and record first: {missingEn}.'),
  version_open: r(
    409,
    '已有待客户确认的版本，请先请客户决定或撤回。',
    'A version awaits the customer. Have it decided or withdraw it first.',
  ),
  no_version: r(409, '没有待客户确认的版本，请先出示给客户。', 'No version awaits a decision. Present one first.'),
  version_changed: r(
    409,
    '客户看到的内容与当前版本不一致，请重新出示。',
    'What the customer saw is not this version. Present it again.',
  ),
  choices_incomplete: r(
    422,
    '请对每个项目选择：同意、拒绝或以后再做。',
    'Decide every line: accept, decline or defer.',
  ),
  not_entrusted: r(
    403,
    '签字人不是车主或受车主委托的人，或超过车队联系人的授权限额；请由有权签字的人签字。',
    'The signatory is neither the owner nor entrusted, or beyond the fleet contact’s limit. Have somebody sign who may.',
  ),
  signature_missing: r(422, '请客户签名后再提交。', 'Have the customer sign first.'),
  read_back_missing: r(
    422,
    '请填写电话中向客户宣读的内容，至少 10 个字。',
    'Write down what was read back on the phone, 10 characters at least.',
  ),
  paper_missing: r(422, '请先上传签字纸质件的照片。', 'Upload the photograph of the signed paper first.'),
  payer_unclear: r(
    422,
    '厂家或保险承担的项目须有判定及告知客户的理由，请先做质量担保判定。',
    'A line paid by manufacturer or insurer needs a judgement with its reason. Judge the warranty first.',
  ),
  payer_internal: r(
    422,
    '内部与新车检查工单由店内付费，请把付费方改为“店内付费”。',
    'The dealership pays for its own cars. Choose “internal” as the payer.',
  ),
  fee_above_cap: r(422, '诊断费超过封顶金额 {cap}，请调低。', 'The diagnosis fee exceeds its cap of {cap}. Lower it.'),
  price_above_list: r(422, '价格高于公示价 {list}，请下调。', 'The price is above the published {list}. Lower it.'),
  amount_too_large: r(
    422,
    '单价乘以数量超过 {most}，请核对单价和数量。',
    'Price times quantity exceeds {most}. Check both.',
  ),
  warranty_reason_missing: r(422, '请写明告知客户的判定理由。', 'Give the reason that the customer is told.'),
  warranty_undecided: r(
    409,
    '质量担保尚未有结论，请先判定或约定厂家拒绝时由谁付款。',
    'The warranty judgement is open. Decide it or say who pays if refused.',
  ),
  already_granted: r(
    409,
    '客户已同意该项目，无需再次决定。',
    'The customer has granted this line; there is nothing left to decide.',
  ),
  norm_ahead: r(
    409,
    '“{normZh}”在车辆完工后才能登记，请完工后再做。',
    '“{normEn}” is done with the finished car: tick it then.',
  ),
  work_running: r(
    409,
    '“{line}”正在作业，请先请技师暂停，再登记客户取消。',
    '“{line}” is being worked on. Have the technician pause it first, then record that the customer cancels.',
  ),
  order_cancelled: r(
    409,
    '该工单已取消，请检验并结算已做的项目；客户另有需要时请新开工单。',
    'This order is cancelled. Inspect and settle what was done; open a new order for anything else.',
  ),
  paper_copies_due: r(
    409,
    '请先把接车登记表与任务委托书客户联交给客户。',
    'Hand the customer the copies of reception form and order first.',
  ),
} as const;

const followup = {
  not_due: r(409, '尚未到回访时间，请在 {due} 之后联系。', 'The call is not due yet. Call after {due}.'),
  answers_missing: r(422, '请填写客户的回答。', 'Record the customer’s answers.'),
  cause_missing: r(422, '请填写原因。', 'Record the cause.'),
  prevention_missing: r(422, '请填写防止再次发生的措施。', 'Record the preventive measure.'),
  assignee_missing: r(422, '请指定处理人。', 'Name who deals with it.'),
} as const;

const store = {
  first_run_done: r(409, '系统已完成初始化，请直接登录。', 'The first store exists. Sign in.'),
  token_wrong: r(403, '令牌不正确，请查看启动时打印的令牌。', 'The token is wrong. See the one printed at start.'),
  password_wrong: r(
    422,
    '当前密码不正确，请重新输入；忘记密码请联系系统管理员重置。',
    'The present password is wrong. Try again, or ask the administrator for a new one.',
  ),
  credentials_wrong: r(
    401,
    '用户名或密码不正确，请重新输入；忘记密码请联系系统管理员。',
    'Username or password is wrong. Try again, or ask the administrator for a new password.',
  ),
  username_taken: r(409, '该用户名已被使用，请换一个。', 'This username is taken. Choose another.'),
  team_unknown: r(
    422,
    '本店没有班组“{team}”，请从班组名单中选择。',
    'This store has no team “{team}”. Choose one from the list of teams.',
  ),
  code_taken: r(409, '该编号已被使用，请换一个。', 'This code is taken. Choose another.'),
  file_unreadable: r(
    422,
    '无法读取该文件，或没有数据行。请按模板准备 .xlsx 或 .csv；老式 .xls 请在 Excel 中另存为 .xlsx。',
    'The file cannot be read or has no rows. Bring an .xlsx or .csv file like the template; save an old .xls as .xlsx first.',
  ),
  image_unreadable: r(
    422,
    '无法读取该图片，请使用 JPEG、PNG 或 WebP 照片。',
    'The picture cannot be read. Use a JPEG, PNG or WebP photo.',
  ),
  file_too_large: r(
    413,
    '文件过大（上限 {limit}），请缩小后重试。',
    'The file is too large (at most {limit}). Make it smaller and try again.',
  ),
  import_has_errors: r(
    409,
    '还有问题行，请修改后重新上传，或选择跳过问题行。',
    'Some rows have problems. Mend and upload again, or skip them.',
  ),
  sheet_unknown: r(
    422,
    '工作簿中没有工作表“{sheet}”，只有：{there}。',
    'The workbook has no sheet “{sheet}”, only: {there}.',
  ),
  columns_missing: r(
    422,
    '文件缺少列：{columns}，请使用模板。',
    'The file lacks the columns: {columns}. Use the template.',
  ),
  period_wrong: r(
    422,
    '请重新选择期间：结束日期不能早于开始日期，最长一年。',
    'Choose the period again: it must not end before it begins, and lasts a year at most.',
  ),
  import_closed: r(
    409,
    '该导入已完成或已放弃，请重新上传。',
    'This import is done or discarded. Upload the file again.',
  ),
  last_admin: r(
    409,
    '至少要保留一名系统管理员，请先指定另一位。',
    'At least one administrator must stay. Name another one first.',
  ),
  not_demo: r(403, '仅演示门店可用，请在演示门店中操作。', 'Only for demo stores. Use one of those.'),
  link_expired: r(
    401,
    '链接已失效，请向服务顾问索取新的链接。',
    'The link no longer works. Ask your advisor for a new one.',
  ),
} as const;

export const refusals = {
  ...http,
  ...customer,
  ...appointment,
  ...reception,
  ...authorization,
  ...workshop,
  ...parts,
  ...quality,
  ...settlement,
  ...delivery,
  ...followup,
  ...store,
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type RefusalCode = keyof typeof refusals;
