/** An artefact of a service, of the version a release names or of another one. Instants are ISO 8601. */
export type KnownArtefact = {
  serviceId: string;
  connectionId: string;
  connectionName: string;
  /** What the provider calls the place it lies in; empty where it says none. */
  repository: string;
  name: string;
  version: string;
  digest: string | null;
  publishedAt: string | null;
  /** When a reading showed it first. */
  knownSince: string;
  /** Since when a whole reading does not show it; null while one does. */
  goneAt: string | null;
  /** The file that brought it; null where a sync did. What files leave out does not become gone. */
  fromFile: string | null;
};

/** Who told it, and of which environment. */
export type Told = {
  serviceId: string;
  /** Of staging; there can be several. */
  environment: string;
  /** Null where people recorded it here. */
  connectionId: string | null;
  connectionName: string;
};

/** What somebody told of staging. Instants are ISO 8601. */
export type StagingRun =
  /** What runs there now, with the images as its cluster writes them. */
  | (Told & { how: 'roll-out'; images: readonly string[]; at: string | null })
  /** A deployment that succeeded there. */
  | (Told & { how: 'deployment'; version: string; at: string });
