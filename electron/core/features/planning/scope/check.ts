import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

type Given = { ownerId?: string | null | undefined; ideaAt?: string | null | undefined };

/**
 * What an item says of the workspace around it must be true: messages by field, none when it is. The
 * workspace is read when the first item asks, and once for all rows of a paste.
 */
export function itemChecker(store: Store, now: number): (given: Given) => FieldMessages {
  let people: Set<string> | null = null;
  let today: string | null = null;
  return ({ ownerId, ideaAt }) => {
    const fields: FieldMessages = {};
    if (typeof ownerId === 'string') {
      people ??= new Set(listPeople(store).map(({ id }) => id));
      if (!people.has(ownerId)) fields['ownerId'] = 'is nobody of this workspace; choose a person';
    }
    if (typeof ideaAt === 'string') {
      today ??= dateIn(iso(now), readWorkspace(store).zone);
      if (ideaAt > today) fields['ideaAt'] = aheadInWords(ideaAt, today);
    }
    return fields;
  };
}

function aheadInWords(ideaAt: string, today: string): string {
  return `is ${formatDate(ideaAt, today)}, which lies ahead; give the day the idea came up`;
}

const fieldWords: Record<string, string> = { ownerId: 'The owner', ideaAt: 'The idea date' };

export function refuseWrong(fields: FieldMessages): void {
  const messages = Object.entries(fields).map(
    ([field, message]) => `${fieldWords[field] ?? field} ${message}.`,
  );
  if (messages.length > 0) throw new Refusal('invalid_input', messages.join(' '), fields);
}
