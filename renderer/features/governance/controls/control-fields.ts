import type { z } from 'zod';
import { control } from '#shared/model/governance/controls.ts';
import type { Control } from '#shared/model/governance/controls.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { readCondition } from '#shared/rules/governance/policy/conditions.ts';
import { kindInWords } from '#shared/rules/reports/controls/words.ts';

/** The form of a control. */
export const controlFields = control
  .pick({
    ...{ key: true, name: true, kind: true, source: true, proof: true, applies: true },
    ...{ gateKeys: true, evidenceKinds: true },
  })
  .superRefine(({ applies }, context) => {
    const read = readCondition(applies);
    if ('condition' in read) return;
    context.addIssue({ code: 'custom', path: ['applies'], message: read.problem.message });
  });
export type ControlFields = z.infer<typeof controlFields>;

export function fieldsOf(saved: Control | null): ControlFields {
  return {
    key: saved?.key ?? '',
    name: saved?.name ?? '',
    kind: saved?.kind ?? 'regulatory',
    source: saved?.source ?? '',
    proof: saved?.proof ?? '',
    applies: saved?.applies ?? '',
    gateKeys: saved?.gateKeys ?? [],
    evidenceKinds: saved?.evidenceKinds ?? [],
  };
}

/** The fields in which what is saved now and what was typed differ, in words. */
export function controlDifferences(saved: ControlFields, typed: ControlFields) {
  const typedWords = inWords(typed);
  return Object.entries(inWords(saved))
    .map(([label, text]) => ({ label, saved: text, typed: typedWords[label] ?? '' }))
    .filter((each) => each.saved !== each.typed);
}

function inWords(fields: ControlFields): Record<string, string> {
  return {
    Key: fields.key,
    Name: fields.name,
    Kind: kindInWords[fields.kind],
    Source: fields.source,
    'What proves it': fields.proof,
    'Applies where': fields.applies,
    Gates: fields.gateKeys.join(', '),
    Evidence: fields.evidenceKinds.map((kind) => evidenceKindNames[kind]).join(', '),
  };
}
