import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Refusal } from '#shared/model/refusal.ts';
import { inWords } from './failures.ts';

/**
 * Writes a complete, checked copy of an open database to `target`, while it is being used. It is
 * written under another name first, so a file called `target` is always a whole one. Gives its size
 * in bytes; refuses a target that exists and a folder that does not.
 */
export async function backUp(database: Database.Database, target: string): Promise<number> {
  if (existsSync(target)) {
    throw new Refusal('conflict', `${target} exists already. Choose another name for the backup.`);
  }
  const folder = dirname(target);
  if (!existsSync(folder)) {
    throw new Refusal(
      'not_found',
      `There is no folder ${folder}. Make it first, or choose another place for the backup.`,
    );
  }
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    await database.backup(partial);
    checkCopy(partial);
    renameSync(partial, target);
    return statSync(target).size;
  } catch (error) {
    rmSync(partial, { force: true });
    throw inWords(error, target);
  }
}

function checkCopy(path: string): void {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const found = copy.pragma('integrity_check(1)', { simple: true });
    const dangling = copy.pragma('foreign_key_check');
    if (found !== 'ok' || (Array.isArray(dangling) && dangling.length > 0)) {
      throw new Refusal(
        'precondition_failed',
        `The copy did not pass its check (${String(found).slice(0, 200)}), so it was discarded. Run "Verify" on the workspace and keep an older backup.`,
      );
    }
  } finally {
    copy.close();
  }
}
