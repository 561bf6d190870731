import { papersContracts } from '#domain/papers/papers.contract.ts';
import type { PaperKind } from '#domain/repair-order/repair-order.ts';
import type { CallInput } from '#web/api/client.ts';
import { FileLink } from '#web/ui/FileLink.tsx';

type Props = {
  readonly paper: Omit<CallInput<typeof papersContracts.view>, 'paper'> & { readonly paper: PaperKind };
  readonly label: string;
  /** Counts as a print. */
  readonly prints?: boolean;
};

/** Opens a paper as PDF. */
export const PaperLink = ({ paper, label, prints = false }: Props) =>
  prints ? (
    <FileLink contract={papersContracts.print} input={paper} label={label} icon="print" />
  ) : (
    <FileLink contract={papersContracts.view} input={paper} label={label} />
  );
