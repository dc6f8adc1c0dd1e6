export interface Colours {
  /** A token as a canvas can use it. */
  readonly resolve: (colour: string, opacity?: number) => string;
  /** Forgets what was resolved: the theme may have changed. */
  readonly forget: () => void;
}

/** Turns `var(--…)` into plain colours by asking the browser; canvases know no custom properties. */
export function createColours(host: HTMLElement): Colours {
  const probe = document.createElement('span');
  probe.hidden = true;
  host.append(probe);
  const known = new Map<string, string>();
  const plain = (colour: string): string => {
    const cached = known.get(colour);
    if (cached !== undefined) return cached;
    probe.style.color = colour;
    const resolved = getComputedStyle(probe).color;
    known.set(colour, resolved);
    return resolved;
  };
  return {
    resolve: (colour, opacity = 1) =>
      opacity >= 1
        ? plain(colour)
        : plain(colour).replace(/^rgb\(([^)]*)\)$/, (_, rgb: string) => `rgba(${rgb}, ${opacity})`),
    forget: () => known.clear(),
  };
}
