import { z } from 'zod';

export const backupPaces = ['never', 'hour', 'day', 'week'] as const;
export const backupPace = z.enum(backupPaces);
export type BackupPace = z.infer<typeof backupPace>;
