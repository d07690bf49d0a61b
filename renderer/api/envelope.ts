import type { AppEvent, Envelope } from '#shared/contract/procedure.ts';

/** Both halves are told apart by shape only: the core validated what is inside. */
export function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return 'value' in value;
  if (value.ok !== false || !('error' in value)) return false;
  const { error } = value;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

export function isAppEvent(value: unknown): value is AppEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  switch (value.type) {
    case 'changed':
      return 'topics' in value && Array.isArray(value.topics);
    case 'progress':
      return 'progress' in value && typeof value.progress === 'object';
    case 'restarted':
      return 'message' in value && typeof value.message === 'string';
    default:
      return false;
  }
}

/** Null for text that is not JSON: an answer cut short, or a page of some other program. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
