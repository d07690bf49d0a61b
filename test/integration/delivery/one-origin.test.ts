import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { providers } from '#shared/model/delivery/pipelines.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { anyToken, places } from '../../support/places.ts';
import { startElsewhere, tricks } from '../../support/servers/elsewhere.ts';
import { listenOnLoopback } from '../../support/servers/loopback.ts';
import { startTestApp } from '../../support/test-app.ts';

const secret = anyToken.split(':')[1] ?? '';
const forms = [secret, anyToken].flatMap((text) => [
  text,
  Buffer.from(text).toString('base64'),
  Buffer.from(`:${text}`).toString('base64'),
]);

describe.each(providers)('The token of %s', (provider) => {
  it('goes to one origin, wherever that sends on to, and into no file', async () => {
    const elsewhere = await startElsewhere();
    onTestFinished(() => elsewhere.close());
    let target = '';
    let asked = 0;
    const server = await listenOnLoopback((_request, response) => {
      asked += 1;
      const status = [301, 302, 303, 307, 308][asked % 5] ?? 302;
      response.writeHead(status, { location: target }).end();
    });
    onTestFinished(() => server.close());
    const test = startTestApp();
    const { mara } = await buildWorkspace(test);
    const place = { provider, baseUrl: server.origin, repository: places[provider] };
    const given = { ...place, name: 'Elsewhere', token: anyToken };
    const { id } = await test.call('connections.save', given, mara.id);
    for (const [name, trick] of tricks) {
      target = trick(new URL(server.origin), new URL(elsewhere.origin));
      for (const call of ['connections.test', 'connections.sync']) {
        const { code, message } = await test.refused(call, { id }, mara.id);
        expect([name, call, code]).toEqual([name, call, 'forbidden']);
        expect(forms.filter((form) => message.includes(form))).toEqual([]);
      }
    }
    expect(asked).toBeGreaterThanOrEqual(2 * tricks.length);
    expect(elsewhere.requests).toEqual([]);
    expect(JSON.stringify(test.events)).not.toContain(secret);
    for (const file of readdirSync(test.folder)) {
      const content = readFileSync(join(test.folder, file));
      expect([file, forms.filter((form) => content.includes(form))]).toEqual([file, []]);
    }
  });
});
