import type { EventEmitter } from 'node:events';

/** Emits an event whose default can be prevented; true when nobody did. */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  fields: Record<string, unknown> = {},
): boolean {
  let goesOn = true;
  emitter.emit(name, { ...fields, preventDefault: () => (goesOn = false) });
  return goesOn;
}
