import { describe, expect, it } from 'vitest';
import { readChallenge } from '#core/sync/oci/challenge.ts';
import { newestFirst } from '#core/sync/oci/newest-tags.ts';

describe('how a registry asks to be signed in at', () => {
  it.each([
    [null, { basic: false, bearer: null }],
    ['Basic realm="Registry, of Acme"', { basic: true, bearer: null }],
    ['Negotiate', { basic: false, bearer: null }],
    [
      'Bearer realm="https://r.example/token",service="r.example",scope="repository:a:pull,push"',
      { basic: false, bearer: { realm: 'https://r.example/token', service: 'r.example' } },
    ],
    [
      'bearer  Realm = https://r.example/t , error="invalid_token"',
      { basic: false, bearer: { realm: 'https://r.example/t', service: null } },
    ],
    [
      'Basic realm="Artifactory", Bearer realm="https://r.example/t",service="s"',
      { basic: true, bearer: { realm: 'https://r.example/t', service: 's' } },
    ],
    [
      'Bearer realm="https://r.example/t",service="s", Basic realm="x"',
      { basic: true, bearer: { realm: 'https://r.example/t', service: 's' } },
    ],
    ['Bearer service="s"', { basic: false, bearer: null }],
  ])('is read from %s', (header, expected) => {
    expect(readChallenge(header)).toEqual(expected);
  });
});

describe('the order tags are read in', () => {
  it('is by the numbers in them, versions before names', () => {
    const tags = [
      '1.9.0',
      'latest',
      '1.10.0',
      'v2.0',
      '0a1b2c3',
      'main',
      '1.10.0-rc.1',
      '2026-11-24',
    ];
    expect(newestFirst(tags)).toEqual({
      versions: ['2026-11-24', 'v2.0', '1.10.0-rc.1', '1.10.0', '1.9.0'],
      names: ['main', 'latest', '0a1b2c3'],
    });
  });
});
