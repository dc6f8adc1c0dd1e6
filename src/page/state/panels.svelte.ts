/** What can lie open over every view, one at a time. */
export type PanelName =
  | 'palette'
  | 'library'
  | 'shortcuts'
  | 'glossary'
  | 'about'
  | 'engine'
  | 'classLink'
  | 'keptRuns'
  | 'paste';

export class Panels {
  open = $state<PanelName | null>(null);

  show(name: PanelName): void {
    this.open = name;
  }

  close(): void {
    this.open = null;
  }
}
