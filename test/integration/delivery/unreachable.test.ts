import { describe, expect, it, onTestFinished } from 'vitest';
import { providers, type Provider } from '#shared/model/delivery/pipelines.ts';
import { listenOnLoopback } from '../../support/servers/loopback.ts';
import { startUntrusted } from '../../support/servers/untrusted.ts';
import { startTestApp } from '../../support/test-app.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';

const secret = 'canary5f0c1d2e3a4b';
/** In the form every provider takes: that of Jenkins has a user before it. */
const token = `mara:${secret}`;

/** What is read there, where `group/name` is none. */
const places: Partial<Record<Provider, string>> = {
  'azure-devops': 'Shop',
  prometheus: '',
  alertmanager: '',
};

describe.each(providers)('A test of a connection to %s', (provider) => {
  async function refusedAt(baseUrl: string) {
    const test = startTestApp();
    await buildWorkspace(test);
    const repository = places[provider] ?? 'acme/shop';
    const place = { provider, baseUrl, repository, token };
    const { code, message } = await test.refused('connections.test', place);
    expect([code, test.errors]).toEqual(['unavailable', []]);
    expect(message).not.toContain(secret);
    return message;
  }

  it('says that the host is not found, or cannot be looked up', async () => {
    expect(await refusedAt('https://ci.invalid')).toMatch(
      /^The host of https:\/\/ci\.invalid was not found\. Check the base URL|^https:\/\/ci\.invalid could not be reached \(EAI_AGAIN\)/,
    );
  });

  it('says that nothing listens there', async () => {
    const gone = await listenOnLoopback(() => undefined);
    await gone.close();
    expect(await refusedAt(gone.origin)).toContain(
      `${gone.origin} refused the connection: nothing listens there. Check the host and port`,
    );
  });

  it('says that the certificate is not accepted, and sends nothing', async () => {
    const untrusted = await startUntrusted();
    onTestFinished(() => untrusted.close());
    expect(await refusedAt(untrusted.origin)).toMatch(
      /^The certificate of https:\S+ was not accepted \(\w+\)\. If your organisation has its own authority/,
    );
    expect(untrusted.requests).toEqual([]);
  });
});
