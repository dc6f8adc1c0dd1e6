export const viewNames = ['desk', 'engine'] as const;
export type ViewName = (typeof viewNames)[number];

/** The strips, the curves, and what lies beside them. */
export type DeskSection = 'desk' | 'curves' | 'side';

/** The address of a view inside the page; what stands before the `#` stays. */
export const addressOf = (name: ViewName): string => `#/${name}`;

/** The view that a hash names; any other hash is the desk. */
export const viewAt = (hash: string): ViewName =>
  viewNames.find((name) => hash === addressOf(name)) ?? 'desk';

/** The two things that a view asks of its window. */
export interface AddressedWindow {
  readonly location: { readonly hash: string };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** What is looked at. The address decides, so the browser's own back and links work. */
export class View {
  name = $state<ViewName>('desk');
  /** Where there is no room for the whole desk: the part of it that is shown. */
  section = $state<DeskSection>('desk');
  #waiting: { readonly name: ViewName; readonly go: () => void }[] = [];

  /** Follows the window's address from now on. */
  follow(window: AddressedWindow): void {
    const show = (): void => this.#show(viewAt(window.location.hash));
    window.addEventListener('hashchange', show);
    show();
  }

  /** Resolves once this view has been shown. */
  reached(name: ViewName): Promise<void> {
    if (this.name === name) return Promise.resolve();
    return new Promise((go) => this.#waiting.push({ name, go }));
  }

  #show(name: ViewName): void {
    this.name = name;
    for (const waiting of this.#waiting) if (waiting.name === name) waiting.go();
    this.#waiting = this.#waiting.filter((waiting) => waiting.name !== name);
  }
}
