import type { Path, UseFormSetError } from 'react-hook-form';
import type { FieldMessages } from '#shared/model/refusal.ts';
import type { ReleaseDraft } from './draft.ts';

/** Fields of the contract that the form has under another name, or in two parts. */
const formNames: Record<string, string> = { startAt: 'date', durationMinutes: 'duration' };

/**
 * Puts messages beside their fields. Gives back what is left to say for the form as a whole: null
 * when every message found its field.
 */
export function showPlanErrors(
  fields: FieldMessages,
  message: string,
  setError: UseFormSetError<ReleaseDraft>,
): string | null {
  const entries = Object.entries(fields);
  let left = entries.length === 0;
  entries.forEach(([path, text], index) => {
    const field = pathOf(path);
    if (field === null) left = true;
    else setError(field, { type: 'core', message: text }, { shouldFocus: index === 0 });
  });
  return left ? message : null;
}

/** The form's field for a path of the contract, `deployments.0.startAt`; null when it has none. */
function pathOf(path: string): Path<ReleaseDraft> | null {
  const [list, index, name] = path.split('.');
  if (list === 'name' || list === 'ownerId' || list === 'notes' || list === 'type') return list;
  if (index === undefined || name === undefined || !/^\d+$/.test(index)) return null;
  const field = formNames[name] ?? name;
  const row = Number(index);
  if (list === 'components') {
    return isOf(componentFields, field) ? `components.${row}.${field}` : null;
  }
  if (list === 'deployments') {
    return isOf(deploymentFields, field) ? `deployments.${row}.${field}` : null;
  }
  return null;
}

const componentFields = ['serviceId', 'version', 'commit', 'artefact'] as const;
const deploymentFields = ['environmentId', 'region', 'date', 'time', 'zone', 'duration'] as const;

function isOf<T extends string>(list: readonly T[], text: string): text is T {
  return list.some((one) => one === text);
}
