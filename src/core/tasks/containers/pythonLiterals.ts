const maxDepth = 32;

/** A value of Python source: a text, a number, a list (or tuple), a dictionary, or nothing. */
export type PythonValue =
  string | number | boolean | null | readonly PythonValue[] | ReadonlyMap<string, PythonValue>;

/**
 * The values that a Python source assigns at the beginning of its lines, as far as they are literals; nothing is run. Anything else in
 * the source is passed over.
 */
export function pythonLiterals(source: string): Map<string, PythonValue> {
  const found = new Map<string, PythonValue>();
  for (const { 0: head, 1: name, index } of source.matchAll(/^([A-Za-z_]\w*)[ \t]*=(?!=)/gm)) {
    const value = new Literals(source, index + head.length).read();
    if (value !== undefined) found.set(name!, value);
  }
  return found;
}

const space = /(?:\s|#[^\n]*|\\\n)*/y;
const number = /-?(?:\d[\d_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)/y;
const word = /[A-Za-z_]\w*/y;
const opening = /([rbuRBU]{0,2})("""|'''|"|')/y;
const words: ReadonlyMap<string, PythonValue> = new Map<string, PythonValue>([
  ['True', true],
  ['False', false],
  ['None', null],
]);
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['a', '\u0007'],
]);

/** Reads one literal; undefined where there is none. */
class Literals {
  readonly #source: string;
  #at: number;
  #depth = 0;

  constructor(source: string, at: number) {
    this.#source = source;
    this.#at = at;
  }

  read(): PythonValue | undefined {
    this.#skip();
    const sign = this.#source[this.#at];
    if (sign === '{') return this.#nested(() => this.#dictionary());
    if (sign === '[' || sign === '(') return this.#nested(() => this.#list(sign));
    const text = this.#text();
    if (text !== undefined) return text;
    const digits = this.#match(number);
    if (digits) return Number(digits[0].replaceAll('_', ''));
    return words.get(this.#match(word)?.[0] ?? '');
  }

  #nested(read: () => PythonValue | undefined): PythonValue | undefined {
    if (++this.#depth > maxDepth) return undefined;
    const value = read();
    this.#depth--;
    return value;
  }

  /** In round brackets one value without a comma is that value. */
  #list(open: '[' | '('): PythonValue | undefined {
    const close = open === '[' ? ']' : ')';
    const items: PythonValue[] = [];
    let hasComma = false;
    this.#at++;
    for (;;) {
      if (this.#takes(close))
        return open === '(' && items.length === 1 && !hasComma ? items[0] : items;
      const item = this.read();
      if (item === undefined) return undefined;
      items.push(item);
      if (this.#takes(',')) hasComma = true;
      else if (this.#peek() !== close) return undefined;
    }
  }

  #dictionary(): PythonValue | undefined {
    const entries = new Map<string, PythonValue>();
    this.#at++;
    for (;;) {
      if (this.#takes('}')) return entries;
      const key = this.read();
      if ((typeof key !== 'string' && typeof key !== 'number') || !this.#takes(':'))
        return undefined;
      const value = this.read();
      if (value === undefined) return undefined;
      entries.set(String(key), value);
      if (!this.#takes(',') && this.#peek() !== '}') return undefined;
    }
  }

  /** Texts that stand one after the other are one. */
  #text(): string | undefined {
    let whole: string | undefined;
    for (let next = this.#match(opening); next; next = this.#match(opening)) {
      const piece = this.#quoted(next[2]!, /r/i.test(next[1]!));
      if (piece === undefined) return undefined;
      whole = (whole ?? '') + piece;
      this.#skip();
    }
    return whole;
  }

  #quoted(quote: string, isRaw: boolean): string | undefined {
    const source = this.#source;
    const pieces: string[] = [];
    let from = this.#at;
    for (; this.#at < source.length; this.#at++) {
      const sign = source[this.#at]!;
      if (source.startsWith(quote, this.#at)) {
        pieces.push(source.slice(from, this.#at));
        this.#at += quote.length;
        return pieces.join('');
      }
      if (sign === '\n' && quote.length === 1) return undefined;
      if (sign !== '\\') continue;
      if (!isRaw) {
        pieces.push(source.slice(from, this.#at), this.#escaped());
        from = this.#at + 1;
      } else this.#at++;
    }
    return undefined;
  }

  /** Leaves the place at the last sign of the escape. */
  #escaped(): string {
    const sign = this.#source[++this.#at] ?? '';
    const length = sign === 'x' ? 2 : sign === 'u' ? 4 : sign === 'U' ? 8 : 0;
    const hex = this.#source.slice(this.#at + 1, this.#at + 1 + length);
    const code = length > 0 && /^[0-9a-f]+$/i.test(hex) ? parseInt(hex, 16) : NaN;
    if (hex.length === length && code <= 0x10ffff) {
      this.#at += length;
      return String.fromCodePoint(code);
    }
    return escapes.get(sign) ?? `\\${sign}`;
  }

  #takes(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at++;
    return true;
  }

  #peek(): string | undefined {
    this.#skip();
    return this.#source[this.#at];
  }

  #skip(): void {
    this.#match(space);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#source);
    if (match) this.#at = pattern.lastIndex;
    return match;
  }
}
