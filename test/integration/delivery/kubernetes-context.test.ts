import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { authority } from '../../support/servers/tls.ts';
import { startTlsFront, vouched } from '../../support/servers/tls-front.ts';
import { kubernetesToken, startKubernetes } from './kubernetes.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const certificate = {
  'client-certificate-data': base64(vouched.cert),
  'client-key-data': base64(vouched.key),
};

/** A connection to a cluster behind TLS, and a kubeconfig with the context prod that reaches it. */
async function start(count = 3) {
  const started = await startKubernetes(count);
  const { kubernetes, test, cast } = started;
  const front = await startTlsFront(kubernetes.origin, kubernetesToken);
  onTestFinished(() => front.close());
  const place = { provider: 'kubernetes', baseUrl: front.origin, repository: 'payments' } as const;
  const { id } = await test.call(
    'connections.save',
    { ...place, name: 'Behind TLS' },
    cast.mara.id,
  );
  const path = join(test.folder, 'kubeconfig.yaml');
  /** Writes the file; the context `prod` is of the cluster, the user signs in as told. */
  const write = (user: object, cluster: object = {}, context: object = {}) => {
    const ca = { 'certificate-authority-data': base64(authority) };
    const content = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'prod',
      clusters: [{ name: 'main', cluster: { server: front.origin, ...ca, ...cluster } }],
      users: [{ name: 'ann', user }],
      contexts: [{ name: 'prod', context: { cluster: 'main', user: 'ann', ...context } }],
    };
    writeFileSync(path, stringify(content));
  };
  const chosen = { name: 'prod', kubeconfig: path };
  const use = () =>
    test.call('connections.useContext', { connectionId: id, context: chosen }, cast.mara.id);
  const sync = () => test.call('connections.sync', { id }, cast.mara.id);
  const refused = () => test.refused('connections.sync', { id }, cast.mara.id);
  const contexts = (kubeconfig?: string) =>
    test.call('connections.contexts', kubeconfig === undefined ? {} : { kubeconfig });
  return { ...started, id, place, front, path, write, chosen, use, sync, refused, contexts };
}

/** A program that says who signs in, and leaves a trace that it ran. */
function program(folder: string, says: string) {
  const script = join(folder, 'sign-in.mjs');
  const trace = join(folder, 'it-ran');
  const told = `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(trace)}, process.env.KUBERNETES_EXEC_INFO);
${says}`;
  writeFileSync(script, told);
  const apiVersion = 'client.authentication.k8s.io/v1';
  return { trace, exec: { apiVersion, command: process.execPath, args: [script] } };
}

const says = (status: object) =>
  `console.log(${JSON.stringify(JSON.stringify({ kind: 'ExecCredential', status }))});`;

describe('A cluster reached by a context of a kubeconfig', () => {
  it('is signed in to with its certificate, and trusted by its authority', async () => {
    const { write, use, sync, refused, front, told, place, chosen, test } = await start();
    // Nobody but the kubeconfig vouches for it.
    expect((await refused()).message).toContain('The certificate of https://127.0.0.1');
    write(certificate);
    await use();
    expect(await sync()).toMatchObject({ added: 3, warnings: [] });
    expect(told()).toHaveLength(3);
    expect(new Set(front.signedIn)).toEqual(new Set(['localhost']));
    const tested = await test.call('connections.test', { ...place, context: chosen });
    expect(tested).toMatchObject({ repository: 'payments', notes: [] });
  });

  it('is signed in to by a program, which is told that nobody sits before it', async () => {
    const { write, use, sync, test, contexts, path } = await start();
    const { exec, trace } = program(test.folder, says({ token: kubernetesToken }));
    write({ exec });
    // To look at a kubeconfig runs nothing.
    const { contexts: listed } = await contexts(path);
    expect(listed[0]).toMatchObject({ signsIn: 'program', trouble: null });
    expect(listed[0]?.program).toContain('sign-in.mjs');
    await use();
    expect(existsSync(trace)).toBe(false);
    expect(await sync()).toMatchObject({ added: 3 });
    expect(JSON.parse(readFileSync(trace, 'utf8'))).toMatchObject({
      kind: 'ExecCredential',
      spec: { interactive: false },
    });
  });

  it('is signed in to by a program that gives a certificate, or by a token', async () => {
    const { write, use, sync, test, front } = await start();
    const { cert, key } = vouched;
    const given = says({ clientCertificateData: cert, clientKeyData: key });
    write({ exec: program(test.folder, given).exec });
    await use();
    expect(await sync()).toMatchObject({ added: 3 });
    expect(front.signedIn.at(-1)).toBe('localhost');
    write({ token: kubernetesToken });
    expect(await sync()).toMatchObject({ unchanged: 3 });
    expect(front.signedIn.at(-1)).toBeNull();
  });

  it('is so on this device alone: nothing of it is in the workspace', async () => {
    const { write, use, path, test, id, cast } = await start();
    write({ token: kubernetesToken });
    await use();
    const asked = { connectionId: id };
    expect(await test.call('connections.context', asked)).toEqual({
      name: 'prod',
      kubeconfig: path,
    });
    for (const name of readdirSync(test.folder).filter((each) => each.includes('.slipway'))) {
      const file = readFileSync(join(test.folder, name), 'latin1');
      for (const secret of ['kubeconfig.yaml', kubernetesToken]) expect(file).not.toContain(secret);
    }
    await test.call('connections.useContext', { ...asked, context: null }, cast.mara.id);
    expect(await test.call('connections.context', asked)).toBeNull();
  });

  it('is not reached by a context of another server', async () => {
    const { write, use, refused, front, test, place, chosen } = await start();
    write({ token: kubernetesToken }, { server: 'https://elsewhere.example:6443' });
    await use();
    const tested = await test.refused('connections.test', { ...place, context: chosen });
    for (const { code, message } of [await refused(), tested]) {
      expect(code).toBe('precondition_failed');
      expect(message).toContain('The context prod is of https://elsewhere.example:6443');
    }
    expect(front.signedIn).toEqual([]);
  });

  it.each<[string, object, object, object, RegExp]>([
    ['no check', {}, { 'insecure-skip-tls-verify': true }, {}, /certificate off \(insecure-skip/],
    [
      'no encryption',
      {},
      { server: 'http://a:8001' },
      {},
      /is not encrypted \(https\)\. Type that/,
    ],
    ['another name', {}, { 'tls-server-name': 'x' }, {}, /\(tls-server-name\), which is not/],
    ['SOCKS', {}, { 'proxy-url': 'socks5://p:1' }, {}, /none of HTTP \(proxy-url\)/],
    ['OIDC', { 'auth-provider': { name: 'oidc' } }, {}, {}, /auth-provider.*such as kubelogin/],
    ['a password', { username: 'ann', password: 'x' }, {}, {}, /signs in with a password or acts/],
    ['somebody else', { as: 'admin' }, {}, {}, /acts as somebody else, which is not supported/],
    ['no such user', {}, {}, { user: 'bob' }, /names the user bob, who is not in the kubeconfig/],
    ['no such cluster', {}, {}, { cluster: 'x' }, /names the cluster x, which is not in the/],
    [
      'a lost token',
      { 'token-file': '/nowhere/t' },
      {},
      {},
      /the user ann, who is not in .* or cannot/,
    ],
  ])(
    'with %s is refused, and says so in the list',
    async (_what, user, cluster, context, words) => {
      const { write, use, refused, contexts, path, front } = await start();
      write(user, cluster, context);
      expect((await contexts(path)).contexts[0]?.trouble).toMatch(words);
      await use();
      expect((await refused()).message).toMatch(words);
      expect(front.signedIn).toEqual([]);
    },
  );

  it.each([
    [
      'says no',
      'console.error("sign in first"); process.exit(1);',
      /gave no credential.*sign in first/,
    ],
    [
      'says something else',
      'console.log("hello");',
      /gave no credential\. Sign in with it in a term/,
    ],
    ['says nothing of use', 'console.log("{}");', /gave no credential/],
  ])('whose program %s is refused in words', async (_what, script, words) => {
    const { write, use, refused, test } = await start();
    write({ exec: program(test.folder, script).exec });
    await use();
    expect((await refused()).message).toMatch(words);
    expect(test.errors).toEqual([]);
  });

  it('whose program is not there, or whose key is not, is refused in words', async () => {
    const { write, use, refused } = await start();
    await use();
    write({ exec: { command: 'no-such-program-7', args: null } });
    expect((await refused()).message).toMatch(
      /no-such-program-7, by which .* was not found\. Give/,
    );
    write({ 'client-certificate': 'gone.pem', 'client-key': 'gone.key' });
    expect((await refused()).message).toMatch(
      /certificate or key of the context prod could not be/,
    );
  });

  it('whose program does not end can be cancelled', async () => {
    const { write, use, test, cast, id } = await start();
    const { exec, trace } = program(test.folder, 'setTimeout(() => undefined, 3000);');
    write({ exec });
    await use();
    const input = { id, progressId: 'sync-1' };
    const synced = test.refused('connections.sync', input, cast.mara.id);
    await expect.poll(() => existsSync(trace)).toBe(true);
    await test.call('progress.cancel', { id: 'sync-1' });
    expect((await synced).message).toContain('Cancelled');
  });
});

describe('The contexts of a kubeconfig', () => {
  it('are those kubectl knows: of KUBECONFIG, then of the home folder', async () => {
    const { contexts, test, write, path, front } = await start();
    const home = join(test.folder, 'home');
    mkdirSync(join(home, '.kube'), { recursive: true });
    test.platform.machine = { ...test.platform.machine, home, env: {} };
    const missing = await test.refused('connections.contexts', {});
    expect(missing).toMatchObject({ code: 'not_found' });
    expect(missing.message).toContain(join(home, '.kube', 'config'));
    const second = { name: 'dev', context: { cluster: 'main', user: 'ann', namespace: 'shop' } };
    const repeated = { name: 'prod', context: { cluster: 'other', user: 'ann' } };
    const odd = { name: 7, context: { cluster: ['x'] } };
    const other = { contexts: [second, repeated, odd, null], users: 'none', clusters: [{}] };
    writeFileSync(join(home, '.kube', 'config'), stringify(other));
    expect((await contexts()).contexts.map(({ name }) => name)).toEqual(['dev', 'prod']);
    write(certificate);
    const all = [path, join(home, 'gone'), join(home, '.kube', 'config')];
    test.platform.machine = { ...test.platform.machine, env: { KUBECONFIG: all.join(':') } };
    expect(await contexts()).toMatchObject({
      files: [path, join(home, '.kube', 'config')],
      current: 'prod',
      contexts: [
        { name: 'dev', server: front.origin, namespace: 'shop', signsIn: 'certificate' },
        { name: 'prod', server: front.origin, namespace: null, trouble: null },
      ],
    });
  });

  it.each([
    ['kubeconfig.yaml', 'does not begin at a root'],
    ['/nowhere/kubeconfig', 'There is no kubeconfig at /nowhere/kubeconfig'],
    ['/', 'is no file'],
  ])('of %s are refused in words', async (kubeconfig, words) => {
    const { test } = await start();
    const refused = await test.refused('connections.contexts', { kubeconfig });
    expect(refused.message).toContain(words);
  });

  it.each([['a: ['], ['7'], [''], ['clusters: 7\ncontexts: x']])(
    'of a file that says %j are refused or none',
    async (content) => {
      const { test, path } = await start();
      writeFileSync(path, content);
      const envelope = await test.app.call('connections.contexts', { kubeconfig: path });
      const said = JSON.stringify(envelope);
      expect(said).toMatch(/is no kubeconfig, or cannot be read|"contexts":\[\]/);
      expect(test.errors).toEqual([]);
    },
  );

  it('belong to connections to Kubernetes alone', async () => {
    const { test, cast, chosen } = await start();
    const place = { baseUrl: 'https://api.github.com', repository: 'acme/shop' };
    const { id } = await test.call('connections.save', { ...place, name: 'GitHub' }, cast.mara.id);
    const input = { connectionId: id, context: chosen };
    const refused = await test.refused('connections.useContext', input, cast.mara.id);
    expect(refused.message).toContain('GitHub is no connection to Kubernetes');
  });
});
