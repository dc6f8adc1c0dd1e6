import { untrack } from 'svelte';
import type { Strip } from './strip.svelte.ts';

export const stripOrders = ['desk', 'score', 'gain', 'name', 'share'] as const;
export type StripOrder = (typeof stripOrders)[number];

/** Up to so many stand in one row. */
const mostInARow = 8;

/** How the strips are looked at: which, in what order, and where the focus is. */
export class StripsView {
  query = $state('');
  order = $state<StripOrder>('desk');
  /** Whether the strips have the room of the curves too. */
  isTall = $state(false);
  /** The strip whose controls Tab reaches. */
  active = $state<string | null>(null);
  /** Something has happened to it that its visitor should see. */
  marked = $state<string | null>(null);

  isSearching: boolean = $derived(this.query.trim() !== '');

  isPacked(strips: readonly Strip[]): boolean {
    return strips.length > mostInARow;
  }

  /**
   * The strips that are asked for, in the order asked for. That order stays while faders move: nothing jumps away
   * under the hand.
   * @param strips those of the desk, buses first
   * @param all one for each task, for the search
   */
  shown(strips: readonly Strip[], all: () => readonly Strip[]): readonly Strip[] {
    const words = this.query.trim().toLowerCase();
    const found = words === '' ? strips : all().filter((strip) => isNamed(strip, words));
    const { order } = this;
    if (order === 'desk') return found;
    return untrack(() => sorted(found, order));
  }

  /** The one of these that Tab reaches. */
  tabStop(shown: readonly Strip[]): string | null {
    return (shown.find(({ id }) => id === this.active) ?? shown[0])?.id ?? null;
  }
}

const isNamed = ({ name, subtitle }: Strip, words: string): boolean =>
  `${name} ${subtitle}`.toLowerCase().includes(words);

/** An open bus says the same as its tasks: it is left out where they are put in order. */
function sorted(strips: readonly Strip[], order: Exclude<StripOrder, 'desk'>): Strip[] {
  const single = strips.filter(({ bus }) => !bus?.isOpen);
  if (order === 'name') return single.sort((a, b) => a.name.localeCompare(b.name));
  const values = new Map(single.map((strip) => [strip, valueOf(strip, order)]));
  return single.sort((a, b) => values.get(b)! - values.get(a)!);
}

function valueOf(strip: Strip, order: 'score' | 'gain' | 'share'): number {
  if (order === 'share') return strip.share;
  const { score, baseScore } = strip.reading;
  if (score === null) return -Infinity;
  return order === 'score' ? score : score - (baseScore ?? score);
}
