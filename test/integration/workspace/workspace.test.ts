import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

describe('Without an open workspace', () => {
  it('everything else says what to do first', async () => {
    const test = startTestApp();
    const error = await test.refused('releases.list', {});
    expect(error).toMatchObject({ code: 'precondition_failed' });
    expect(error.message).toContain('Open one, create one, or open the demo');
    expect((await test.call('workspace.state', {})).open).toBeNull();
  });
});

describe('A workspace', () => {
  it('is never made over a file that exists', async () => {
    const test = startTestApp();
    const path = join(test.folder, 'Mine.slipway');
    writeFileSync(path, 'precious');
    const input = { path, name: 'Mine', zone: 'Europe/London' };
    expect((await test.refused('workspace.create', input)).code).toBe('conflict');
    expect(readFileSync(path, 'utf8')).toBe('precious');
  });

  it('remembers who works here, on this device and for this workspace', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const nobody = await test.refused('services.save', { name: 'x' });
    expect(nobody.message).toContain('--as NAME');
    await test.call('workspace.actAs', { personId: cast.iris.id });
    expect((await test.call('workspace.state', {})).open?.actingAs?.name).toBe('Iris Lindqvist');
    expect((await test.call('services.save', { name: 'ledger' })).name).toBe('ledger');
  });

  it('takes --as by name or e-mail, and names the people when nobody fits', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const release = await aRelease(test, cast, {}, 'Jon Bell');
    expect(release.requesterId).toBe(cast.jon.id);
    const error = await test.refused('services.save', { name: 'x' }, 'Jon Ball');
    expect(error.message).toMatch(/nobody called Jon Ball.*Jon Bell/);
  });

  it('backs up into a whole, checked copy that opens and has the same head', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    await aRelease(test, cast);
    const backup = await test.call('workspace.backup', {});
    expect(backup.path).toBe(join(test.folder, 'Payments 2026-11-24 092000.slipway'));
    expect(existsSync(`${backup.path}-wal`)).toBe(false);
    const { open } = await test.call('workspace.state', {});
    expect(backup.head).toBe(open?.head);
    await test.call('workspace.open', { path: backup.path });
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true, head: backup.head });
    expect((await test.call('releases.list', {})).total).toBe(1);
    expect((await test.refused('workspace.backup', { path: backup.path })).code).toBe('conflict');
    const nowhere = join(test.folder, 'gone', 'Payments.slipway');
    const refused = await test.refused('workspace.backup', { path: nowhere });
    expect(refused.message).toMatch(/There is no folder .*gone. Make it first/);
  });

  it('is in the recent list, the last one first', async () => {
    const test = startTestApp();
    await buildWorkspace(test);
    const second = join(test.folder, 'Second.slipway');
    await test.call('workspace.create', { path: second, name: 'Second', zone: 'Asia/Tokyo' });
    const { recent, open } = await test.call('workspace.state', {});
    expect(recent.map(({ name }) => name)).toEqual(['Second', 'Payments']);
    expect(open?.path).toBe(second);
  });
});

describe('Bad input', () => {
  it('of every kind is refused with what was expected, and changes nothing', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const { open: before } = await test.call('workspace.state', {});
    const unknown = await test.refused('releases.explode', {});
    expect(unknown.message).toMatch(/no procedure releases\.explode.*releases\.list/);
    const extra = await test.refused('people.save', { name: 'A', admin: true }, cast.mara.id);
    expect(extra).toMatchObject({ code: 'invalid_input' });
    const wrong = await test.refused('people.save', { name: 7 }, cast.mara.id);
    expect(wrong.fields).toHaveProperty('name');
    for (const input of [null, 7, 'x', [], undefined, JSON.parse('{"__proto__":{"name":"x"}}')]) {
      expect((await test.refused('people.save', input, cast.mara.id)).code).toBe('invalid_input');
    }
    const zone = { path: join(test.folder, 'z'), name: 'Z', zone: 'Mars/Olympus' };
    expect((await test.refused('workspace.create', zone)).fields?.['zone']).toContain('IANA');
    const { open: after } = await test.call('workspace.state', {});
    expect(after?.head).toBe(before?.head);
    expect(test.errors).toEqual([]);
  });

  it('hostile text is kept as it was typed', async () => {
    const test = startTestApp();
    const cast = await buildWorkspace(test);
    const name = `<img src=x onerror=alert(1)> =HYPERLINK("x") שלום 'quote`;
    const saved = await test.call('services.save', { name }, cast.mara.id);
    expect(saved.name).toBe(name);
  });
});

describe('Settings of a workspace', () => {
  it('own roles, version schemes and the order of environments are kept', async () => {
    const test = startTestApp();
    const { mara, staging, production } = await buildWorkspace(test);
    const role = await test.call('people.saveRole', { name: 'Data steward' }, mara.id);
    expect(role).toEqual({ key: 'data-steward', name: 'Data steward', builtIn: false });
    const unknown = { name: 'Zoe', roles: ['astronaut'] };
    expect((await test.refused('people.save', unknown, mara.id)).message).toContain(
      'release-manager',
    );
    const bad = { name: 'x', versionScheme: { kind: 'pattern', pattern: '(' } };
    expect((await test.refused('services.save', bad, mara.id)).fields).toHaveProperty(
      'versionScheme',
    );
    const test2 = { name: 'test', kind: 'test', afterId: null } as const;
    await test.call('environments.save', test2, mara.id);
    const listed = await test.call('environments.list', {});
    expect(listed.map(({ name }) => name)).toEqual(['test', staging.name, production.name]);
  });
});
