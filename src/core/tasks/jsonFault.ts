const space = /\s*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const key = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"\s*:/y;

/**
 * Where a text that JSON.parse refuses stops being JSON, as a character position. Engines word their
 * errors differently and some leave the position out, so it is found here.
 */
export function jsonFaultPosition(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = skip(text, space, 0)!;
  let wants: 'value' | 'valueOrEnd' | 'keyOrEnd' | 'key' | 'commaOrEnd' = 'value';
  for (;;) {
    const character = text[at];
    const closes = open.at(-1) === '{' ? '}' : ']';
    if (wants !== 'value' && wants !== 'key' && open.length > 0 && character === closes) {
      open.pop();
      at++;
      wants = 'commaOrEnd';
    } else if (wants === 'commaOrEnd') {
      if (character !== ',' || open.length === 0) return at;
      at++;
      wants = open.at(-1) === '{' ? 'key' : 'value';
    } else if (wants === 'key' || wants === 'keyOrEnd') {
      const end = skip(text, key, at);
      if (end === null) return at;
      at = end;
      wants = 'value';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at++;
      wants = character === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      const end = skip(text, scalar, at);
      if (end === null) return at;
      at = end;
      wants = 'commaOrEnd';
    }
    at = skip(text, space, at)!;
  }
}

/** End of the pattern's match that starts exactly here, or null. */
function skip(text: string, pattern: RegExp, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}
