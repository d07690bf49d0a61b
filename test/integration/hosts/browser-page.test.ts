import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageFolder, send, startHost, temporaryFolder } from './start-host.ts';

describe('the page', () => {
  it('carries one nonce in its policy and in its meta element, another for each answer', async () => {
    const host = await startHost();
    const answers = [await send(host.port, { path: '/' }), await send(host.port, { path: '/' })];
    const nonces = answers.map(({ headers, text }) => {
      const inPolicy = /style-src 'self' 'nonce-([\w-]{22})'/.exec(
        String(headers['content-security-policy']),
      )?.[1];
      expect(text).toContain(`<meta name="csp-nonce" content="${inPolicy}" />`);
      return inPolicy;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('may load from its own origin only and connect to its own event socket', async () => {
    const host = await startHost();
    const { headers } = await send(host.port, { path: '/' });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy.filter((rule) => !rule.startsWith('style-src'))).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      `connect-src 'self' ws://127.0.0.1:${host.port}`,
      "require-trusted-types-for 'script'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('brings its scripts with their type, and answers HEAD without a body', async () => {
    const host = await startHost();
    const script = await send(host.port, { path: '/assets/index.js' });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.text).toBe('export const started = true;');
    const head = await send(host.port, { method: 'HEAD', path: '/assets/index.js' });
    expect(head.headers['content-length']).toBe('28');
    expect(head.text).toBe('');
  });

  it('finds the files of a rebuild when it is loaded again', async () => {
    const folder = pageFolder();
    const host = await startHost({ pageFolder: folder });
    writeFileSync(join(folder, 'assets', 'new.js'), '1');
    expect((await send(host.port, { path: '/assets/new.js' })).status).toBe(404);
    await send(host.port, { path: '/' });
    expect((await send(host.port, { path: '/assets/new.js' })).status).toBe(200);
  });

  it('says what to do when it was never built', async () => {
    const host = await startHost({ pageFolder: join(temporaryFolder(), 'none') });
    const answer = await send(host.port, { path: '/' });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('npm run build');
  });
});

describe('no path leads out of the folder of the page', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '//etc/passwd',
    '/etc/passwd',
    '/file:///etc/passwd',
    '/assets/index.js%00.html',
    '/assets/',
    '/assets',
    '/C:/Windows/win.ini',
    '/%5c%5cserver%5cshare',
    '/linked.js',
    '/assets/./index.js/.',
  ])('%s', async (path) => {
    const folder = pageFolder();
    symlinkSync(join(folder, '..', 'secret.txt'), join(folder, 'linked.js'));
    const host = await startHost({ pageFolder: folder });
    const answer = await send(host.port, { path });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('outside');
  });
});
