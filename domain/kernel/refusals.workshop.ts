import { r } from './refusal-words.ts';

/** What the workshop, the parts counter and the checks refuse. */
export const workshop = {
  no_grant: r(
    409,
    '客户尚未同意该项目，不能施工、领料或收费。',
    'The customer has not approved this line: no work, no parts, no charge.',
  ),
  grant_revoked: r(409, '该项目的授权已撤回。', 'The grant of this line was revoked.'),
  not_in_workshop: r(
    409,
    '车辆、钥匙与单据尚未交给车间主管。',
    'Key, order and form were not handed to the supervisor yet.',
  ),
  not_dispatched: r(409, '该项目尚未派工。', 'This line is not dispatched yet.'),
  not_your_line: r(403, '该项目未派给您或您的班组。', 'This line is not dispatched to you or your team.'),
  car_not_accepted: r(
    409,
    '班组尚未按接车登记表验收车辆。',
    'The team has not accepted the car against the reception form.',
  ),
  vehicle_away: r(409, '车辆不在店内。', 'The car is not in the shop.'),
  finding_line_missing: r(
    422,
    '请选择该发现所属的项目：诊断发现归属诊断项目，停工须指明停哪一项。',
    'Choose the line of this finding: a diagnosis belongs to its line, and a stop names what it stops.',
  ),
  line_waiting: r(409, '该项目正在等待：{reasonZh}。', 'This line waits for: {reasonEn}.'),
  bay_taken: r(
    409,
    '该工位在此时段已有安排，请选择其他时段或工位。',
    'The bay is planned at that time. Choose another time or bay.',
  ),
  technician_taken: r(
    409,
    '该技师在此时段已有安排，请选择其他时段或技师。',
    'The technician is planned at that time. Choose another.',
  ),
  wrong_trade: r(422, '该技师没有此工种（{trade}）资格。', 'The technician lacks the trade {trade}.'),
  plan_order: r(422, '计划结束时间必须晚于开始时间。', 'The plan must end after it starts.'),
  work_record_missing: r(422, '请填写所做作业的记录。', 'Record what was done.'),
  parts_not_issued: r(409, '还有未出库的配件：{parts}。', 'Parts are not issued yet: {parts}.'),
  check_incomplete: r(422, '检查项目未填完整：{missing}。', 'Checks are missing: {missing}.'),
  checks_own_work: r(409, '不能检验自己的作业。', 'Nobody checks their own work.'),
  worked_on_order: r(
    409,
    '参与过本单作业的人员不能做总检。',
    'Whoever worked on this order may not do its final inspection.',
  ),
  inspected_order: r(
    409,
    '做过本单总检的人员不能再参与本单作业，请改派其他技师。',
    'Whoever finally inspected this order may not work on it. Dispatch somebody else.',
  ),
  lines_unfinished: r(409, '还有未完成检验的项目：{lines}。', 'Lines are not yet checked: {lines}.'),
  reason_missing: r(422, '请填写原因。', 'Give the reason.'),
} as const;

export const parts = {
  not_a_part: r(422, '该项目不是配件。', 'This line is not a part.'),
  above_grant: r(409, '数量超过客户同意的 {granted}。', 'The quantity exceeds the granted {granted}.'),
  stock_short: r(409, '库存不足，可用 {available}。', 'Stock is short; {available} available.'),
  technician_signature_missing: r(422, '领料需要技师签名。', 'The issue needs the technician’s signature.'),
  return_above_issued: r(422, '退料数量超过已出库的 {issued}。', 'The return exceeds the {issued} issued.'),
  part_unknown: r(404, '没有该配件。', 'No such part.'),
} as const;

export const quality = {
  inspection_missing: r(409, '尚未通过总检。', 'The final inspection has not passed.'),
  internal_check_missing: r(409, '服务顾问尚未完成内部交车核对。', 'The advisor has not finished the internal check.'),
  wash_begun: r(409, '这辆车已登记开始洗车。', 'The washing of this car has begun already.'),
  wash_not_started: r(
    409,
    '请先登记开始洗车，车间主管与服务顾问才会知道。',
    'Record first that washing starts, so that supervisor and advisor know.',
  ),
  wash_pending: r(409, '客户需要洗车，尚未完成。', 'The wanted wash is not done.'),
  parking_missing: r(409, '请先登记停车位置。', 'Record the parking place first.'),
  custody_missing: r(409, '钥匙、委托书与接车登记表尚未交回。', 'Key, order and form are not back yet.'),
  fault_items_missing: r(422, '不合格时必须注明不合格的项目与原因。', 'A failure must name its lines and the reason.'),
} as const;
