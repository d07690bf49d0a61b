import { z } from 'zod';
import { id, instant, shortText } from '../primitives.ts';
import { phase, releaseType } from '../planning/releases.ts';
import { cabItem, cabItemKind, cabMeeting } from './cab.ts';
import { gateStatus, gateView, standInAt } from './gates.ts';
import { riskAssessment, riskBand } from './risks.ts';

/** What an agenda says of the release an item is about. */
export const agendaRelease = z.strictObject({
  id,
  number: z.number().int(),
  name: shortText,
  type: releaseType,
  phase,
  startAt: instant.nullable(),
  zone: z.string().nullable(),
  band: riskBand,
  score: z.number().int(),
});
export type AgendaRelease = z.infer<typeof agendaRelease>;

/** A gate the board decides at, with which of its decisions were taken in this item. */
export const agendaGate = gateView
  .pick({
    ...{ id: true, key: true, name: true, phase: true, check: true, status: true },
    ...{ summary: true, seats: true, decisions: true },
  })
  .extend({
    takenIds: z.array(id),
    /** The seats no decision fills, as decisions count in the workspace. */
    openKeys: z.array(z.string()),
  });
export type AgendaGate = z.infer<typeof agendaGate>;

export const agendaItem = cabItem.extend({
  release: agendaRelease.nullable(),
  gates: z.array(agendaGate),
  /** Where it was moved to, as that meeting is called. */
  movedTo: z.string().nullable(),
});
export type AgendaItem = z.infer<typeof agendaItem>;

/** What waits for a board and is not on the agenda yet, with why it is proposed. */
export const agendaProposal = z.strictObject({
  kind: cabItemKind,
  release: agendaRelease,
  gateIds: z.array(id),
  why: z.string(),
});
export type AgendaProposal = z.infer<typeof agendaProposal>;

export const meetingSummary = z.strictObject({
  meeting: cabMeeting,
  items: z.number().int(),
  decided: z.number().int(),
  /** The releases it is about, as they are called; at most a few. */
  releases: z.array(z.string()),
});
export type MeetingSummary = z.infer<typeof meetingSummary>;

/** What the room sees of a release while it decides. */
export const boardFacts = z.strictObject({
  risk: riskAssessment,
  components: z.array(z.strictObject({ service: z.string(), version: z.string() })),
  environments: z.array(z.string()),
  endAt: instant.nullable(),
  scope: z.array(z.strictObject({ id, ticket: z.string(), title: z.string(), kind: z.string() })),
  rollback: z.strictObject({
    /** One line that says whether there is a way back, how long it takes and when it was rehearsed. */
    summary: z.string(),
    status: gateStatus,
  }),
  findings: z.array(z.strictObject({ severity: z.string(), sentence: z.string() })),
  /** All gates of the release by where they stand, for those the board does not decide at. */
  gates: z.array(gateView.pick({ id: true, name: true, phase: true, status: true, summary: true })),
  evidence: gateView.shape.evidence,
  notes: z.string(),
});
export type BoardFacts = z.infer<typeof boardFacts>;

/** Somebody who can decide at the gates of an emergency, and at which. */
export const emergencyVoter = z.strictObject({
  personId: id,
  places: z.array(
    z.strictObject({
      gateId: id,
      placeKey: z.string(),
      gate: z.string(),
      role: z.string(),
      /** For whom they would stand in there, and why; null in a place of their own. */
      standIn: standInAt.omit({ personId: true }).nullable(),
    }),
  ),
});
export type EmergencyVoter = z.infer<typeof emergencyVoter>;
