import { z } from 'zod';
import { absence, absenceEffect, absenceKind } from '#shared/model/planning/bookings.ts';
import { dateText, id, longText, rev } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

export const absences = {
  'absences.list': query({
    about: 'Lists when people are away, the earliest first; of one person, or within some days.',
    input: z.strictObject({
      personId: id.optional(),
      from: dateText.optional(),
      to: dateText.optional(),
    }),
    output: z.array(absence),
    topics: ['absences'],
  }),
  'absences.effect': query({
    about:
      'Says which releases start while a person would be away who owns them or has a role on them, which gates fall due then that nobody else can decide, and for whom they stand in.',
    input: z.strictObject({ personId: id, firstOn: dateText, lastOn: dateText }),
    output: absenceEffect,
    topics: ['absences', 'releases', 'people', 'gates', 'approvals', 'workspace'],
  }),
  'absences.save': command({
    about:
      'Records that somebody is away (with personId, firstOn and lastOn), or changes it (with id). Both days count. Answers with what it leaves open.',
    input: z.strictObject({
      id: id.optional(),
      rev: rev.optional(),
      /** Needed to add one. */
      personId: id.optional(),
      kind: absenceKind.optional(),
      firstOn: dateText.optional(),
      lastOn: dateText.optional(),
      deputyId: id.nullable().optional(),
      note: longText.optional(),
    }),
    output: z.strictObject({ absence, effect: absenceEffect }),
    topics: ['absences'],
  }),
  'absences.remove': command({
    about: 'Takes an absence back; history keeps it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['absences'],
  }),
};
