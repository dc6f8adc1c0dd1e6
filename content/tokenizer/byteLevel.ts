/**
 * The byte alphabet of GPT-2's byte-level BPE (Radford et al. 2019, section 2.2): each byte is
 * written as one visible character, so that any UTF-8 text is a string over 256 symbols.
 * Printable bytes stand for themselves; the others are shifted to U+0100 and up, in order.
 */
export const byteAlphabet: readonly string[] = buildAlphabet();

function buildAlphabet(): string[] {
  let shifted = 0x100;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(isPrintable(byte) ? byte : shifted++),
  );
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte !== 0xad);
}

const digitPattern = /\d|[^\d]+/gu;
/** GPT-2's split: contractions, then letters, numbers or marks with one leading space, then spaces. */
const wordPattern = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

const encoder = new TextEncoder();

/**
 * The words BPE works inside. Every ASCII digit is a word of its own, so that 47 is always 4 and 7: a
 * tiny model then learns ten digits rather than hundreds of numbers. Equals
 * `Sequence [Digits { individual_digits }, ByteLevel]` of a tokenizer.json.
 */
export function splitWords(text: string): string[] {
  const pieces = text.match(digitPattern) ?? [];
  return pieces.flatMap((piece) => piece.match(wordPattern) ?? []);
}

/** The same words, written in the byte alphabet. */
export function preTokenize(text: string): string[] {
  return splitWords(text).map(toByteAlphabet);
}

function toByteAlphabet(word: string): string {
  return Array.from(encoder.encode(word), (byte) => byteAlphabet[byte]!).join('');
}
