import type { TableView } from '#shared/model/planning/release-table.ts';
import { countChosen } from '#shared/rules/planning/release-filter.ts';

/** What stands where no release does, and how to widen what is asked for. */
export function emptyWords(view: TableView, text: string, total: number): string {
  const chosen = countChosen(view);
  if (total > 0 && chosen > 0) {
    const words = text === '' ? '' : ` and “${text}”`;
    const filters = chosen === 1 ? 'the filter that is chosen' : `the ${chosen} choices made`;
    const wider = view.which === 'all' ? '' : ', or look at all releases';
    return `No release fits ${filters}${words}. Take one off${wider}.`;
  }
  if (text !== '') {
    return `No release fits “${text}”. Try part of a name, a service or a person.`;
  }
  if (view.which === 'closed') return 'No release has been closed yet.';
  if (view.which === 'open') return 'No release is open. Past ones are under Past.';
  return 'Every release has a page with its plan, gates and decisions. Plan the first one.';
}

type Gone = { people: number; services: number; columns: number };

/** What of a view could not be applied; empty when all could. */
export function goneWords(gone: Gone, isGone: boolean, name: string | undefined): string {
  if (isGone) {
    return 'The view of this address is gone or not shared with you; all open releases are shown.';
  }
  const parts = [
    counted(gone.people, 'person', 'people'),
    counted(gone.services, 'service', 'services'),
    counted(gone.columns, 'column', 'columns'),
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  const what = name === undefined ? 'The filter' : `“${name}”`;
  return `${what} names ${parts.join(' and ')} no longer here; the rest is applied.`;
}

function counted(count: number, one: string, many: string): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? one : many}`;
}
