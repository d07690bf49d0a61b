import type { GateStatus } from '#shared/model/governance/gates.ts';

export type DigestComponent = {
  serviceId: string;
  serviceName: string;
  version: string;
  /** What the release says it is built from, in people's words; it may hold a digest. */
  artefact: string | null;
};

/** What was found of one component. */
export type DigestVerdict = {
  status: GateStatus;
  /** As part of a line. */
  text: string;
  /** What to do about it, as a sentence; null when nothing is needed. */
  need: string | null;
};

export function verdict(
  status: GateStatus,
  text: string,
  need: string | null = null,
): DigestVerdict {
  return { status, text, need };
}
