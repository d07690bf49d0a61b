import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import type { ReleaseDraft } from '../form/draft.ts';

type Choice = Pick<ReleaseDraft, 'type' | 'templateVersionId'>;

export function isChosen({ own, type }: TemplateSummary, choice: Choice): boolean {
  if (own !== null) return own.versionId === choice.templateVersionId;
  return choice.templateVersionId === '' && type === choice.type;
}

/**
 * What was chosen, as long as it is offered: a template that was changed or removed meanwhile gives
 * way to the program's own of the type, in sight, rather than be filled in as it no longer is.
 */
export function offeredChoice(templates: readonly TemplateSummary[], choice: Choice): Choice {
  const offered = templates.some((template) => isChosen(template, choice));
  return offered ? choice : { type: choice.type, templateVersionId: '' };
}
