import { messageContracts } from '#domain/message/message.contract.ts';
import { markSent, retry } from '#server/features/message/message.commands.ts';
import { outbox } from '#server/features/message/message.queries.ts';
import { bind } from '#server/http/bind.ts';

export const messageRoutes = [
  bind(messageContracts.outbox, outbox),
  bind(messageContracts.retry, retry),
  bind(messageContracts.markSent, markSent),
];
