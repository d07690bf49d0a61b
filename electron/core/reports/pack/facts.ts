import type { EvidenceRecord } from '#shared/model/governance/evidence.ts';
import type { PlacementSeverity } from '#shared/model/planning/placement.ts';
import type { DossierFacts } from '../dossier/facts.ts';

/** One file that lies in the workspace; `content` is null where the pack does not carry it. */
export type PackFile = {
  id: string;
  name: string;
  bytes: number;
  hash: string;
  /** What it is attached to, in words. */
  about: string;
  content: Buffer | null;
};

export type PackRelease = {
  dossier: DossierFacts;
  /** What stands against the planned start. */
  findings: readonly { severity: PlacementSeverity; sentence: string }[];
  evidence: readonly EvidenceRecord[];
  files: readonly PackFile[];
  /** The gates the pack asks about, in the order of the plan, with the fingerprint of each. */
  asked: readonly { gateId: string; fingerprint: string }[];
};

/** Everything a pack shows, gathered. */
export type PackFacts = {
  id: string;
  title: string;
  workspace: { id: string; name: string; zone: string };
  madeAt: string;
  madeBy: string;
  expiresOn: string | null;
  /** The newest journal entry: what the facts rest on. */
  head: { at: string; hash: string } | null;
  releases: readonly PackRelease[];
  reviewers: readonly PackReviewerFacts[];
  /** Who can own a condition. */
  people: readonly { id: string; name: string }[];
  /** How often a code is stretched into the key that signs. */
  rounds: number;
};

export type PackReviewerFacts = {
  id: string;
  name: string;
  salt: string;
  /** Tells a code of somebody else at once; it signs nothing. */
  check: string;
  /** What they are asked about. */
  gateIds: readonly string[];
};
