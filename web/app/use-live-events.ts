import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { startLive } from '#web/api/live.ts';

/** Listens to what changes elsewhere for as long as the frame is shown. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  useEffect(() => startLive(client), [client]);
}
