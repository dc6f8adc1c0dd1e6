import { lookUp } from '../../core/lookUp.ts';
import { nColours, type ChannelLook } from './looks.ts';
import { Persisted } from './persisted.svelte.ts';

type Colours = Readonly<Record<string, number>>;

/** Colours that a visitor has chosen for tasks; they are the same everywhere and stay over reloads. */
export class OwnColours {
  readonly #chosen = new Persisted<Colours>('colours', {}, parseColours);

  /** The look with the colour that was chosen for this task, if one was. */
  of(id: string, look: ChannelLook): ChannelLook {
    const colour = lookUp(this.#chosen.current, id);
    return colour === undefined ? look : { ...look, colour };
  }

  /** Gives these tasks the colour behind this one, after the last the first. */
  turn(ids: readonly string[], { colour }: ChannelLook): void {
    const next = (colour % nColours) + 1;
    const turned = Object.fromEntries(ids.map((id) => [id, next]));
    this.#chosen.current = { ...this.#chosen.current, ...turned };
  }
}

function parseColours(raw: unknown): Colours | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const isColour = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= nColours;
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => isColour(value)));
}
