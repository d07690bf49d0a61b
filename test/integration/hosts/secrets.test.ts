import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { memorySecrets } from '#core/secrets/memory.ts';
import { writeOwnerFile } from '#core/secrets/owner-file.ts';
import { passphraseSecrets } from '#core/secrets/passphrase.ts';
import { temporaryFolder } from './start-host.ts';

const passphrase = 'correct horse battery';
const canary = 'ghp_CANARY0123456789abcdef';
const key = 'workspace-id/connection-id';

function store(folder = temporaryFolder()) {
  const path = join(folder, 'Slipway', 'secrets.json');
  return { folder, path, secrets: passphraseSecrets({ path, randomBytes, cost: 2 ** 15 }) };
}

async function sealed() {
  const made = store();
  await made.secrets.unlock(passphrase);
  await made.secrets.set(key, canary);
  return made;
}

/** The text of one sealed file for all tests that only look at it: each passphrase costs time. */
let sealedText: Promise<string> | null = null;
async function sealedFile() {
  sealedText ??= sealed().then(({ path }) => readFileSync(path, 'utf8'));
  const made = store();
  writeOwnerFile(made.path, await sealedText);
  return made;
}

const file = z.record(z.string(), z.union([z.string(), z.number()]));
function rewrite(path: string, change: (fields: z.infer<typeof file>) => void): void {
  const fields = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  change(fields);
  writeFileSync(path, JSON.stringify(fields));
}

describe('secrets before a passphrase is given', () => {
  it('are kept in memory and written nowhere', async () => {
    const { secrets, folder } = store();
    await secrets.set(key, canary);
    expect(await secrets.get(key)).toBe(canary);
    expect([secrets.protection(), secrets.locked()]).toEqual(['memory', false]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('move into the file when one is given', async () => {
    const { secrets, folder } = store();
    await secrets.set(key, canary);
    await secrets.unlock(passphrase);
    const later = store(folder).secrets;
    expect(later.locked()).toBe(true);
    await later.unlock(passphrase);
    expect(await later.get(key)).toBe(canary);
  });

  it('replace those of the file, being newer', async () => {
    const { folder } = await sealed();
    const { secrets } = store(folder);
    await secrets.set(key, 'newer');
    await secrets.unlock(passphrase);
    expect(await secrets.get(key)).toBe('newer');
  });
});

describe('the encrypted file', () => {
  it('gives back what was kept, also to another process, and forgets what was deleted', async () => {
    const { secrets, folder } = await sealed();
    expect([secrets.protection(), secrets.locked()]).toEqual(['encrypted-file', false]);
    const other = store(folder).secrets;
    expect([other.protection(), other.locked()]).toEqual(['memory', true]);
    await other.unlock(passphrase);
    await other.set('second', 'two');
    expect(await secrets.get('second')).toBe('two');
    await secrets.delete(key);
    expect(await other.get(key)).toBeNull();
  });

  it('holds neither a secret nor its name in clear, nor the passphrase, in any encoding', async () => {
    const { secrets, folder } = await sealed();
    await secrets.set('second', 'two');
    const all = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    expect(all).toContain('slipway-secrets-1');
    for (const clear of [canary, key, passphrase]) {
      const forms = [clear, encodeURIComponent(clear), Buffer.from(clear).toString('hex')];
      // Base64 hides a text at three alignments; the middle of each is the same whatever surrounds it.
      for (const shift of ['', 'x', 'xx']) {
        forms.push(
          Buffer.from(shift + clear)
            .toString('base64')
            .slice(4, -4),
        );
      }
      for (const form of forms) expect(all).not.toContain(form);
    }
  });

  it('is for its owner only, as is a folder made for it, and no draft stays', async () => {
    const { path, folder } = await sealed();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'Slipway')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'Slipway'))).toEqual(['secrets.json']);
  });

  it('takes a nonce of its own for each writing and a salt for each file', async () => {
    const { secrets, path } = await sealed();
    const first = file.parse(JSON.parse(readFileSync(path, 'utf8')));
    await secrets.set(key, canary);
    const second = file.parse(JSON.parse(readFileSync(path, 'utf8')));
    const third = file.parse(JSON.parse(readFileSync((await sealed()).path, 'utf8')));
    expect(second['nonce']).not.toBe(first['nonce']);
    expect(second['salt']).toBe(first['salt']);
    expect(third['salt']).not.toBe(first['salt']);
  });

  it('costs 2^16 rounds of scrypt unless told otherwise', async () => {
    const path = join(temporaryFolder(), 'secrets.json');
    await passphraseSecrets({ path, randomBytes }).unlock(passphrase);
    expect(file.parse(JSON.parse(readFileSync(path, 'utf8')))['cost']).toBe(2 ** 16);
  });

  it('refuses a wrong passphrase and stays as it is', async () => {
    const { path, folder } = await sealedFile();
    const before = readFileSync(path, 'utf8');
    const { secrets } = store(folder);
    const wrong = secrets.unlock('incorrect horse');
    await expect(wrong).rejects.toMatchObject({ code: 'forbidden' });
    await expect(wrong).rejects.toThrow('does not open');
    expect(secrets.locked()).toBe(true);
    expect(await secrets.get(key)).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('refuses a passphrase that is too short to start it', async () => {
    const { secrets, path } = store();
    await expect(secrets.unlock('short')).rejects.toMatchObject({ code: 'invalid_input' });
    expect(existsSync(path)).toBe(false);
  });

  it('opens with the same passphrase in another Unicode form', async () => {
    const { secrets, folder } = store();
    await secrets.unlock('Zoë’s passphrase'.normalize('NFC'));
    await store(folder).secrets.unlock('Zoë’s passphrase'.normalize('NFD'));
  });

  it.each(['salt', 'check', 'nonce', 'tag', 'data'])('notices a changed %s', async (field) => {
    const { path, folder } = await sealedFile();
    rewrite(path, (fields) => {
      const bytes = Buffer.from(String(fields[field]), 'base64');
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      fields[field] = bytes.toString('base64');
    });
    await expect(store(folder).secrets.unlock(passphrase)).rejects.toThrow(/secrets\.json/);
  });

  it.each([
    ['a weaker cost', (fields: Record<string, unknown>) => (fields['cost'] = 2 ** 14)],
    ['a cost that would exhaust the memory', (fields) => (fields['cost'] = 2 ** 30)],
    ['another cost', (fields) => (fields['cost'] = 2 ** 16)],
    ['a shorter tag', (fields) => (fields['tag'] = String(fields['tag']).slice(0, 8))],
    ['another format', (fields) => (fields['format'] = 'slipway-secrets-0')],
    ['a field more', (fields) => (fields['extra'] = 1)],
  ] satisfies [string, (fields: Record<string, unknown>) => unknown][])(
    'refuses %s',
    async (_what, change) => {
      const { path, folder } = await sealedFile();
      rewrite(path, change);
      await expect(store(folder).secrets.unlock(passphrase)).rejects.toThrow(/secrets\.json/);
    },
  );

  it('notices a change made while it is open, and keeps it for a look', async () => {
    const { secrets, path } = await sealed();
    writeFileSync(path, 'not json');
    await expect(secrets.get(key)).rejects.toMatchObject({ code: 'conflict' });
    await expect(secrets.set(key, 'x')).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(path, 'utf8')).toBe('not json');
  });
});

describe('a store in memory', () => {
  it('keeps, forgets and says that it has no file', async () => {
    const secrets = memorySecrets();
    await secrets.set(key, canary);
    expect(await secrets.get(key)).toBe(canary);
    await secrets.delete(key);
    expect(await secrets.get(key)).toBeNull();
    expect([secrets.protection(), secrets.locked()]).toEqual(['memory', false]);
    await expect(secrets.unlock(passphrase)).rejects.toMatchObject({ code: 'precondition_failed' });
  });
});
