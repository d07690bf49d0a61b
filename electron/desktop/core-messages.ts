import type { PickFile, PrintedPage } from '#core/platform.ts';
import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';
import type { DeviceFolders } from '../host/device/folders.ts';

/** How the core keeps tokens: through the main process's key chain, or by itself. */
export type SecretsMode = 'keychain' | 'passphrase';

export type StartCore = {
  type: 'start';
  folders: DeviceFolders;
  secrets: SecretsMode;
  /** The workspace to open before anything else: the one that was open when the core stopped. */
  open: string | null;
};

/** Main process to core process. */
export type ToCore =
  | StartCore
  | { type: 'call'; id: number; name: string; input: unknown; actingAs?: string }
  | { type: 'cancel'; id: number }
  | { type: 'answer'; id: number; value: string | null }
  | { type: 'refused'; id: number; message: string }
  | { type: 'close' };

/** What only the main process can do; each is answered with a text or null. */
export type Ask =
  | { what: 'pick-file'; options: PickFile }
  /** Answered with the bytes as base64. */
  | { what: 'print-pdf'; html: string; page: PrintedPage }
  | { what: 'get-secret'; key: string }
  | { what: 'set-secret'; key: string; secret: string }
  | { what: 'delete-secret'; key: string };

/** Core process to main process. */
export type FromCore =
  /** The script runs and listens; nothing may be sent before. */
  | { type: 'hello' }
  | { type: 'ready' }
  | { type: 'answered'; id: number; envelope: Envelope }
  | { type: 'event'; event: AppEvent }
  | { type: 'opened'; path: string | null }
  | { type: 'ask'; id: number; ask: Ask }
  | { type: 'log'; text: string }
  | { type: 'closed' };
