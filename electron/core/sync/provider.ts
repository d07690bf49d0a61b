import type { ImportWarning, NormalisedRun, RunStatus } from '#shared/model/delivery/pipelines.ts';
import type {
  NormalisedAlert,
  NormalisedArtefact,
  NormalisedRollout,
  NormalisedSample,
  NormalisedThing,
  NormalisedTicket,
} from '#shared/model/delivery/rows.ts';
import type { TicketQuestion } from '#shared/model/delivery/tickets.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
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
export type ListStep<Row = NormalisedRun> =
  | {
      type: 'page';
      page: number;
      rows: Row[];
      warnings: ImportWarning[];
      /** Rows that were left out because they are stored as they are. */
      known: number;
      /**
       * Of a whole list the things that could not be read, so that it does not say what is gone; absent
       * takes every warning for one.
       */
      lost?: number;
      /** Rows the provider counts for the whole question; null when it does not say. */
      total: number | null;
    }
  | { type: 'unchanged'; page: number }
  /** The walk stops here, incomplete: keep the old watermark. */
  | { type: 'rate-limited'; until: string; message: string }
  /** Everything was read; `watermark`, the server's clock at the start, is the next `since`. */
  | {
      type: 'complete';
      watermark: string;
      warnings: ImportWarning[];
      /** Of a whole list, by its key: what nothing was told of, so that it counts as there still. */
      untold?: (externalId: string) => boolean;
    };

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

/** One thing as it is now, asked for by itself. */
export type Got<Row> =
  | { kind: 'rows'; rows: Row[]; warnings: ImportWarning[] }
  /** Deleted at the provider, or by its retention. */
  | { kind: 'gone' }
  | RateLimited;
export type GotRun = Got<NormalisedRun>;

export type StoredDeployment = { status: RunStatus; updatedAt: string | null };

/** Whether the newest attempt of a run, by the number its provider's page has, waits for a person. */
export type IsWaiting = (runNumber: string) => boolean;

export type ListDeployments = Source & {
  /** Deployments that are new since this instant (ISO 8601); null lists all that are kept. */
  since: string | null;
  etags: EtagStore;
  /** The newest attempt that is stored of a deployment; null when none is. */
  stored(externalId: string): StoredDeployment | null;
  isWaiting: IsWaiting;
};

/** Of a provider that tells of deployments, too. Throws as the rest of it does. */
export type DeploymentSource = {
  /** Walks through the deployments; the same one can come twice: store by key. */
  list(options: ListDeployments): AsyncGenerator<ListStep<NormalisedDeployment>, void, undefined>;
  /** One deployment as it is now, for those that were not over when last seen. */
  get(
    source: Source & Pick<ListDeployments, 'etags' | 'isWaiting'>,
    externalId: string,
  ): Promise<Got<NormalisedDeployment>>;
};

/** Of a provider that tells of runs. Throws as the rest of it does. */
export type RunSource = {
  /** Walks through the runs; the same one can come twice, because pages shift: store by key. */
  list(options: ListRuns): AsyncGenerator<ListStep, void, undefined>;
  /** One run as it is now, for rows that were not final when last seen. */
  get(source: Source, asked: { externalId: string; attempt: number }): Promise<GotRun>;
};

export type ListThings = Source & {
  /** What is new or changed since this instant (ISO 8601); null lists all there is. */
  since: string | null;
  etags: EtagStore;
};

/** Of a provider that tells how things are now: artefacts, tickets, alerts. Throws as the rest does. */
export type ThingSource<Row> = {
  /**
   * Whether a list shows all there is, so that what it leaves out is gone. It is then never asked for
   * what is new only, and what an unchanged page held is taken to be there still.
   */
  isWhole: boolean;
  list(options: ListThings): AsyncGenerator<ListStep<Row>, void, undefined>;
};

export type ListArtefacts = ListThings & {
  /** What is stored of the connection and not gone: what need not be asked for again is given back. */
  stored(): readonly NormalisedArtefact[];
};

/** Of a provider that tells of artefacts: things, of which one version can cost a request. */
export type ArtefactSource = {
  isWhole: boolean;
  list(options: ListArtefacts): AsyncGenerator<ListStep<NormalisedArtefact>, void, undefined>;
};

/** Tickets that fit a question. */
export type FoundTickets = {
  rows: NormalisedTicket[];
  warnings: ImportWarning[];
  /** There are more than were asked for. */
  more: boolean;
};
/** A question about a time, asked at even steps from its beginning to its end. */
export type MetricQuestion = { query: string; fromMs: number; toMs: number; stepSeconds: number };

/** The values of every series; or why the question itself could not be answered. */
export type MetricAnswer =
  | { kind: 'samples'; samples: NormalisedSample[]; warnings: string[] }
  | { kind: 'rejected'; reason: string }
  | RateLimited;

/** Of a provider that keeps metrics. Throws as the rest of it does. */
export type MetricSource = { ask(source: Source, question: MetricQuestion): Promise<MetricAnswer> };

/** What is configured at a provider, in the words of an exported file. */
export type ProviderSettings = { text: string; notes: string[] };

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
export type FileBatch = {
  rows: NormalisedRun[];
  deployments?: NormalisedDeployment[];
  /** Of feeds that have no attempts. */
  things?: NormalisedThing[];
  warnings: ImportWarning[];
  bytes: number;
};
export type FileOptions = {
  signal?: AbortSignal;
  limits?: Partial<ElementLimits>;
  /** The root of the connection, for a provider whose own addresses can be of another one. */
  baseUrl?: string;
  isWaiting?: IsWaiting;
};

/**
 * A system something is imported from: what it tells is there, the rest is absent. Everything here
 * throws a Refusal that says what to do when it cannot be had, and the signal's reason when that fires.
 */
export type Provider = {
  called: string;
  /** Refuses (`invalid_input`) an address, a repository or a given token that cannot be right. */
  check(place: Pick<Source, 'baseUrl' | 'repository' | 'token'>): void;
  /** The repository as it is kept, where people may paste more than its name. */
  nameOf?(repository: string): string;
  /**
   * The address people typed beside the base URL that the token is sent to as well; null for none.
   * A kept token is forgotten when it changes.
   */
  asksTokenAt?(repository: string): string | null;
  runs?: RunSource;
  deployments?: DeploymentSource;
  rollouts?: ThingSource<NormalisedRollout>;
  artefacts?: ArtefactSource;
  tickets?: ThingSource<NormalisedTicket>;
  alerts?: ThingSource<NormalisedAlert>;
  /** Tickets as they are now, at most so many and the last changed first; somebody waits for them. */
  findTickets?(source: Source, question: TicketQuestion, most: number): Promise<FoundTickets>;
  metrics?: MetricSource;
  /** What is configured in the place of the connection; its values are compared and never kept. */
  settings?(source: Source): Promise<ProviderSettings>;
  /** Asks for little, so that a missing right shows here and not in the first sync. */
  test(source: Source): Promise<Reached>;
  /** The rows of an exported file, with the same result as a sync of the same ones. */
  readFile(
    chunks: AsyncIterable<Uint8Array>,
    options?: FileOptions,
  ): AsyncGenerator<FileBatch, void, undefined>;
};
