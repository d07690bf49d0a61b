const storageKey = 'slipway.token';

export type Page = {
  location: Pick<Location, 'hash' | 'pathname' | 'search'>;
  history: Pick<History, 'replaceState'>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  fetch: typeof fetch;
};

/**
 * The token of this launch: from `#token=`, from the single-use `#code=`, or kept from before a
 * reload. It is taken off the address at once, so that no bookmark or screenshot holds it. Null
 * when there is none; the host then has to be started again.
 */
export async function takeToken(page: Page): Promise<string | null> {
  const given = new URLSearchParams(page.location.hash.slice(1));
  const token = given.get('token');
  const code = given.get('code');
  if (token === null && code === null) return page.storage.getItem(storageKey);

  const { pathname, search } = page.location;
  page.history.replaceState(null, '', `${pathname}${search}#/`);
  const fresh = token ?? (await exchange(code ?? '', page.fetch));
  // A used or late code must not throw away a token that still works.
  if (fresh === null) return page.storage.getItem(storageKey);
  page.storage.setItem(storageKey, fresh);
  return fresh;
}

export function carriesToken(hash: string): boolean {
  return /^#(token|code)=/.test(hash);
}

async function exchange(code: string, send: typeof fetch): Promise<string | null> {
  try {
    const response = await send('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    return tokenIn(await response.json());
  } catch {
    return null;
  }
}

function tokenIn(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if ('value' in answer) return tokenIn(answer.value);
  return 'token' in answer && typeof answer.token === 'string' ? answer.token : null;
}
