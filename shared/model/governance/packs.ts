import { z } from 'zod';
import { dateText, id, instant, longText, shortText } from '../primitives.ts';
import { decisionOutcome } from './gates.ts';

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
