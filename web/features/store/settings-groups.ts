import type { StoreSettings } from '#domain/store/settings.ts';
import type { Words } from '#domain/kernel/words.ts';
import { settingsWords } from '#web/features/store/settings.words.ts';

type Name = keyof StoreSettings;

/** Settings by what they are about; a test sees that each is in one group. */
export const settingsGroups: readonly { readonly title: Words; readonly names: readonly Name[] }[] = [
  { title: settingsWords.identity, names: ['address', 'phone', 'serviceHotline', 'taxId', 'bankAccount'] },
  {
    title: settingsWords.opening,
    names: [
      'opensAt',
      'closesAt',
      'appointmentSlotMinutes',
      'appointmentsPerSlot',
      'appointmentLateMinutes',
      'peakHours',
    ],
  },
  { title: settingsWords.prices, names: ['hourlyRateFen', 'diagnosisFeeCapFen', 'taxRateBp'] },
  { title: settingsWords.promises, names: ['promiseRiskMinutes', 'presentedHours', 'leaderCheckWaivable'] },
  { title: settingsWords.warranty, names: ['warrantyTerm', 'repairGuarantee'] },
  {
    title: settingsWords.norm,
    names: [
      'qualityCall',
      'relationshipCall',
      'followUpAttempts',
      'customerFileDays',
      'outreachLeadDays',
      'outreachLeadKm',
      'complaintResponseHours',
    ],
  },
  { title: settingsWords.desk, names: ['paymentMethods', 'freeWash', 'gatePassHours', 'loungeBoardPublic'] },
  { title: settingsWords.messages, names: ['smtp'] },
  { title: settingsWords.terms, names: ['terms'] },
];
