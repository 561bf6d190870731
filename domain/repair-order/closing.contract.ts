import { reason, visitCommand } from '#domain/repair-order/visit.contract.ts';

/** The two ways in which a visit ends without work (R118). */
export const closingContracts = {
  cancel: visitCommand('cancel', { name: 'repairOrder.cancel', path: 'cancel', fields: { reason } }),
  closeWithoutWork: visitCommand('close_without_work', {
    name: 'repairOrder.closeWithoutWork',
    path: 'close-without-work',
    fields: {},
  }),
} as const;
