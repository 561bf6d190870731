import type { WheelStep } from '#domain/kernel/wheel.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export type CarOfAdvisor = {
  readonly step: WheelStep;
  readonly inWorkshop: boolean;
  readonly awaitsDecision: boolean;
  /** Findings of the workshop that nobody answered yet. */
  readonly openFindings: number;
  readonly toldReady: boolean;
  /** The customer asked and was not answered yet (R122). */
  readonly asked: boolean;
};

/** What the car waits for its advisor to do; null when it waits for somebody else. */
export function advisorTask(car: CarOfAdvisor): Words | null {
  if (car.asked) return words('客户有提问，请答复', 'The customer asked: answer');
  if (car.awaitsDecision) return null;
  if (car.openFindings > 0)
    return words('有新的检查发现，请报价并联系客户', 'New findings: quote them and call the customer');
  return taskOfStep(car);
}

function taskOfStep({ step, inWorkshop, toldReady }: CarOfAdvisor): Words | null {
  if (step === 'reception') return words('完成接车登记', 'Finish the reception form');
  if (step === 'diagnosis')
    return inWorkshop ? null : words('录入项目或安排诊断', 'Enter jobs, or send it to diagnosis');
  if (step === 'estimate') return words('完成估价并出示给客户', 'Finish the estimate and present it');
  if (step === 'dispatch') return inWorkshop ? null : words('移交车间', 'Hand it to the workshop');
  if (step === 'settlement') {
    return toldReady
      ? words('陪同验车并结算', 'Check the car with the customer and settle')
      : words('内部核对并通知客户', 'Check it and call the customer');
  }
  return step === 'delivery' ? words('交还证件钥匙并送行', 'Hand over and see off') : null;
}
