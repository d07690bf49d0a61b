import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SettingsFormat } from '#shared/model/delivery/parity.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { compareSettings } from '#shared/rules/delivery/parity/compare-settings.ts';
import { readSettings } from '#shared/rules/delivery/parity/read-settings.ts';
import { isSecretSetting } from '#shared/rules/delivery/parity/secret-settings.ts';

function valuesOf(text: string, name: string, format?: SettingsFormat) {
  const { settings } = readSettings(text, name, format);
  return Object.fromEntries(settings.map(({ key, value }) => [key, value]));
}

/** Keys by state, of two files of one name. */
function compared(left: string, right: string, name: string) {
  const { rows } = compareSettings(
    readSettings(left, name).settings,
    readSettings(right, name).settings,
  );
  return rows.map(({ key, state }) => `${state} ${key}`);
}

function refusalOf(text: string, name: string): string {
  try {
    readSettings(text, name);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('It was read');
}

const configMap = (data: string, name = 'app') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n${data}`;
const secret = (data: string, part = 'data') =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\n${part}:\n${data}`;

describe('settings of a .env file', () => {
  it('are read with quotes, comments, export and several lines', () => {
    const text = [
      ...['# the app', 'export LOG_LEVEL=info # loud', "NAME='a # b'", 'GREETING="two\\nlines"'],
      ...['KEY="-----BEGIN KEY-----', 'abc', '-----END KEY-----"', 'EMPTY=', 'URL=${HOST}/x'],
    ].join('\r\n');
    expect(valuesOf(text, '.env')).toEqual({
      ...{ LOG_LEVEL: 'info', NAME: 'a # b', GREETING: 'two\nlines', EMPTY: '' },
      ...{ KEY: '-----BEGIN KEY-----\nabc\n-----END KEY-----', URL: '${HOST}/x' },
    });
  });

  it('that stand twice are told, the last counts; what is none is told by its line alone', () => {
    const { settings, notes } = readSettings('A=1\nhunter2 is my word\nA=2\nB="open\nC=3', '.env');
    expect(settings.map(({ key, value }) => [key, value])).toEqual([
      ...[
        ['A', '2'],
        ['B', 'open'],
        ['C', '3'],
      ],
    ]);
    expect(notes).toEqual([
      'Line 2 is no setting and was left out.',
      'B in line 4 opens a quote that is never closed; its line was taken.',
      'A stands in line 1 and again in line 3; the last counts.',
    ]);
  });
});

describe('settings of YAML and JSON', () => {
  it('are every value by its path, whatever its keys are called', () => {
    const text =
      'image:\n  tag: 4.2.0\nhosts:\n  - a\n  - b: 1\n"x.y": {}\n__proto__:\n  z: true\n';
    expect(valuesOf(text, 'values.yaml')).toEqual(
      Object.fromEntries([
        ...[
          ['image.tag', '4.2.0'],
          ['hosts[0]', 'a'],
          ['hosts[1].b', '1'],
          ['["x.y"]', '{}'],
          ['__proto__.z', 'true'],
        ],
      ]),
    );
    expect(valuesOf('{\n\t"a": [1, null],\n\t"b": "x"\n}', 'x.json')).toEqual({
      ...{ 'a[0]': '1', 'a[1]': '', b: 'x' },
    });
  });

  it('differ by their type, and by the last digit of a long number', () => {
    expect(compared('a: 5\nb: true\nc: 1', 'a: "5"\nb: true\nc: 1.0', 'v.yaml')).toEqual([
      ...['different a', 'same b', 'same c'],
    ]);
    expect(compared('a: 12345678901234567', 'a: 12345678901234568', 'v.yaml')).toEqual([
      'different a',
    ]);
    const env = readSettings('a=5', '.env').settings;
    const { rows } = compareSettings(env, readSettings('a: 5', 'v.yaml').settings);
    expect(rows[0]?.state).toBe('same');
  });

  it('that stand twice are told with both lines', () => {
    const { notes, settings } = readSettings('{"a": 1,\n"b": 2,\n"a": 3}', 'x.json');
    expect(notes).toEqual(['a stands in line 1 and again in line 3; the last counts.']);
    expect(settings.find(({ key }) => key === 'a')?.value).toBe('3');
  });

  it.each([
    ['aliases', 'a: &x [1, 2]\nb: *x', 'line 1, column'],
    ['an alias bomb', 'a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]', 'written out'],
    ['brackets without end', '['.repeat(500_000), 'nested deeper'],
    ['lists in lists', '- '.repeat(100_000), 'nested deeper'],
    [
      'maps in maps',
      Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      'deeper',
    ],
    ['documents without end', '---\na: 1\n'.repeat(600), '500 documents'],
    ['settings without end', '{"a":[' + '1,'.repeat(11_000) + '1]}', '10,000 settings'],
    ['what is no YAML', 'password: "hunter2', 'no YAML and no JSON from line 1'],
    ['keys that are lists', '? [a, b]\n: 1', 'Only texts'],
    ['nothing', ' \n ', 'is empty'],
  ])('are refused with %s, and no value is repeated', (_what, text, told) => {
    const message = refusalOf(text, 'values.yaml');
    expect(message).toContain(told);
    expect(message).not.toContain('hunter2');
  });
});

describe('settings of manifests', () => {
  it('are the data of ConfigMaps and Secrets; the name of an only one is left out', () => {
    const text = [
      configMap('  LOG_LEVEL: info\n  PORT: "8080"', 'app-staging'),
      secret(`  DB: ${btoa('hunter2')}\n  BAD: "?"`),
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web',
    ].join('\n---\n');
    const { settings, notes, format } = readSettings(text, 'all.yaml');
    expect(format).toBe('kubernetes');
    expect(settings.map(({ key, value, secret: isSecret }) => [key, value, isSecret])).toEqual([
      ...[
        ['LOG_LEVEL', 'info', false],
        ['PORT', '8080', false],
        ['DB', 'hunter2', true],
        ['BAD', '?', true],
      ],
    ]);
    expect(notes).toEqual([
      'BAD is no base64; it is compared as it is written.',
      'Deployment web holds no settings and was left out.',
    ]);
  });

  it('are the same from data and from stringData, and from a list in JSON', () => {
    const umlaut = btoa(String.fromCharCode(...new TextEncoder().encode('Zürich')));
    expect(
      compared(secret(`  a: ${umlaut}`), secret('  a: Zürich', 'stringData'), 's.yaml'),
    ).toEqual(['same a']);
    const item = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { x: '1' } };
    const list = { apiVersion: 'v1', kind: 'ConfigMapList', items: [item] };
    expect(valuesOf(JSON.stringify(list), 'export.json')).toEqual({ x: '1' });
  });

  it('carry the name of their object where a file has several of a kind', () => {
    const two = [configMap('  x: 1', 'one'), configMap('  x: 2', 'two')].join('\n---\n');
    expect(valuesOf(two, 'two.yaml')).toEqual({ 'ConfigMap one/x': '1', 'ConfigMap two/x': '2' });
  });
});

describe('two sets of settings', () => {
  it('are told as missing, different and the same, in this order', () => {
    expect(compared('A=1\nB=2\nC=3', 'B=2\nC=4\nD=5', '.env')).toEqual([
      ...['only-left A', 'only-right D', 'different C', 'same B'],
    ]);
  });

  it.each([
    ...['DB_PASSWORD', 'clientSecret', 'auth.token', 'AWS_ACCESS_KEY_ID', 'apiKey', 'SENTRY_DSN'],
  ])('know %s as a secret by its name', (key) => {
    expect(isSecretSetting(key, '')).toBe(true);
  });

  it('know a secret by what it looks like, and an author as none', () => {
    expect(isSecretSetting('cert', '-----BEGIN PRIVATE KEY-----')).toBe(true);
    expect(isSecretSetting('DB', 'postgres://app:hunter2@db/app')).toBe(true);
    expect(isSecretSetting('author', 'https://example.org/@mara')).toBe(false);
    expect(isSecretSetting('LOG_LEVEL', 'info')).toBe(false);
  });

  it('are read or refused in words, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'a: ',
        '- ',
        '\n',
        '{',
        '}',
        '[',
        '"',
        "'",
        '&x ',
        '*x',
        'K=',
        '---\n',
        '!t ',
        ': ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        fc.constantFrom('.env', 'v.yaml', 'x.json', 'settings'),
        (text, name) => {
          try {
            const { settings } = readSettings(text, name);
            const { counts } = compareSettings(settings, settings);
            expect(counts).toMatchObject({ different: 0, same: settings.length });
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        },
      ),
      { numRuns: 500, seed: 9142 },
    );
  });
});
