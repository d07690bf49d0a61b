/** Words a secret is called by, alone or beside another. */
const words: ReadonlySet<string> = new Set([
  ...['password', 'passwd', 'pass', 'pwd', 'passphrase', 'secret', 'secrets', 'token', 'tokens'],
  ...['credential', 'credentials', 'auth', 'bearer', 'cookie', 'dsn', 'salt', 'signature', 'pin'],
]);
const pairs: readonly string[] = [
  ...['private key', 'api key', 'access key', 'secret key', 'encryption key', 'signing key'],
  ...[
    'account key',
    'shared key',
    'master key',
    'connection string',
    'database url',
    'webhook url',
  ],
];

/**
 * A secret by what it is called, `DB_PASSWORD` or `clientSecret`, or by what it looks like: a key
 * file, an address with a password in it. Errs on the side of secrets: `tokenLifetime` is one.
 */
export function isSecretSetting(key: string, value: string): boolean {
  const spoken = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const told = ` ${spoken.join(' ')} `;
  return (
    spoken.some((word) => words.has(word) || word === 'apikey') ||
    pairs.some((pair) => told.includes(` ${pair} `)) ||
    value.includes('-----BEGIN ') ||
    /:\/\/[^/\s:@]{0,200}:[^/\s@]{1,200}@/.test(value.slice(0, 10_000))
  );
}
