import { createElement, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import Calendar from '@fullcalendar/react';
import type { CalendarOptions, CalendarRef } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import '@fullcalendar/react/skeleton.css';

type Events = CalendarOptions['events'];

/** Runs in the page: FullCalendar's month over everything, with a button for the month after. */
function showPeer(events: Events, on: string): void {
  const root = document.createElement('div');
  root.id = 'peer';
  root.style.cssText = 'position:fixed;inset:0;z-index:99;background:white';
  document.body.append(root);
  createRoot(root).render(createElement(Peer, { events, on }));
}

function Peer({ events, on }: { events: Events; on: string }) {
  const calendar = useRef<CalendarRef>(null);
  const after = () => calendar.current?.getApi().next();
  return createElement(
    'div',
    { style: { height: '100%' } },
    createElement('button', { id: 'peer-after', onClick: after }, 'After'),
    createElement(
      'div',
      { style: { height: 'calc(100% - 32px)' } },
      createElement(Calendar, {
        ref: calendar,
        plugins: [dayGrid],
        initialView: 'dayGridMonth',
        initialDate: on,
        headerToolbar: false,
        firstDay: 1,
        weekNumbers: true,
        fixedWeekCount: false,
        nextDayThreshold: '23:59:59',
        eventDisplay: 'block',
        eventOrder: 'start,title',
        dayMaxEvents: true,
        height: '100%',
        timeZone: 'UTC',
        events,
      }),
    ),
  );
}

window.addEventListener('show-peer', (event) => {
  if (!(event instanceof CustomEvent)) return;
  const { events, on }: { events: Events; on: string } = event.detail;
  showPeer(events, on);
});
