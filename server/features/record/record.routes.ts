import { anchorContracts } from '#domain/record/anchor.contract.ts';
import { anchorNow, listAnchors } from '#server/features/record/anchor.ts';
import { bind } from '#server/http/bind.ts';

export const recordRoutes = [bind(anchorContracts.anchorNow, anchorNow), bind(anchorContracts.list, listAnchors)];
