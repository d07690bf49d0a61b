import { existsSync, readFileSync, renameSync } from 'node:fs';
import { z } from 'zod';
import { writeOwnerFile } from '#core/secrets/owner-file.ts';
import { backupPace } from '#shared/model/workspace/backups.ts';
import type { Clock, DeviceSettings, Log, SettingsStore } from '#core/platform.ts';

const settings = z.object({
  deviceId: z.string().min(1),
  recent: z
    .array(z.object({ path: z.string(), name: z.string(), openedAt: z.number() }))
    .default([]),
  actingAs: z.record(z.string(), z.string()).default({}),
  looked: z.record(z.string(), z.number()).optional(),
  backups: z
    .record(
      z.string(),
      z.object({
        every: backupPace,
        keep: z.number(),
        folder: z.string().nullable(),
        made: z.array(
          z.object({
            path: z.string(),
            at: z.number(),
            bytes: z.number(),
            head: z.string().nullable(),
          }),
        ),
        failed: z.object({ at: z.number(), message: z.string() }).nullable(),
      }),
    )
    .optional(),
  publishing: z
    .record(
      z.string(),
      z.object({
        folder: z.string().nullable(),
        windows: z.boolean(),
        viewId: z.string().nullable(),
        written: z
          .object({
            at: z.number(),
            path: z.string(),
            events: z.number(),
            head: z.string().nullable(),
          })
          .nullable(),
        failed: z.object({ at: z.number(), message: z.string() }).nullable(),
      }),
    )
    .optional(),
  reminders: z
    .record(z.string(), z.object({ hoursBefore: z.number().nullable(), told: z.array(z.string()) }))
    .optional(),
  repositories: z.record(z.string(), z.string()).optional(),
  contexts: z
    .record(z.string(), z.object({ name: z.string(), kubeconfig: z.string().nullable() }))
    .optional(),
});

export type SettingsFileOptions = {
  path: string;
  newId: () => string;
  clock: Clock;
  log: Log;
};

/**
 * Settings as a JSON file. It is read each time, because another host of the same user may have
 * written it. A damaged file is set aside under a name with the time and a new one is started:
 * what it holds is convenience, and no reason to refuse to start.
 */
export function settingsFile({ path, newId, clock, log }: SettingsFileOptions): SettingsStore {
  function write(value: DeviceSettings): void {
    writeOwnerFile(path, `${JSON.stringify(value, null, 2)}\n`);
  }

  function start(): DeviceSettings {
    const fresh: DeviceSettings = { deviceId: newId(), recent: [], actingAs: {} };
    write(fresh);
    return fresh;
  }

  function setAside(reason: unknown): DeviceSettings {
    const aside = `${path}.damaged-${clock()}`;
    renameSync(path, aside);
    log.error(
      `The settings file ${path} could not be read. It was set aside as ${aside} and new settings were started; recent files and the acting person are chosen again.`,
      reason,
    );
    return start();
  }

  return {
    read() {
      if (!existsSync(path)) return start();
      try {
        return settings.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        // Without the right to read it, moving it away would lose good settings.
        if (error instanceof SyntaxError || error instanceof z.ZodError) return setAside(error);
        throw error;
      }
    },
    write,
  };
}
