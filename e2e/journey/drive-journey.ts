import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Journey, Step } from '#e2e/journey/journey.ts';
import { appointmentStep } from '#e2e/journey/steps/appointment.step.ts';
import { deliveryStep } from '#e2e/journey/steps/delivery.step.ts';
import { diagnosisStep } from '#e2e/journey/steps/diagnosis.step.ts';
import { dispatchStep } from '#e2e/journey/steps/dispatch.step.ts';
import { estimateStep } from '#e2e/journey/steps/estimate.step.ts';
import { finalInspectionStep } from '#e2e/journey/steps/final-inspection.step.ts';
import { followUpStep } from '#e2e/journey/steps/follow-up.step.ts';
import { outreachStep } from '#e2e/journey/steps/outreach.step.ts';
import { partsStep } from '#e2e/journey/steps/parts.step.ts';
import { receptionStep } from '#e2e/journey/steps/reception.step.ts';
import { settlementStep } from '#e2e/journey/steps/settlement.step.ts';
import { workStep } from '#e2e/journey/steps/work.step.ts';

/** The wheel in its order. */
const steps: readonly Step[] = [
  outreachStep,
  appointmentStep,
  receptionStep,
  diagnosisStep,
  estimateStep,
  dispatchStep,
  partsStep,
  workStep,
  finalInspectionStep,
  settlementStep,
  deliveryStep,
  followUpStep,
];

export type StepDone = {
  readonly step: WheelStep;
  /** What was done, in a sentence. */
  readonly did: string;
  /** Commands that had their effect. */
  readonly commands: number;
  readonly ms: number;
};

/** Drives one car through the twelve steps; `commandsSoFar` counts what the clients sent with success. */
export async function driveJourney(journey: Journey, commandsSoFar: () => number): Promise<StepDone[]> {
  const done: StepDone[] = [];
  for (const { step, take } of steps) {
    const [started, before] = [performance.now(), commandsSoFar()];
    const did = await take(journey);
    done.push({ step, did, commands: commandsSoFar() - before, ms: Math.round(performance.now() - started) });
  }
  return done;
}
