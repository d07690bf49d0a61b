import type { Output } from '#shared/contract/index.ts';
import { assertNever } from '#shared/model/refusal.ts';

type Secrets = Output<'device.info'>['secrets'];

/** Where the host keeps tokens and what that is worth; never in the workspace, whatever the host. */
export function secretPlace({ protection, locked }: Secrets): string {
  switch (protection) {
    case 'keychain':
      return 'in the keychain of this operating system, under your account.';
    case 'encrypted-file':
      return locked
        ? 'in a file on this device that is encrypted with your passphrase. It is locked now.'
        : 'in a file on this device that is encrypted with your passphrase. It is open until Slipway is closed.';
    case 'memory':
      return 'in memory only, until Slipway is closed. A passphrase keeps tokens in an encrypted file instead.';
    default:
      return assertNever(protection);
  }
}

/** A passphrase would change something: it opens a locked file, or begins one. */
export function takesPassphrase({ protection, locked }: Secrets): boolean {
  return protection === 'memory' || (protection === 'encrypted-file' && locked);
}
