/** Notices of the system, for who looks elsewhere while a run goes on. */
export function notify(title: string, body: string): void {
  if (!document.hidden || typeof Notification === 'undefined') return;
  if (Notification.permission === 'granted') new Notification(title, { body });
}

/** Whether the visitor lets the page notify; asks where that was never said. */
export async function mayNotify(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false;
  return (await Notification.requestPermission()) === 'granted';
}
