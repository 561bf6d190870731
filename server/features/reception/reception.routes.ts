import { receptionContracts } from '#domain/reception/reception.contract.ts';
import { receive } from '#server/features/reception/receive-car.command.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Receiving a car and filling its reception form. */
export const receptionRoutes: readonly Binding[] = [bind(receptionContracts.receiveCar, receive)];
