const place =
  /\b(lake|barn|park|school|market|garden|kitchen|forest|beach|river|shop|farm|station|library|hill|bridge|castle|tower|village|attic)\b/gi;

/** Words for places, each once, or 'none'. */
export const solve = (input: string): string =>
  [...new Set((input.match(place) ?? []).map((word) => word.toLowerCase()))].join(', ') || 'none';
