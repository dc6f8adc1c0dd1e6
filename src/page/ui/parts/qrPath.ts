/** A QR code (ISO/IEC 18004) as the `d` of one SVG path, a unit a module, without the quiet zone around it. */
export interface QrPath {
  readonly d: string;
  /** Modules a side. */
  readonly size: number;
}

/** 117 modules a side: finer ones are not read off a screen from some steps away. */
const maxVersion = 25;
/** What that version holds at the lowest level of correction (table 7 of the standard). */
const mostBytes = 1273;

/** The code of this text; null where it is too long for one that can be read off a screen. */
export async function qrPath(text: string): Promise<QrPath | null> {
  if (new TextEncoder().encode(text).length > mostBytes) return null;
  // Fetched once a code is asked for: most visitors never do.
  const [{ correction, generate }, { toSvgPath }] = await Promise.all([
    import('lean-qr'),
    import('lean-qr/extras/svg'),
  ]);
  const code = generate(text, { minCorrectionLevel: correction.L, maxVersion });
  return { d: toSvgPath(code), size: code.size };
}
