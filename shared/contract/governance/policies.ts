import { z } from 'zod';
import { gateTerms } from '#shared/model/governance/gate-terms.ts';
import {
  policyImpact,
  policyPreview,
  policyText,
  policyVersion,
} from '#shared/model/governance/policies.ts';
import { policyProblem } from '#shared/model/governance/policy-text.ts';
import { exceptionView } from '#shared/model/governance/exceptions.ts';
import { riskBand } from '#shared/model/governance/risks.ts';
import { phase, releaseType } from '#shared/model/planning/releases.ts';
import { id, longText, plannedAt, rev } from '#shared/model/primitives.ts';
import { profile } from '#shared/model/workspace/workspace.ts';
import { command, query } from '../procedure.ts';

/** Which gates a release has hangs on all of these. */
const askedOf = [
  ...(['policies', 'releases', 'risks', 'rollback', 'services', 'environments'] as const),
  ...(['windows', 'workspace', 'gates', 'assessments', 'templates', 'people'] as const),
];
const changed = ['policies', 'gates', 'releases'] as const;

const said = (what: string) =>
  z
    .string()
    .trim()
    .max(2000, `is longer than 2,000 characters; say ${what} more briefly`)
    .default('');

export const policies = {
  'policies.list': query({
    about:
      'Lists the policies: the draft, the published versions with the newest first, and those of the program.',
    input: z.strictObject({}),
    output: z.array(policyVersion),
    topics: ['policies', 'workspace', 'people'],
  }),
  'policies.get': query({
    about:
      'Gives the text of a policy by its id, of the program’s own by profile, or the one in force.',
    input: z.strictObject({ id: id.optional(), profile: profile.optional() }),
    output: z.strictObject({
      version: policyVersion,
      text: z.string(),
      problems: z.array(policyProblem),
    }),
    topics: ['policies', 'workspace'],
  }),
  'policies.preview': query({
    about:
      'Holds a text against the policy in force: what is wrong with it and where, and for each of the last releases the gates it adds and takes away and what each condition saw.',
    input: z.strictObject({
      text: policyText,
      releases: z.number().int().min(1).max(200).default(20),
    }),
    output: z.strictObject({
      problems: z.array(policyProblem),
      releases: z.array(policyPreview),
    }),
    topics: askedOf,
  }),
  'policies.forNew': query({
    about:
      'Says which gates a release would have that is not created yet, and which of them only until its rollback plan is written.',
    input: z.strictObject({
      type: releaseType,
      templateVersionId: id.optional(),
      dataMigration: z.boolean().default(false),
      standardChange: z.boolean().default(false),
      serviceIds: z.array(id).max(200).default([]),
    }),
    output: z.strictObject({
      policy: z.string(),
      band: riskBand,
      gates: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          phase,
          why: z.string(),
          untilPlanned: z.boolean(),
        }),
      ),
    }),
    topics: askedOf,
  }),
  'policies.impact': query({
    about:
      'Says what publishing a text would change at each open release; those without change are left out.',
    input: z.strictObject({ text: policyText }),
    output: z.strictObject({
      problems: z.array(policyProblem),
      open: z.number().int(),
      releases: z.array(policyImpact),
    }),
    topics: [...askedOf, 'approvals'],
  }),
  'policies.profileImpact': query({
    about:
      'Says what another profile of the workspace would change at each open release; nothing where a policy of its own is published, which then stays in force.',
    input: z.strictObject({ profile }),
    output: z.strictObject({
      /** The published policy that stays in force, with its version; null where the profile brings its own. */
      stays: z.string().nullable(),
      open: z.number().int(),
      releases: z.array(policyImpact),
    }),
    topics: [...askedOf, 'approvals'],
  }),
  'policies.compare': query({
    about: 'Gives two texts of a policy line by line: what was taken out, what was put in.',
    input: z.strictObject({ from: policyText, to: policyText }),
    output: z.array(
      z.strictObject({
        kind: z.enum(['same', 'added', 'removed', 'skipped']),
        text: z.string(),
        /** Lines of the later text, and of the earlier one; null where the line is not in it. */
        line: z.number().int().nullable(),
        lineBefore: z.number().int().nullable(),
      }),
    ),
    topics: [],
  }),
  'policies.saveDraft': command({
    about:
      'Keeps a text as the draft, whatever is wrong with it; nothing applies until it is published.',
    input: z.strictObject({
      /** The draft as the writer knows it; null where there was none, so that nobody's is lost. */
      rev: rev.nullable().optional(),
      text: policyText,
      basedOn: z.strictObject({ id: id.optional(), profile: profile.optional() }).optional(),
    }),
    output: policyVersion,
    topics: ['policies'],
  }),
  'policies.discardDraft': command({
    about: 'Throws the draft away; published versions stay.',
    input: z.strictObject({ id }),
    output: z.strictObject({ id }),
    topics: ['policies'],
  }),
  'policies.publish': command({
    about:
      'Puts a text in force as the next version and gives every open release the gates it asks for. Publish an earlier text to go back.',
    input: z.strictObject({
      text: policyText,
      note: longText.default(''),
      /** The number that is in force as far as the reader knows; null for the program’s own. */
      after: z.number().int().nullable().optional(),
    }),
    output: z.strictObject({ version: policyVersion, releases: z.array(policyImpact) }),
    topics: [...changed],
  }),
  'policies.terms': query({
    about:
      'Says of each gate of a release on whose behalf it is there, and which removals stand or wait.',
    input: z.strictObject({ releaseId: id }),
    output: z.strictObject({
      gates: z.array(gateTerms.extend({ id, key: z.string(), name: z.string() })),
      removals: z.array(exceptionView),
      /** Gates of the policy in force this release does not have, to add by hand. */
      addable: z.array(z.strictObject({ key: z.string(), name: z.string(), why: z.string() })),
    }),
    topics: [...askedOf, 'exceptions', 'device'],
  }),
  'policies.addGate': command({
    about:
      'Adds a gate of the policy in force to a release it does not ask it of, with the reason.',
    input: z.strictObject({
      releaseId: id,
      key: z.string().max(60),
      why: z.string().trim().min(1, 'is empty; say why this release needs it').max(1000),
    }),
    output: z.strictObject({ id }),
    topics: ['gates', 'releases', 'approvals'],
  }),
  'policies.dropGate': command({
    about: 'Takes a gate that was added by hand off a release again, while nobody decided at it.',
    input: z.strictObject({ gateId: id }),
    output: z.strictObject({ id }),
    topics: ['gates', 'releases', 'approvals'],
  }),
  'policies.removeGate': command({
    about:
      'Asks to take a gate the policy asks for off a release: with rationale, impact and an end; it stays until a second person grants it, and comes back when the exception ends.',
    input: z.strictObject({
      gateId: id,
      rationale: said('why it is not needed'),
      impact: said('what may come of it'),
      expiresAt: plannedAt.optional(),
    }),
    output: exceptionView,
    topics: ['exceptions', 'gates', 'releases'],
  }),
};
