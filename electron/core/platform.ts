import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';
import type { BackupPace } from '#shared/model/workspace/backups.ts';
import type { MadeBackup } from '#shared/rules/workspace/backup-schedule.ts';
import type { Wait } from './sync/http/wait.ts';

/** Milliseconds since 1970 in UTC; passed in so that tests and exports can fix it. */
export type Clock = () => number;

/** Random bytes for ids; passed in so that the demo workspace is the same each time. */
export type RandomBytes = (count: number) => Uint8Array;

export type Log = {
  info(message: string, details?: Record<string, unknown>): void;
  error(message: string, error: unknown): void;
};

/** How well the host keeps a secret; shown beside every field that takes one. */
export type SecretProtection = 'keychain' | 'encrypted-file' | 'memory';

/** Secrets live outside every workspace, under keys the core makes up (`<workspace id>/<connection id>`). */
export type SecretStore = {
  protection(): SecretProtection;
  /** True when an encrypted file exists and its passphrase was not given in this session. */
  locked(): boolean;
  /** Opens the encrypted file, or starts one. Refuses a wrong passphrase and a host without such a file. */
  unlock(passphrase: string): Promise<void>;
  get(key: string): Promise<string | null>;
  set(key: string, secret: string): Promise<void>;
  delete(key: string): Promise<void>;
};

/** When this device backs a workspace up, and what it made; `folder` null is beside the workspace. */
export type BackupSchedule = {
  every: BackupPace;
  keep: number;
  folder: string | null;
  made: MadeBackup[];
  failed: { at: number; message: string } | null;
};

/** Where this device publishes the calendar of a workspace; `folder` null: nowhere. */
export type Publishing = {
  folder: string | null;
  windows: boolean;
  /** Of the releases a saved view shows; null: of all. */
  viewId: string | null;
  written: { at: number; path: string; events: number; head: string | null } | null;
  failed: { at: number; message: string } | null;
};

/** When this device reminds somebody of decisions before their day, and of which it has. */
export type Reminders = { hoursBefore: number | null; told: string[] };

/** A context of a kubeconfig of this device; `kubeconfig` null is where kubectl looks for one. */
export type ChosenContext = { name: string; kubeconfig: string | null };

/** What this device remembers beside the workspaces: small, readable, never a secret. */
export type DeviceSettings = {
  deviceId: string;
  recent: { path: string; name: string; openedAt: number }[];
  /** Workspace id to the person who works here. */
  actingAs: Record<string, string>;
  /** Workspace and person, with a blank between, to when that person last said to have seen what changed. */
  looked?: Record<string, number>;
  /** By workspace id. */
  backups?: Record<string, BackupSchedule>;
  /** By workspace id. */
  publishing?: Record<string, Publishing>;
  /** By workspace and person, with a blank between. */
  reminders?: Record<string, Reminders>;
  /** Where the Git repository of a service lies, by workspace and service with a blank between. */
  repositories?: Record<string, string>;
  /** By which context of a kubeconfig a cluster is reached, by workspace and connection with a blank between. */
  contexts?: Record<string, ChosenContext>;
};

export type SettingsStore = {
  read(): DeviceSettings;
  write(settings: DeviceSettings): void;
};

/** The paper a document is laid out on; it counts before a page size the document names itself. */
export type PrintedPage = { paper: 'A4' | 'A3' | 'Letter'; landscape: boolean };

/**
 * Lays an HTML document that needs nothing beside itself out on pages: the bytes of a PDF. Whatever
 * stands in it, nothing of it runs and nothing is loaded. Refuses (`unavailable`) where the host has
 * no browser to print with; ends with the signal.
 */
export type PrintPdf = (
  html: string,
  page: PrintedPage,
  signal: AbortSignal,
) => Promise<Uint8Array>;

/** What programs of the operating system are found by, and started with. */
export type MachineFacts = {
  os: NodeJS.Platform;
  /** The user's home folder, absolute. */
  home: string;
  env: Readonly<Record<string, string | undefined>>;
};

/** The abilities a host lends to the core; the only thing that differs between hosts. */
export type Platform = {
  host: 'desktop' | 'browser' | 'cli' | 'test';
  secrets: SecretStore;
  settings: SettingsStore;
  /** Where demo workspaces and backups go unless told otherwise; an absolute folder. */
  documentsFolder: string;
  /** The operating system's file dialog; null where the host has none and the application shows its own. */
  pickFile: ((options: PickFile) => Promise<string | null>) | null;
  /** Files streamed to this host in this session: the id of an upload to its path and original name. */
  uploads: Map<string, { path: string; name: string }>;
  printPdf: PrintPdf;
  /** For git, and for the program by which a chosen context of a kubeconfig signs in. */
  machine: MachineFacts;
  /** Whether this computer has a network at all; nothing is asked for it. */
  online(): boolean;
};

export type PickFile = {
  title: string;
  /** `folder` chooses a folder that is there; the extension means nothing then. */
  mode: 'open' | 'save' | 'folder';
  extension: string;
  suggestedName?: string;
};

/** The acting person and how to stop; everything else about a call is in its input. */
export type CallOptions = {
  /** Person id, or a name or e-mail address that fits exactly one person; overrides the device's choice. */
  actingAs?: string;
  signal?: AbortSignal;
};

/** The whole program without its host: what desktop, browser, command line and tests hold. */
export type App = {
  call(name: string, input: unknown, options?: CallOptions): Promise<Envelope>;
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Closes the workspace cleanly, so that it is one plain file again. */
  close(): Promise<void>;
};

export type AppOptions = {
  platform: Platform;
  clock: Clock;
  randomBytes: RandomBytes;
  log: Log;
  /** How to wait between two tries at a provider; tests pass one that does not. */
  wait?: Wait;
};
