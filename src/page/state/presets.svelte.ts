import { parsePreset, type Preset, type PresetWords } from '../../core/desk/preset.ts';
import { isSameDesk } from '../../core/desk/sameDesk.ts';
import { AppError } from '../../core/errors.ts';
import type { Desk } from './desk.svelte.ts';
import { Persisted } from './persisted.svelte.ts';

/** The shipped presets, the visitor's own, and which of them the desk was last set from. */
export class Presets {
  /** The default first; empty until they have come. */
  shipped = $state.raw<readonly Preset[]>([]);
  readonly #own = new Persisted<readonly Preset[]>('presets', [], restoreOwn);
  /** Null where the desk was set from something else: a link, an earlier version. */
  readonly #chosenId = new Persisted<string | null>('preset', null, idOrNull);
  readonly #desk: Pick<Desk, 'setup'>;

  readonly own: readonly Preset[] = $derived(this.#own.current);
  readonly all: readonly Preset[] = $derived([...this.shipped, ...this.own]);
  /** What the desk was set from. */
  readonly chosen: Preset | null = $derived(
    this.all.find(({ id }) => id === this.#chosenId.current) ?? null,
  );
  /** The hand has moved something since. */
  readonly isChanged: boolean = $derived.by(
    () => this.chosen !== null && !isSameDesk(this.chosen.desk, this.#desk.setup),
  );

  constructor(desk: Pick<Desk, 'setup'>) {
    this.#desk = desk;
  }

  /** Says what the desk has been set from; null: from no preset. */
  choose(preset: Preset | null): void {
    this.#chosenId.current = preset?.id ?? null;
  }

  /** The desk as it stands, under a name of its own; one's own of that name is replaced. */
  save(words: PresetWords, language: string): Preset {
    const same = this.own.find((preset) => wordsOf(preset, language).name === words.name);
    const id = same?.id ?? freeId(this.all);
    const preset: Preset = { id, words: { [language]: words }, desk: this.#desk.setup };
    return this.#keep(preset);
  }

  /** From a file; where its id is taken it gets another. */
  add({ id, words, desk }: Preset): Preset {
    const isTaken = this.all.some((preset) => preset.id === id);
    return this.#keep({ id: isTaken ? freeId(this.all) : id, words, desk });
  }

  rename(id: string, name: string, language: string): void {
    this.#own.current = this.own.map((preset) =>
      preset.id === id
        ? { ...preset, words: { [language]: { ...wordsOf(preset, language), name } } }
        : preset,
    );
  }

  remove(id: string): void {
    this.#own.current = this.own.filter((preset) => preset.id !== id);
  }

  #keep(preset: Preset): Preset {
    this.#own.current = [...this.own.filter(({ id }) => id !== preset.id), preset];
    return preset;
  }
}

/** A preset's words in this language, else in English, else in any. */
export const wordsOf = ({ words, id }: Preset, language: string): PresetWords =>
  words[language] ?? words['en'] ?? Object.values(words)[0] ?? { name: id, sentence: '' };

function freeId(taken: readonly Preset[]): string {
  for (let n = 1; ; n++) {
    const id = `own-${n}`;
    if (!taken.some((preset) => preset.id === id)) return id;
  }
}

const idOrNull = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

/** One that cannot be read any more takes none of the others with it. */
function restoreOwn(raw: unknown): readonly Preset[] | null {
  if (!Array.isArray(raw)) return null;
  return raw.flatMap((one) => {
    try {
      return [parsePreset(one, '')];
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  });
}
