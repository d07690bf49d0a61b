import { z } from 'zod';
import { dateText, id, instant, longText, shortText } from '../primitives.ts';
import { phase } from '../planning/releases.ts';
import { decisionOutcome, factDifference, gateStatus, standInAt } from './gates.ts';

/** One decision a pack asks for, on facts that are fixed in it. */
export const packItem = z.strictObject({
  releaseId: id,
  release: z.string(),
  gateId: id,
  gate: z.string(),
  /** SHA-256 over the facts the gate declares, as the pack shows them. */
  fingerprint: z.string(),
});
export type PackItem = z.infer<typeof packItem>;

/** One file for reviewers without a network. */
export const cabPack = z.strictObject({
  id,
  title: shortText,
  meetingId: id.nullable(),
  /** Of everything in it: what answers are signed over. */
  fingerprint: z.string(),
  /** SHA-256 of the file, hexadecimal. */
  digest: z.string(),
  items: z.array(packItem),
  expiresOn: dateText.nullable(),
  madeAt: instant,
  madeById: id,
});
export type CabPack = z.infer<typeof cabPack>;

/** How a reviewer's answer is proved to be theirs. */
export const signatureSchemes = ['ed25519', 'hmac-sha256'] as const;
export const signatureScheme = z.enum(signatureSchemes);
export type SignatureScheme = z.infer<typeof signatureScheme>;

/** Somebody a pack was given to. The code they got is shown once and kept nowhere. */
export const packReviewer = z.strictObject({
  id,
  packId: id,
  personId: id,
  scheme: signatureScheme,
  issuedById: id,
  issuedAt: instant,
});
export type PackReviewer = z.infer<typeof packReviewer>;

export const packAnswer = z.strictObject({
  gateId: id,
  fingerprint: z.string(),
  outcome: decisionOutcome,
  comment: longText,
  conditions: z.array(z.strictObject({ text: shortText, ownerId: id, dueOn: dateText })).max(20),
  deferredTo: dateText.nullable(),
});
export type PackAnswer = z.infer<typeof packAnswer>;

/** What a reviewer signs: their answers to one pack, with what ties them to it. */
export const signedAnswer = z.strictObject({
  workspaceId: id,
  /** What the workspace and the pack are called, for whoever opens the file; nothing rests on it. */
  workspace: z.string().max(400),
  packId: id,
  pack: z.string().max(400),
  /** The fingerprint of the pack that was answered. */
  fingerprint: z.string().max(100),
  reviewerId: id,
  reviewer: z.string().max(400),
  /** By the clock of the reviewer’s machine. */
  answeredAt: instant,
  comment: longText,
  answers: z.array(packAnswer).max(500),
});
export type SignedAnswer = z.infer<typeof signedAnswer>;

export const responseFormat = 'slipway-pack-response-1';

/** The file a pack saves: the answer, and the proof that it is as the holder of the code gave it. */
export const responseFile = z.strictObject({
  format: z.literal(responseFormat),
  answer: signedAnswer,
  signature: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal'),
});
export type ResponseFile = z.infer<typeof responseFile>;

/** Two answers of one person to the same pack are both kept; which of them counts a person chooses. */
export const packResponseStates = ['taken', 'conflicting', 'set-aside'] as const;
export const packResponseState = z.enum(packResponseStates);
export type PackResponseState = z.infer<typeof packResponseState>;

/** An answer file as it came in. */
export const packResponse = z.strictObject({
  id,
  packId: id,
  reviewerId: id,
  /** SHA-256 of the file: the same one a second time changes nothing. */
  digest: z.string(),
  /** As the file says it, by the clock of the reviewer's machine. */
  answeredAt: instant,
  importedAt: instant,
  importedById: id,
  comment: longText,
  answers: z.array(packAnswer).max(500),
  state: packResponseState,
  /** Who chose between two, and when. */
  chosenById: id.nullable(),
  chosenAt: instant.nullable(),
});
export type PackResponse = z.infer<typeof packResponse>;

/** What became of one answer: the decision it was recorded as, or why it is none. */
export const answerStanding = packAnswer.extend({
  decisionId: id.nullable(),
  /** False once a fact the gate declares has changed since the pack was made. */
  current: z.boolean(),
  withdrawn: z.boolean(),
  /** Why it is not recorded; empty where it is. */
  why: z.string(),
});
export type AnswerStanding = z.infer<typeof answerStanding>;

export const packResponseView = packResponse
  .omit({ answers: true })
  .extend({ personId: id, answers: z.array(answerStanding) });
export type PackResponseView = z.infer<typeof packResponseView>;

/** A pack with how far its answers have come. */
export const packSummary = cabPack.extend({
  expired: z.boolean(),
  reviewers: z.array(
    z.strictObject({
      id,
      personId: id,
      state: z.enum(['waiting', 'answered', 'conflicting']),
      answeredAt: instant.nullable(),
    }),
  ),
});
export type PackSummary = z.infer<typeof packSummary>;

export const packView = packSummary.extend({
  items: z.array(
    packItem.extend({
      /** Whether the facts are as the pack shows them. */
      current: z.boolean(),
      differences: z.array(factDifference),
    }),
  ),
  /** The newest first. */
  responses: z.array(packResponseView),
});
export type PackView = z.infer<typeof packView>;

/** A release with the gates a pack can ask about. */
export const packCandidate = z.strictObject({
  releaseId: id,
  release: z.string(),
  number: z.number(),
  gates: z.array(
    z.strictObject({
      id,
      name: z.string(),
      phase,
      status: gateStatus,
      /** Who can fill a place of it that is open, stand-ins included. */
      personIds: z.array(id),
      /** Those of them who would stand in, for whom and why. */
      standIns: z.array(standInAt),
    }),
  ),
});
export type PackCandidate = z.infer<typeof packCandidate>;
