import { describe, expect, it } from 'vitest';
import { carriesToken, takeToken, type Page } from '../../../renderer/api/session-token.ts';

/** A window's address, history and storage, and a host that redeems one code. */
function pageAt(hash: string, kept: string | null = null) {
  const stored = new Map(kept === null ? [] : [['slipway.token', kept]]);
  const shown: string[] = [];
  const page: Page = {
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_data, _unused, url) => shown.push(String(url)) },
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
    fetch: (_url, init) =>
      Promise.resolve(
        init?.body === '{"code":"fresh"}'
          ? Response.json({ ok: true, value: { token: 'redeemed' } })
          : Response.json({ ok: false, error: { code: 'forbidden', message: 'used' } }),
      ),
  };
  return { page, stored, shown };
}

describe('the token of a launch', () => {
  it('is taken off the address and kept for a reload', async () => {
    const { page, stored, shown } = pageAt('#token=abc');
    expect(await takeToken(page)).toBe('abc');
    expect(shown).toEqual(['/#/']);
    expect(stored.get('slipway.token')).toBe('abc');
  });

  it('comes from the storage when the address has none, and leaves the address alone', async () => {
    const { page, shown } = pageAt('#/releases', 'kept');
    expect(await takeToken(page)).toBe('kept');
    expect(shown).toEqual([]);
  });

  it('is exchanged for a code', async () => {
    const { page, stored, shown } = pageAt('#code=fresh');
    expect(await takeToken(page)).toBe('redeemed');
    expect(shown).toEqual(['/#/']);
    expect(stored.get('slipway.token')).toBe('redeemed');
  });

  it('stays the kept one when the code was used already', async () => {
    const { page, shown } = pageAt('#code=used', 'kept');
    expect(await takeToken(page)).toBe('kept');
    expect(shown).toEqual(['/#/']);
  });

  it('is null when nothing was given and nothing kept', async () => {
    expect(await takeToken(pageAt('').page)).toBeNull();
    expect(await takeToken(pageAt('#code=used').page)).toBeNull();
  });

  it('is null when the host cannot be asked', async () => {
    const { page } = pageAt('#code=fresh');
    page.fetch = () => Promise.reject(new TypeError('no connection'));
    expect(await takeToken(page)).toBeNull();
  });

  it('is seen in a pasted address, and not in a route', () => {
    expect(carriesToken('#token=abc')).toBe(true);
    expect(carriesToken('#code=abc')).toBe(true);
    expect(carriesToken('#/releases?token=abc')).toBe(false);
  });
});
