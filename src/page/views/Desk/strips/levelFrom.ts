/** The level that is written here: whole, 0–100; what lies beyond is held at the ends. Null for no number. */
export function levelFrom(text: string): number | null {
  const written = text.trim().replace(',', '.').replace(/%$/, '');
  const level = Number(written);
  if (written === '' || !Number.isFinite(level)) return null;
  return Math.min(100, Math.max(0, Math.round(level)));
}
