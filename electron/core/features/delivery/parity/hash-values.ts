import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import type { KeptSetting, ParityRow } from '#shared/model/delivery/parity.ts';
import type { Setting } from '#shared/rules/delivery/parity/setting.ts';

const stretch = promisify(pbkdf2);

/**
 * So many rounds make guessing what a short secret was slow, and a hundred differences take seconds.
 * Whoever has the file has the salt: a password that is in a dictionary can still be found.
 */
const rounds = 20_000;

/** The rows of a comparison as they are kept: hashes of what differs, and of nothing else. */
export async function hashedSettings(
  rows: readonly ParityRow[],
  left: readonly Setting[],
  right: readonly Setting[],
  salt: string,
  signal: AbortSignal,
): Promise<KeptSetting[]> {
  const lefts = new Map(left.map((setting) => [setting.key, setting]));
  const rights = new Map(right.map((setting) => [setting.key, setting]));
  const hashOf = async (setting: Setting | undefined): Promise<string | null> => {
    if (setting === undefined) return null;
    // The key takes part, so that two settings with one value cannot be told to have it.
    const text = JSON.stringify([setting.key, setting.type, setting.value]);
    return (await stretch(text, salt, rounds, 16, 'sha256')).toString('hex');
  };
  const kept: KeptSetting[] = [];
  for (const { key, state, secret } of rows) {
    signal.throwIfAborted();
    const [leftHash, rightHash] =
      state === 'same'
        ? [null, null]
        : await Promise.all([hashOf(lefts.get(key)), hashOf(rights.get(key))]);
    kept.push({ key, state, secret, left: leftHash, right: rightHash });
  }
  return kept;
}
