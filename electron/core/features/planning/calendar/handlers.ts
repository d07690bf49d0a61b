import type { Handlers } from '#core/context.ts';
import type { Outlook } from '../releases/index.ts';

export function createCalendar(_outlook: Outlook): Handlers<'calendar.list' | 'calendar.exportIcs'> {
  return {
    'calendar.list': () => [],
    'calendar.exportIcs': () => ({ fileName: '', mediaType: 'text/calendar', text: '' }),
  };
}
