import { AppError } from '../../errors.ts';
import { checkSize, maxBytesInMemory } from '../fileLimits.ts';

/** One JSON value as its text, not yet parsed. */
export interface JsonText {
  /** 1-based line of its first character. */
  readonly line: number;
  readonly text: string;
  /** An element of the list that is the file. */
  readonly isElement: boolean;
}

const quote = 34;
const comma = 44;
const openList = 91;
const backslash = 92;
const closeList = 93;
const openObject = 123;
const closeObject = 125;
const newLine = 10;
const isSpace = (code: number): boolean =>
  code === 32 || code === newLine || code === 13 || code === 9;

/**
 * The values of a text one after the other: the elements where the text is one list, else the values as they stand,
 * one a line or not. At no time is more than one of them in memory.
 *
 * A string holds no line end in JSON: where one does, its value ends there, so that a forgotten quote is found in its
 * own line. Whether a value is JSON says who parses it.
 */
export async function* jsonValues(
  pieces: AsyncIterable<string>,
  fileName: string,
): AsyncGenerator<JsonText> {
  const scan = new Scan(fileName);
  for await (const piece of pieces) yield* scan.take(piece);
  yield* scan.end();
}

class Scan {
  readonly #fileName: string;
  #line = 1;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  /** The file is a list: its elements are the values. */
  #isList = false;
  #listEnded = false;
  #hasBegun = false;
  /** Text of the value under way, from earlier pieces. */
  #text = '';
  #valueLine = 0;
  #isInValue = false;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  *take(piece: string): Generator<JsonText> {
    let start = 0;
    for (let i = 0; i < piece.length; i++) {
      const code = piece.charCodeAt(i);
      if (this.#isInString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === backslash) this.#isEscaped = true;
        else if (code === quote || code === newLine) this.#isInString = false;
        if (code === newLine) {
          yield this.#value(piece.slice(start, i));
          this.#line++;
        } else if (code === quote && this.#depth === 0) {
          yield this.#value(piece.slice(start, i + 1));
        }
        continue;
      }
      if (!this.#isInValue) {
        if (isSpace(code) || code === comma) {
          if (code === newLine) this.#line++;
          continue;
        }
        if (this.#isFrame(code)) continue;
        start = i;
        this.#isInValue = true;
        this.#valueLine = this.#line;
      } else if (this.#depth === 0 && this.#endsBare(code)) {
        yield this.#value(piece.slice(start, i));
        i--;
        continue;
      }
      if (code === quote) this.#isInString = true;
      else if (code === openObject || code === openList) this.#depth++;
      else if (code === closeObject || code === closeList) {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#depth === 0) yield this.#value(piece.slice(start, i + 1));
      } else if (code === newLine) this.#line++;
    }
    if (this.#isInValue) this.#keep(piece.slice(start));
  }

  *end(): Generator<JsonText> {
    if (this.#isInValue) yield this.#value('');
    if (this.#isList && !this.#listEnded) {
      const values = { fileName: this.#fileName, line: this.#line, cause: 'the list has no end ]' };
      throw new AppError('bad-file', 'noJson', values);
    }
  }

  /** A bracket of the list that is the file. */
  #isFrame(code: number): boolean {
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      this.#isList = code === openList;
      return this.#isList;
    }
    if (!this.#isList || this.#listEnded || code !== closeList) return false;
    this.#listEnded = true;
    return true;
  }

  /** Numbers, words and what is none of them end with the next sign that is no part of them. */
  #endsBare = (code: number): boolean =>
    isSpace(code) || code === comma || code === closeList || code === openObject;

  #keep(text: string): void {
    this.#text += text;
    checkSize(this.#text.length, this.#fileName, maxBytesInMemory);
  }

  #value(text: string): JsonText {
    const value = {
      line: this.#valueLine,
      text: this.#text + text,
      isElement: this.#isList && !this.#listEnded,
    };
    this.#text = '';
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
    this.#isInValue = false;
    return value;
  }
}
