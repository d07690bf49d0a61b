/** What the browser or the desktop lets the page tell outside its window. */
export type NotifierState = 'granted' | 'denied' | 'default' | 'unsupported';

/** Both hosts show notifications through the page; some browsers have none at all. */
export function notifierState(): NotifierState {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

/** Asks whether notifications may be shown; only a click may lead here. */
export async function allowNotifications(): Promise<NotifierState> {
  return 'Notification' in globalThis ? Notification.requestPermission() : 'unsupported';
}

/** Tells something outside the window. The same key in another window shows no second one. */
export function notify(note: { key: string; title: string; text: string; href: string }): void {
  if (notifierState() !== 'granted') return;
  const shown = new Notification(note.title, { body: note.text, tag: note.key });
  shown.addEventListener('click', () => {
    window.focus();
    window.location.hash = note.href;
    shown.close();
  });
}
