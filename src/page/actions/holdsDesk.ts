/** A mix is small: what is larger is a task file, and not read twice. */
const maxBytes = 512 * 1024;

/** Whether a dropped file is a mix that the page has saved, and no task. */
export async function holdsDesk(file: File): Promise<boolean> {
  if (!file.name.endsWith('.json') || file.size > maxBytes) return false;
  try {
    const raw: unknown = JSON.parse(await file.text());
    if (typeof raw !== 'object' || raw === null) return false;
    return 'desk' in raw || ('tasks' in raw && Array.isArray(raw.tasks));
  } catch {
    // No JSON: the reader of task files says what is wrong with it, and where.
    return false;
  }
}
