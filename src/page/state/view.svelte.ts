/** Every view of the page, in the order of its tabs. A line here, a component in `shell/viewComponents.ts` and a word add one. */
export const viewNames = ['desk', 'data', 'engine'] as const;
export type ViewName = (typeof viewNames)[number];

/** The strips, the curves, and what lies beside them. */
export type DeskSection = 'desk' | 'curves' | 'side';

/** The address of a view inside the page; what stands before the `#` stays. */
export const addressOf = (name: ViewName): string => `#/${name}`;

/** The view that a hash names, whatever follows its `?`; no hash is the desk, null an address that is none. */
export function viewAt(hash: string): ViewName | null {
  const [path = ''] = hash.split('?');
  if (path === '' || path === '#' || path === '#/') return 'desk';
  return viewNames.find((name) => path === addressOf(name)) ?? null;
}

/** What a view asks of its window. */
export interface AddressedWindow {
  readonly location: { readonly hash: string; replace(url: string): void };
  addEventListener(type: 'hashchange', listener: () => void): void;
}

/** What is looked at. The address decides, so the browser's own back and links work. */
export class View {
  name = $state<ViewName>('desk');
  /** Where there is no room for the whole desk: the part of it that is shown. */
  section = $state<DeskSection>('desk');
  #waiting: { readonly name: ViewName; readonly go: () => void }[] = [];

  /**
   * Follows the window's address from now on. An address that is no view's is told to `onUnknown`, and the desk takes its
   * place in the history, so that going back doesn't lead to it again.
   */
  follow(window: AddressedWindow, onUnknown: (hash: string) => void): void {
    const show = (): void => {
      const { hash } = window.location;
      const name = viewAt(hash);
      if (name !== null) return this.#show(name);
      onUnknown(hash);
      window.location.replace(addressOf('desk'));
      this.#show('desk');
    };
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
