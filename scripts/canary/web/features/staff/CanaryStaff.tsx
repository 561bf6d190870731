import { CanaryPart } from '../parts/CanaryPart.tsx';

export const CanaryStaff = CanaryPart;
