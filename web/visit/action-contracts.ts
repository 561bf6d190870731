import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import type { Contract } from '#domain/kernel/contract.ts';
import { partsContracts } from '#domain/parts/parts.contract.ts';
import { qualityContracts } from '#domain/quality/quality.contract.ts';
import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { closingContracts } from '#domain/repair-order/closing.contract.ts';
import type { WorkAction } from '#domain/repair-order/guard.ts';
import type { OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';

/** Actions that have a screen of their own rather than a form on the car's page. */
type OwnScreen =
  | 'receive_car'
  | 'ask_question'
  | 'attach'
  | 'open_gate'
  | 'end_wait'
  | 'tick'
  | 'pass_inspection'
  | 'send_back';

export type FormAction = Exclude<OrderAction | WorkAction, OwnScreen>;

/** The endpoint behind each action of the tables. */
export const actionContracts: Readonly<Record<FormAction, Contract>> = {
  fit_kit: receptionContracts.fitKit,
  record_readings: receptionContracts.recordReadings,
  record_walk_around: receptionContracts.recordWalkAround,
  take_items: receptionContracts.takeItems,
  record_interview: receptionContracts.recordInterview,
  hand_over_reception_form: receptionContracts.handOverReceptionForm,
  seat_in_lounge: receptionContracts.seatInLounge,
  record_finding: diagnosisContracts.recordFinding,
  judge_warranty: diagnosisContracts.judgeWarranty,
  add_line: estimateContracts.addLine,
  change_line: estimateContracts.changeLine,
  remove_line: estimateContracts.removeLine,
  set_promise: estimateContracts.setPromise,
  record_choices: estimateContracts.recordChoices,
  present: authorizationContracts.present,
  withdraw: authorizationContracts.withdraw,
  decide: authorizationContracts.decide,
  revoke_grants: authorizationContracts.revokeGrants,
  hand_over_copies: authorizationContracts.handOverCopies,
  make_link: authorizationContracts.makeLink,
  hand_to_workshop: dispatchContracts.handToWorkshop,
  set_priority: dispatchContracts.setPriority,
  assign_line: dispatchContracts.assignLine,
  unassign_line: dispatchContracts.unassignLine,
  accept_car: dispatchContracts.acceptCar,
  reserve_part: partsContracts.reservePart,
  backorder_part: partsContracts.backorderPart,
  issue_part: partsContracts.issuePart,
  return_part: partsContracts.returnPart,
  record_old_part: partsContracts.recordOldPart,
  report_delay: workshopContracts.reportDelay,
  tell_customer: workshopContracts.tellCustomer,
  start_wait: workshopContracts.startWait,
  perform_other: workshopContracts.performOther,
  start_work: workshopContracts.startWork,
  pause_work: workshopContracts.pauseWork,
  resume_work: workshopContracts.resumeWork,
  finish_work: workshopContracts.finishWork,
  leader_check: workshopContracts.leaderCheck,
  waive_leader_check: qualityContracts.waiveLeaderCheck,
  final_inspect: qualityContracts.finalInspect,
  start_wash: qualityContracts.startWash,
  wash: qualityContracts.wash,
  park: qualityContracts.park,
  return_custody: qualityContracts.returnCustody,
  internal_check: qualityContracts.internalCheck,
  tell_ready: qualityContracts.tellReady,
  check_vehicle: settlementContracts.checkVehicle,
  present_statements: settlementContracts.presentStatements,
  refuse_safety: settlementContracts.refuseSafety,
  sign_statement: settlementContracts.signStatement,
  withdraw_statements: settlementContracts.withdrawStatements,
  take_payment: settlementContracts.takePayment,
  refund: settlementContracts.refund,
  approve_credit: settlementContracts.approveCredit,
  issue_credit_note: settlementContracts.issueCreditNote,
  authorize_collector: deliveryContracts.authorizeCollector,
  issue_final_pass: deliveryContracts.issueFinalPass,
  issue_temporary_pass: deliveryContracts.issueTemporaryPass,
  void_pass: deliveryContracts.voidPass,
  hand_over: deliveryContracts.handOver,
  car_returned: deliveryContracts.carReturned,
  cancel: closingContracts.cancel,
  close_without_work: closingContracts.closeWithoutWork,
};

/** Done to one line by its version: offered beside the line, where that is known. */
export const isOfLine = (action: FormAction): boolean =>
  actionContracts[action].path.includes(':lineId') && 'version' in actionContracts[action].input.shape;

export const isFormAction = (action: string): action is FormAction => action in actionContracts;
