import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Contract, OutputOf } from '#domain/kernel/contract.ts';
import { call, type CallInput, type CallOptions } from '#web/api/client.ts';
import { pollMs, useLiveState } from '#web/api/live.ts';
import { activeStoreId } from '#web/api/place.ts';
import { ApiRefusal, Unreachable } from '#web/api/refusal.ts';
import { invalidateTopics, type Topic } from '#web/api/topics.ts';

/** Answers that are lost are asked again; refusals are answers. */
const askAgain = (failures: number, error: unknown): boolean => error instanceof Unreachable && failures < 2;

export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: askAgain, retryDelay: 800, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: askAgain, retryDelay: 800, networkMode: 'always' },
    },
  });

export type QueryOptions = {
  /** What makes the answer old: `order:<id>`, `board:<name>`. With topics the query also polls slowly. */
  readonly topics?: readonly Topic[];
  readonly enabled?: boolean;
  /** Keeps the last answer on screen while another input is asked (lists, finders). */
  readonly keepPrevious?: boolean;
};

/** The key under which an answer is kept. */
export const queryKeyOf = (contract: Contract, input: object): readonly unknown[] => [
  contract.name,
  activeStoreId(),
  input,
];

/** Reads through a contract; the answer follows live events of its topics. */
export function useContractQuery<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  { topics = [], enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<OutputOf<C>, Error> {
  const live = useLiveState();
  const everyMs = live === 'live' ? pollMs.live : pollMs.without;
  return useQuery<OutputOf<C>, Error>({
    queryKey: queryKeyOf(contract, input as object),
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled,
    meta: { topics },
    refetchInterval: topics.length > 0 ? everyMs : false,
    ...(keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  });
}

export type CommandOptions<C extends Contract> = {
  /** Runs after success, before the lists are asked again. */
  readonly onDone?: (output: OutputOf<C>, input: CallInput<C>) => void;
  /** Topics that the command makes old; default: its order and every board. */
  readonly touches?: readonly Topic[];
};

export type ContractCommand<C extends Contract> = {
  /** Sends; the refusal is in `error`, not thrown. */
  readonly run: (input: CallInput<C>, files?: CallOptions['files']) => void;
  /** Sends and answers; throws the refusal, for callers that go on with the answer. */
  readonly runAsync: (input: CallInput<C>, files?: CallOptions['files']) => Promise<OutputOf<C>>;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly refusal: ApiRefusal | null;
  readonly reset: () => void;
};

type Sent<C extends Contract> = { readonly input: CallInput<C>; readonly files?: CallOptions['files'] };

/** Sends a command and asks again what it made old. */
export function useContractCommand<C extends Contract>(
  contract: C,
  options: CommandOptions<C> = {},
): ContractCommand<C> {
  const client = useQueryClient();
  const { mutate, mutateAsync, isPending, error, reset } = useMutation<OutputOf<C>, Error, Sent<C>>({
    mutationFn: ({ input, files }) => call(contract, input, files ? { files } : {}),
    onSuccess: (output, { input }) => {
      options.onDone?.(output, input);
      void invalidateTopics(client, options.touches ?? touchedBy(input, output));
    },
    onError: (refusal) => {
      if (refusal instanceof ApiRefusal && refusal.status === 409) void client.invalidateQueries({ type: 'active' });
    },
  });
  const sent = (input: CallInput<C>, files?: CallOptions['files']): Sent<C> => (files ? { input, files } : { input });
  return {
    run: (input, files) => mutate(sent(input, files)),
    runAsync: (input, files) => mutateAsync(sent(input, files)),
    pending: isPending,
    error,
    refusal: error instanceof ApiRefusal ? error : null,
    reset,
  };
}

/** `board:*` here means: any query that listens to a board. */
function touchedBy(...parts: unknown[]): string[] {
  const ids = parts.map((part) =>
    typeof part === 'object' && part !== null && 'orderId' in part ? part.orderId : null,
  );
  const orders = ids.filter((id) => typeof id === 'string').map((id) => `order:${id}`);
  return [...orders, 'board:*'];
}
