import type { ImportWarning, NormalisedRun, RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { RateLimited } from './http/answer.ts';
import type { Http } from './http/client.ts';
import type { EtagStore } from './http/etags.ts';
import type { ElementLimits } from './json-stream/limits.ts';

/** One place at a provider, and how to ask it. */
export type Source = {
  http: Http;
  /** The root people typed: of the API, or of the server where the API is always below it. */
  baseUrl: string;
  /** What is read there, as the provider names it: `owner/name`, `group/project`. */
  repository: string;
  /** As it is kept; of Jenkins `user:token`. Null asks without one. */
  token: string | null;
  signal?: AbortSignal;
};

/** One thing that happened on the way through the pages. */
export type ListStep =
  | {
      type: 'page';
      page: number;
      rows: NormalisedRun[];
      warnings: ImportWarning[];
      /** Rows that were left out because they are stored as they are. */
      known: number;
      /** Rows the provider counts for the whole question; null when it does not say. */
      total: number | null;
    }
  | { type: 'unchanged'; page: number }
  /** The walk stops here, incomplete: keep the old watermark. */
  | { type: 'rate-limited'; until: string; message: string }
  /** Everything was read; `watermark`, the server's clock at the start, is the next `since`. */
  | { type: 'complete'; watermark: string; warnings: ImportWarning[] };

export type StoredAttempt = { attempt: number; status: RunStatus };

export type ListRuns = Source & {
  /** Runs that are new or changed since this instant (ISO 8601); null lists all that are kept. */
  since: string | null;
  etags: EtagStore;
  /**
   * Whether a run is stored as it was at this instant with all that only the run itself tells; a
   * provider whose lists leave something out asks for the others one by one.
   */
  isWhole(externalId: string, updatedAt: string | null): boolean;
  /** The newest attempt that is stored of a run; null when none is. */
  newest(externalId: string): StoredAttempt | null;
};

export type GotRun =
  | { kind: 'rows'; rows: NormalisedRun[]; warnings: ImportWarning[] }
  /** Deleted at the provider, or by its retention. */
  | { kind: 'gone' }
  | RateLimited;

/** What was reached, for people to see that it is the right place. */
export type Reached = {
  /** The full name as the provider spells it; another one than typed after a rename. */
  repository: string;
  /** What can be mapped to services: the key of each, and what people call it. */
  workflows: { workflow: string; name: string }[];
  /** What to know or put right; the connection works all the same. */
  notes: string[];
};

/** Rows that were read together; `bytes` of the file were read so far, for progress. */
export type FileBatch = { rows: NormalisedRun[]; warnings: ImportWarning[]; bytes: number };
export type FileOptions = {
  signal?: AbortSignal;
  limits?: Partial<ElementLimits>;
  /** The root of the connection, for a provider whose own addresses can be of another one. */
  baseUrl?: string;
};

/**
 * A system runs are imported from. Everything here throws a Refusal that says what to do when it
 * cannot be had, and the signal's reason when that fires.
 */
export type Provider = {
  called: string;
  /** Refuses (`invalid_input`) an address, a repository or a given token that cannot be right. */
  check(place: Pick<Source, 'baseUrl' | 'repository' | 'token'>): void;
  /** The repository as it is kept, where people may paste more than its name. */
  nameOf?(repository: string): string;
  /** Walks through the runs; the same one can come twice, because pages shift: store by key. */
  listRuns(options: ListRuns): AsyncGenerator<ListStep, void, undefined>;
  /** One run as it is now, for rows that were not final when last seen. */
  getRun(source: Source, asked: { externalId: string; attempt: number }): Promise<GotRun>;
  /** Asks for little, so that a missing right shows here and not in the first sync. */
  test(source: Source): Promise<Reached>;
  /** The runs of an exported file, with the same result as a sync of the same runs. */
  readFile(
    chunks: AsyncIterable<Uint8Array>,
    options?: FileOptions,
  ): AsyncGenerator<FileBatch, void, undefined>;
};
