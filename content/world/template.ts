import type { RandomStream } from '../../src/core/random.ts';

/** What a slot such as {a.she} reads as: name 'a', form 'she'; form '' for a bare {a}. */
export type SlotReader = (name: string, form: string) => string;

type Part = (stream: RandomStream, read: SlotReader) => string;

const compiled = new Map<string, Part>();

/**
 * Expands a template: `[x|y]` chooses one alternative (they nest; an empty one is allowed) and
 * `{name.form}` reads a slot. Spaces around emptied choices close up and each sentence gets its capital.
 *
 * @throws Error on an unclosed bracket, with the template.
 */
export function expand(template: string, stream: RandomStream, read: SlotReader): string {
  let part = compiled.get(template);
  if (!part) {
    part = compileTemplate(template);
    compiled.set(template, part);
  }
  return tidy(part(stream, read));
}

/** Closes double spaces and capitalises the start, also behind an opening quotation mark. */
export function tidy(text: string): string {
  const closed = text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.?!;:])/g, '$1')

    .replace(/([.!?]"?)\.(?!\.)/g, '$1')
    .trim();
  return closed.replace(
    /^("?)([a-zà-ü])/,
    (_, quote: string, letter: string) => quote + letter.toUpperCase(),
  );
}

function compileTemplate(template: string): Part {
  let at = 0;
  const fail = (): never => {
    throw new Error(`template: unclosed or stray bracket near ${at} in: ${template}`);
  };
  const until = (end: string): string => {
    const stop = template.indexOf(end, at);
    if (stop < 0) fail();
    const found = template.slice(at, stop);
    at = stop + 1;
    return found;
  };
  const slot = (): Part => {
    at++;
    const [name = '', form = ''] = until('}').split('.');
    return (_, read) => read(name, form);
  };
  const choice = (): Part => {
    const options: Part[] = [];
    do {
      at++;
      options.push(sequence());
    } while (template[at] === '|');
    if (template[at] !== ']') fail();
    at++;
    return (stream, read) => stream.pick(options)(stream, read);
  };
  const literal = (): Part => {
    const start = at;
    while (at < template.length && !'[]{|'.includes(template[at]!)) at++;
    const text = template.slice(start, at);
    return () => text;
  };
  const sequence = (): Part => {
    const parts: Part[] = [];
    while (at < template.length && !'|]'.includes(template[at]!)) {
      parts.push(template[at] === '{' ? slot() : template[at] === '[' ? choice() : literal());
    }
    return (stream, read) => parts.map((part) => part(stream, read)).join('');
  };
  const whole = sequence();
  return at === template.length ? whole : fail();
}
