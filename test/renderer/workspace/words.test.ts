import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { syncState } from '../../../renderer/app/shell/sync-state.ts';
import { placeAfterMove } from '../../../renderer/features/workspace/environments/move.ts';
import { matchingPeople } from '../../../renderer/features/workspace/people/role-words.ts';
import {
  fileNameOf,
  folderAbove,
  inFolder,
  placeFor,
} from '../../../renderer/features/workspace/workspace/file-place.ts';
import { sizeInWords } from '../../../renderer/features/workspace/workspace/size-words.ts';
import { zoneOptions } from '../../../renderer/features/workspace/workspace/zones.ts';
import { overlay } from '../../../renderer/state/draft.ts';

describe('how fresh the pipelines are', () => {
  const connection: Omit<ConnectionView, 'state'> = {
    id: '0190a0a0-0000-7000-8000-000000000001',
    rev: 1,
    provider: 'github',
    name: 'shop',
    baseUrl: 'https://api.github.com',
    repository: 'acme/shop',
    workflows: [],
    environments: [],
    services: [],
    everyMinutes: null,
    onFocus: false,
    ca: null,
    proxy: null,
    authorities: [],
    paused: null,
    hasToken: false,
  };
  const counts = { added: 0, updated: 0, unchanged: 0, rejected: 0 };
  const state = {
    lastTriedAt: null,
    lastError: null,
    rateLimitedUntil: null,
    nextSyncAt: null,
    warnings: [],
    counts,
  };

  it('waits, and is not in order, before the first sync', () => {
    const never = { ...connection, state: { ...state, lastSuccessAt: null } };
    expect(syncState([never], false, false, '2026-11-24T09:20:00.000Z')).toEqual({
      state: 'waiting',
      text: 'Pipelines not synced yet',
    });
  });
});

describe('the folder above', () => {
  it.each([
    ['/home/mara/Slipway', '/home/mara/'],
    ['/home/', '/'],
    ['C:\\Users\\mara', 'C:\\Users\\'],
    ['/', null],
    ['C:\\', null],
    ['', null],
  ])('%s is %s', (folder, above) => {
    expect(folderAbove(folder)).toBe(above);
  });
});

describe('where a new workspace goes', () => {
  it('is called after the workspace, in the folder', () => {
    expect(placeFor('/home/mara/Slipway', 'Payments')).toBe('/home/mara/Slipway/Payments.slipway');
  });

  it('is written as the folder is, on Windows too', () => {
    expect(placeFor('C:\\Slipway', 'Payments')).toBe('C:\\Slipway\\Payments.slipway');
  });

  it('leaves out what a file name cannot hold, and keeps other writing systems', () => {
    expect(fileNameOf(placeFor('/x', '  a/b: "c" ..'))).toBe('a b c.slipway');
    expect(fileNameOf(placeFor('/x', 'שחרורים'))).toBe('שחרורים.slipway');
    expect(fileNameOf(placeFor('/x', '...'))).toBe('Workspace.slipway');
  });

  it('keeps its name in another folder', () => {
    expect(inFolder('/other/', '/x/Payments.slipway')).toBe('/other/Payments.slipway');
  });
});

describe('moving in an order', () => {
  const three = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('names what the thing then stands behind', () => {
    expect(placeAfterMove(three, 'c', 'up')).toBe('a');
    expect(placeAfterMove(three, 'b', 'up')).toBeNull();
    expect(placeAfterMove(three, 'a', 'down')).toBe('b');
  });

  it('is undefined at the ends and for something unknown', () => {
    expect(placeAfterMove(three, 'a', 'up')).toBeUndefined();
    expect(placeAfterMove(three, 'c', 'down')).toBeUndefined();
    expect(placeAfterMove(three, 'x', 'up')).toBeUndefined();
  });
});

describe('finding somebody', () => {
  const roles = [{ key: 'operations', name: 'Operations', builtIn: true }];
  const person = (name: string, ...held: string[]) => ({
    id: name,
    rev: 1,
    name,
    email: `${name}@harbour.example`,
    roles: held,
    leftOn: null,
  });
  const people = [person('Tomás', 'operations'), person('Iris')];

  it('takes the name, the address or the role, whatever the case', () => {
    const found = (typed: string) => matchingPeople(people, roles, typed).map(({ name }) => name);
    expect(found('TOM')).toEqual(['Tomás']);
    expect(found('iris@')).toEqual(['Iris']);
    expect(found('operations')).toEqual(['Tomás']);
    expect(found(' ')).toEqual(['Tomás', 'Iris']);
  });
});

describe('a draft', () => {
  const values = { name: 'saved', roles: ['a'], open: false };

  it('replaces values of its own shape', () => {
    expect(overlay(values, { name: 'typed', roles: [], open: true })).toEqual({
      name: 'typed',
      roles: [],
      open: true,
    });
  });

  it('is left out where it has another shape or an unknown name', () => {
    expect(overlay(values, { name: 7, roles: [1], other: 'x' })).toEqual(values);
    expect(overlay(values, 'nonsense')).toEqual(values);
    expect(overlay(values, null)).toEqual(values);
  });
});

describe('time zones to choose from', () => {
  it('hold UTC and the present one, also where the engine does not list them', () => {
    const values = zoneOptions('Etc/GMT+5').map(({ value }) => value);
    expect(values).toContain('UTC');
    expect(values).toContain('Etc/GMT+5');
    expect(values).toContain('Europe/London');
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('a size', () => {
  it.each([
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [12_345, '12 kB'],
    [1_234_567, '1.2 MB'],
    [4_000_000_000, '4.0 GB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });
});
