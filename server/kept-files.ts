import { join } from 'node:path';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where photographs are kept, below the data folder. */
export const keptFiles = (dataDir: string): Disk =>
  new Disk(new FSDriver({ location: join(dataDir, 'files'), visibility: 'private' }));
