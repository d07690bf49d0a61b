import { copyFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Context } from '#core/context.ts';
import { backUp } from '#core/database/backup.ts';
import { checkIsWorkspace, connect } from '#core/database/connect.ts';
import { inWords } from '#core/database/failures.ts';
import { journalHead } from '#core/database/journal/head.ts';
import { readMeta } from '#core/database/meta.ts';
import { readMigrations, schemaVersion } from '#core/database/migrate.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { resourceFolder } from '#core/resources.ts';
import type { Output } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { openFile } from './open.ts';

type Inspected = Output<'workspace.inspectBackup'>;

/** `Payments.slipway` → `Payments 2026-11-25 091500.slipway` in the same folder; UTC. */
export function backupPath(path: string, now: number, why = ''): string {
  const stamp = iso(now).slice(0, 19).replace('T', ' ').replaceAll(':', '');
  return join(dirname(path), `${basename(path, '.slipway')} ${why}${stamp}.slipway`);
}

/** What is in a backup, and whether it can take the place of the open workspace. Reads only. */
export function inspectBackup(given: string, { store }: Context): Inspected {
  const path = resolve(given);
  checkIsWorkspace(path);
  try {
    const raw = connect(path, 'read');
    try {
      const damage = raw.pragma('quick_check(1)', { simple: true });
      const count = (table: string) =>
        raw.prepare<[], { n: number }>(`SELECT COUNT(*) AS n FROM ${table}`).get()?.n ?? 0;
      const head = journalHead(raw);
      const named = raw.prepare<[], { name: string }>('SELECT name FROM workspace').get();
      const found = {
        path,
        name: named?.name ?? '',
        newestAt: head === null ? null : iso(head.at),
        head: head?.hash ?? null,
        entries: count('change_journal'),
        releases: count('release WHERE deleted_hlc IS NULL'),
        people: count('person WHERE deleted_hlc IS NULL'),
      };
      const obstacle =
        damage === 'ok'
          ? whyNot(store, path, readMeta(raw, 'workspace_id'), schemaVersion(raw))
          : `It is damaged (${String(damage).slice(0, 200)}). Choose another backup.`;
      return { ...found, obstacle };
    } finally {
      raw.close();
    }
  } catch (error) {
    throw inWords(error, path);
  }
}

function whyNot(store: Store, path: string, id: string | null, version: number): string | null {
  const newest = readMigrations(resourceFolder('migrations')).at(-1)?.version ?? 0;
  if (path === resolve(store.path))
    return 'It is the workspace that is open. Choose a backup of it.';
  if (id !== store.workspaceId) {
    return 'It is a backup of another workspace. Open it as a workspace of its own instead.';
  }
  if (version > newest) {
    return 'It was last changed by a newer Slipway. Update Slipway to restore it.';
  }
  return null;
}

let restoring = false;

/**
 * Puts a backup in the place of the open workspace. What was there is kept beside it as a backup of
 * its own first, so that a restore can be taken back by another one.
 */
export async function restore(
  given: string,
  context: Context,
): Promise<{ store: Store; before: string }> {
  const { store, now, session } = context;
  context.requireActor();
  const { path, obstacle } = inspectBackup(given, context);
  if (obstacle !== null)
    throw new Refusal('precondition_failed', `${path} is not restored. ${obstacle}`);
  if (store.readOnly !== null) throw new Refusal('precondition_failed', store.readOnly);
  if (restoring) {
    throw new Refusal('conflict', 'A backup is being restored already. Wait until it is there.');
  }
  restoring = true;
  const target = store.path;
  const before = backupPath(target, now, 'before restore ');
  const partial = `${target}.restoring`;
  try {
    await backUp(store.raw, before);
    copyFileSync(path, partial);
    session.replace(null);
    renameSync(partial, target);
    return { store: openFile(target, context), before };
  } catch (error) {
    rmSync(partial, { force: true });
    // Whatever failed, people go on where they were.
    if (session.current() === null) {
      copyFileSync(before, target);
      session.replace(openFile(target, context));
    }
    throw inWords(error, target);
  } finally {
    restoring = false;
  }
}
