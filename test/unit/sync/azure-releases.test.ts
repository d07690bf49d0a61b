import { describe, expect, it } from 'vitest';
import { azureDevops } from '#core/sync/azure-devops/provider.ts';
import type { Answer, GetRequest } from '#core/sync/http/answer.ts';
import type { Http } from '#core/sync/http/client.ts';

const source = { repository: 'Shop Floor', token: 'azdo-canary', since: null };
const etags = { get: () => undefined, set: () => undefined };

/** Walks through the deployments of a place; every answer names other places in all it can. */
async function asked(baseUrl: string): Promise<GetRequest[]> {
  const requests: GetRequest[] = [];
  const elsewhere = 'https://elsewhere.example/acme';
  const http: Http = {
    through: () => http,
    async get(request: GetRequest): Promise<Answer> {
      requests.push(request);
      const more = { 'x-ms-continuationtoken': `&x=//elsewhere.example/${requests.length}` };
      const headers = new Headers({
        location: elsewhere,
        link: `<${elsewhere}>; rel="next"`,
        ...(requests.length < 3 ? more : {}),
      });
      const release = { id: 1, url: elsewhere, webAccessUri: elsewhere };
      const body = { value: [{ id: 5, operationStatus: 'Pending', url: elsewhere, release }] };
      return { kind: 'ok', url: request.url, headers, body, serverNow: 0 };
    },
  };
  const place = { ...source, http, baseUrl, etags };
  const none = { stored: () => null, isWaiting: () => false };
  const { deployments } = azureDevops;
  for await (const step of deployments?.list({ ...place, ...none }) ?? []) void step;
  await deployments?.get({ ...place, isWaiting: () => false }, '5');
  return requests;
}

describe('the token of a connection to Azure DevOps', () => {
  it.each([
    ['https://dev.azure.com/acme', 'https://vsrm.dev.azure.com/acme'],
    ['https://acme.visualstudio.com', 'https://acme.vsrm.visualstudio.com'],
    ['https://tfs.acme.example/tfs/Main', 'https://tfs.acme.example/tfs/Main'],
    ['https://dev.azure.com.evil.example/acme', 'https://dev.azure.com.evil.example/acme'],
  ])('of %s goes for releases to %s and nowhere else', async (baseUrl, root) => {
    const requests = await asked(baseUrl);
    expect(requests).toHaveLength(4);
    for (const request of requests) {
      expect(request.baseUrl).toBe(root);
      expect(request.url).toMatch(/^\S+\/Shop%20Floor\/_apis\/release\/deployments\?/);
      expect(request.url.startsWith(`${root}/`)).toBe(true);
      expect(request.url).not.toContain('azdo-canary');
    }
  });
});
