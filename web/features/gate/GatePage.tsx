import { useState } from 'react';
import { gateContracts } from '#domain/delivery/gate.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { call } from '#web/api/client.ts';
import { CarsOut } from '#web/features/gate/CarsOut.tsx';
import { codeIn } from '#web/features/gate/code-in.ts';
import { gateWords } from '#web/features/gate/gate.words.ts';
import { PassVerdict } from '#web/features/gate/PassVerdict.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneStack } from '#web/ui/phone/PhoneCard.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { Scanner } from '#web/ui/Scanner.tsx';

type Checked = { readonly code: string; readonly pass: OutputOf<typeof gateContracts.pass> };

/** The guard's one screen: scan or type a code, see green or red; beneath, the cars that must come back. */
export function GatePage() {
  const w = useWords(gateWords);
  const { checked, pending, error, car, check, close } = usePassCheck();
  return (
    <PhoneStack>
      <h1>{w.title}</h1>
      <Scanner key={car} label={w.code} onCode={(text) => void check(codeIn(text))} pending={pending} />
      <RefusalAlert error={error} />
      <CarsOut />
      {checked ? <PassVerdict code={checked.code} pass={checked.pass} onClose={close} /> : null}
    </PhoneStack>
  );
}

/** Each scan asks anew: a pass that was good a minute ago may be used by now. */
function usePassCheck() {
  const [checked, setChecked] = useState<Checked | null>(null);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  /** The next car begins with an empty field. */
  const [car, setCar] = useState(1);
  const check = async (code: string) => {
    setPending(true);
    setError(null);
    try {
      setChecked({ code, pass: await call(gateContracts.pass, { code }) });
    } catch (problem) {
      setError(problem as Error);
    } finally {
      setPending(false);
    }
  };
  const close = () => {
    setChecked(null);
    setCar(car + 1);
  };
  return { checked, pending, error, car, check, close };
}
