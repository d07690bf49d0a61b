import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';
import type { ListStep } from '../provider.ts';
import { readAnswer, type AnswerKind } from './answer-kinds.ts';

/** The walk through one of several places, and what that place is called. */
type Part = { name: string; steps: AsyncGenerator<ListStep<NormalisedArtefact>, void, undefined> };

/**
 * Several lists as one: complete when all of them are, as of the beginning of the first. Warnings say
 * which of them they are of, where there are several.
 */
export async function* listsTogether(
  parts: readonly Part[],
): AsyncGenerator<ListStep<NormalisedArtefact>, void, undefined> {
  let watermark = '';
  let page = 0;
  for (const { name, steps } of parts) {
    const placed = (warnings: { at: string; reason: string }[]) =>
      parts.length === 1
        ? warnings
        : warnings.map(({ at, reason }) => ({ at: `${name}, ${at}`, reason }));
    for await (const step of steps) {
      if (step.type === 'complete') {
        if (watermark === '') watermark = step.watermark;
        if (step.warnings.length > 0) {
          page += 1;
          const warnings = placed(step.warnings);
          yield { type: 'page', page, rows: [], warnings, known: 0, total: null };
        }
      } else if (step.type === 'page') {
        page += 1;
        yield { ...step, page, warnings: placed(step.warnings) };
      } else {
        yield step;
        if (step.type === 'rate-limited') return;
      }
    }
  }
  yield { type: 'complete', watermark, warnings: [] };
}

/** The artefacts in an answer of this kind, with what could not be taken. */
export function artefactsIn(called: string, answer: AnswerKind, body: unknown) {
  const { rows, warnings } = readAnswer(called, [answer], answer.kinds[0], body);
  return { rows: rows.filter((row) => row.kind === 'artefact'), warnings };
}
