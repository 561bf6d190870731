import type { WheelStep } from '#domain/kernel/wheel.ts';
import type { Journey, Step } from './journey.ts';
import { appointmentStep } from './steps/appointment.step.ts';
import { deliveryStep } from './steps/delivery.step.ts';
import { diagnosisStep } from './steps/diagnosis.step.ts';
import { dispatchStep } from './steps/dispatch.step.ts';
import { estimateStep } from './steps/estimate.step.ts';
import { finalInspectionStep } from './steps/final-inspection.step.ts';
import { followUpStep } from './steps/follow-up.step.ts';
import { outreachStep } from './steps/outreach.step.ts';
import { partsStep } from './steps/parts.step.ts';
import { receptionStep } from './steps/reception.step.ts';
import { settlementStep } from './steps/settlement.step.ts';
import { workStep } from './steps/work.step.ts';

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
