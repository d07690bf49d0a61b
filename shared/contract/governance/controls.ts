import { z } from 'zod';
import {
  control,
  controlKey,
  controlState,
  releaseControl,
} from '#shared/model/governance/controls.ts';
import { evidenceKind } from '#shared/model/governance/evidence.ts';
import { id, rev } from '#shared/model/primitives.ts';
import { command, query } from '../procedure.ts';

/** What is entered of a control; the rest is kept by the program. */
const entered = control.pick({
  ...{ key: true, name: true, kind: true, source: true, proof: true, applies: true },
});

/** What the states of controls hang on. */
const topics = [
  ...([
    'controls',
    'releases',
    'gates',
    'approvals',
    'exceptions',
    'evidence',
    'policies',
  ] as const),
  ...(['services', 'environments', 'risks', 'rollback', 'windows', 'assessments'] as const),
  ...(['checklists', 'pipelines', 'connections', 'people', 'raci', 'deputies'] as const),
  ...(['scope', 'tasks', 'absences'] as const),
] as const;

export const controls = {
  'controls.list': query({
    about:
      'Lists the register of controls by key, with the gates the policy in force has, and the controls that come with the program.',
    input: z.strictObject({}),
    output: z.strictObject({
      controls: z.array(control.extend({ evidence: z.number().int() })),
      /** The gates a control may name, by key. */
      gates: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      /** Controls that come with the program and are not in the register. */
      offered: z.array(control.pick({ key: true, name: true, source: true })),
    }),
    topics: ['controls', 'policies', 'gates', 'evidence', 'releases'],
  }),
  'controls.save': command({
    about:
      'Enters a control or changes one: its source, when it applies, and which gates or evidence prove it.',
    input: entered.extend({
      id: id.optional(),
      rev: rev.optional(),
      applies: control.shape.applies.default(''),
      gateKeys: control.shape.gateKeys.default([]),
      evidenceKinds: z.array(evidenceKind).max(20).default([]),
    }),
    output: control,
    topics: ['controls', 'gates', 'releases'],
  }),
  'controls.adopt': command({
    about:
      'Enters controls that come with the program; those that are there already stay as they are.',
    input: z.strictObject({
      keys: z.array(controlKey).min(1, 'is empty; choose at least one').max(50),
    }),
    output: z.array(control),
    topics: ['controls', 'gates', 'releases'],
  }),
  'controls.retire': command({
    about:
      'Takes a control out of use from now on, or back into use. What it proved stays in the record.',
    input: z.strictObject({ id, retired: z.boolean() }),
    output: control,
    topics: ['controls', 'gates', 'releases'],
  }),
  'controls.remove': command({
    about: 'Removes a control entered in error; refused once evidence names it.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['controls', 'gates', 'releases'],
  }),
  'controls.appliesTo': query({
    about:
      'Tells which open releases a condition takes in and what it saw, before a control is saved.',
    input: z.strictObject({ applies: z.string().max(2000, 'is longer than 2,000 characters') }),
    output: z.strictObject({
      /** What is wrong with the condition, at this character; null where it can be asked. */
      problem: z.strictObject({ at: z.number().int(), message: z.string() }).nullable(),
      open: z.number().int(),
      count: z.number().int(),
      /** The first twenty of those it takes in. */
      applies: z.array(z.strictObject({ releaseId: id, release: z.string(), why: z.string() })),
    }),
    topics,
  }),
  'controls.forRelease': query({
    about:
      'Tells which controls apply to a release, which are met and by what, and what is missing.',
    input: z.strictObject({ releaseId: id }),
    output: z.array(releaseControl),
    topics,
  }),
  'controls.coverage': query({
    about: 'Tells for each control in use how it stands in the open releases that come next.',
    input: z.strictObject({}),
    output: z.strictObject({
      controls: z.array(
        z.strictObject({
          id,
          releases: z.array(
            z.strictObject({ releaseId: id, release: z.string(), state: controlState }),
          ),
        }),
      ),
      /** How many of the open releases were looked at: the soonest 200. */
      looked: z.number().int(),
      open: z.number().int(),
    }),
    topics,
  }),
};
