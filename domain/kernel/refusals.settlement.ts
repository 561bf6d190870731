import { r } from '#domain/kernel/refusal-words.ts';

/** What statements and money refuse. */
export const settlement = {
  customer_not_told: r(409, '请先通知客户并约定取车时间。', 'Call the customer and agree the pick-up first.'),
  vehicle_check_missing: r(409, '请先陪同客户验车。', 'Walk through the car with the customer first.'),
  statement_open: r(
    409,
    '已有未结的结算单，请先收款、挂账或撤回。',
    'A statement is open. Take the payment, approve credit or withdraw it first.',
  ),
  statement_missing: r(409, '尚未出具结算单，请先出具。', 'There is no statement yet. Present it first.'),
  statement_settled: r(
    409,
    '结算单已收款或已挂账，不能撤回；请改为开具红字冲销或退款。',
    'The statement is paid or on account. Issue a credit note or refund instead of withdrawing it.',
  ),
  credit_above_charge: r(
    422,
    '冲销金额超过结算单可冲销的 {rest}，请调低。',
    'The credit note exceeds the {rest} left on the statement. Enter less.',
  ),
  safety_refusal_unsigned: r(
    409,
    '拒修的安全项目需要客户注明并签字：{lines}。',
    'The customer must note and sign the refused safety items: {lines}.',
  ),
  no_safety_refusal_due: r(
    409,
    '没有待客户签字的拒修安全项目，无需签字。',
    'No refused safety item waits for the customer’s signature.',
  ),
  next_service_missing: r(422, '请填写下次保养时间与里程。', 'State the next service date and kilometres.'),
  call_time_missing: r(422, '请填写客户方便接听回访的时间。', 'State when the customer likes to be called.'),
  statement_unsigned: r(
    409,
    '结算单尚未签字，请先请客户签字。',
    'The statement is not signed. Have the customer sign it first.',
  ),
  unpaid: r(
    409,
    '客户应付 {due} 尚未结清，请先收款或批准挂账。',
    'The customer still owes {due}. Take the payment or approve credit first.',
  ),
  payment_above_due: r(
    422,
    '收款超过应付 {due}，请改为应付金额；现金多付的填写实收并找零。',
    'The payment exceeds the {due} due. Enter what is due; for cash state what was tendered.',
  ),
  tendered_short: r(
    422,
    '实收现金少于收款金额，请核对后重填。',
    'The cash tendered is less than the amount. Check both.',
  ),
  refund_above_paid: r(422, '退款超过已收 {paid}，请调低。', 'The refund exceeds the {paid} paid. Enter less.'),
  nothing_to_settle: r(
    409,
    '没有可结算的项目；请先完成作业，或按无作业结束工单。',
    'There is nothing to settle. Finish the work, or close the order without work.',
  ),
  vin_missing: r(
    422,
    '缺少有效的车辆识别代号，请先在车辆档案中补全再结算。',
    'A valid VIN is missing. Complete the vehicle’s file before settling.',
  ),
  statement_changed: r(
    409,
    '客户看到的结算单与当前不一致，请重新出示。',
    'What the customer saw is not this statement. Present it again.',
  ),
} as const;

/** What handing over, passes and the gate refuse. */
export const delivery = {
  items_not_returned: r(
    409,
    '还有未归还的物品：{items}，请归还并勾选。',
    'Items are not returned yet: {items}. Return and tick them.',
  ),
  no_gate_pass: r(409, '没有有效的出门证，请先开具。', 'There is no valid gate pass. Issue one first.'),
  pass_used: r(
    409,
    '该出门证已使用，不能再次放行；请联系服务顾问。',
    'This pass was used and does not open the gate again. Ask the advisor.',
  ),
  pass_void: r(409, '该出门证已作废，请联系服务顾问重新开具。', 'This pass is void. Ask the advisor for a new one.'),
  pass_expired: r(409, '该出门证已过期，请重新开具。', 'This pass has expired. Have a new one issued.'),
  pass_exists: r(409, '已有有效的出门证，请使用该证，或先作废。', 'A valid pass exists. Use it, or void it first.'),
  not_handed_over: r(
    409,
    '证件与钥匙尚未交还给取车人，请先交还并登记。',
    'Documents and key are not with the collector yet. Hand them over first.',
  ),
  collector_not_authorized: r(
    403,
    '取车人未经客户授权或取车码不符，请与客户核实。',
    'The collector is not authorized, or the code does not fit. Check with the customer.',
  ),
  consent_missing: r(422, '请记录客户同意的方式与内容。', 'Record how the customer consented, and to what.'),
  return_in_past: r(
    422,
    '预计返回时间必须晚于现在，请重新填写。',
    'The expected return must lie ahead. Set a later one.',
  ),
  other_order_open: r(
    409,
    '该车还有未完成的工单 {orderNo}，请先处理该工单。',
    'This car has another open order {orderNo}. Finish that one first.',
  ),
  unsafe_note_missing: r(
    422,
    '车辆不安全，请客户注明并签字后再放行。',
    'The car is unsafe. Have the customer note and sign the risk first.',
  ),
  not_away: r(409, '车辆没有外出，无需登记返回。', 'The car is not away; no return is to be recorded.'),
} as const;
