import { untrack } from 'svelte';
import type { ErrorInfo } from '../../core/errors.ts';
import { errorWords } from '../i18n/errorWords.ts';

/** Something to tell: a failure with what to do about it, or a short good news. */
export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'done' | 'offer';
  readonly title: string;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Good news leaves by itself; a failure stays until it is dismissed. */
const doneStaysMs = 8000;

/** The messages on show, newest last; the same words are never shown twice. */
export class Notices {
  shown = $state.raw<readonly Notice[]>([]);
  #nextId = 1;

  error(error: ErrorInfo, action: Notice['action'] = null): void {
    const { message, hint } = errorWords(error);
    this.failed(message, hint, action);
  }

  /** What the page itself found wrong. @returns its id */
  failed(title: string, text: string, action: Notice['action'] = null): number {
    return this.#show({ kind: 'error', title, text, action });
  }

  done(title: string, text = '', action: Notice['action'] = null): void {
    this.#show({ kind: 'done', title, text, action });
  }

  /** Something that waits for an answer: it stays until it has one. */
  offer(title: string, text: string, action: NonNullable<Notice['action']>): void {
    this.#show({ kind: 'offer', title, text, action });
  }

  dismiss(id: number): void {
    this.shown = this.#now.filter((notice) => notice.id !== id);
  }

  /** Something new begins: what was told of the last thing is over. */
  clear(): void {
    this.shown = [];
  }

  /** What tells does not hang on what is told: an effect that did would tell again and again. */
  get #now(): readonly Notice[] {
    return untrack(() => this.shown);
  }

  #show(notice: Omit<Notice, 'id'>): number {
    const others = this.#now.filter(
      ({ kind, title }) => title !== notice.title && (kind !== 'done' || notice.kind !== 'done'),
    );
    const id = this.#nextId++;
    this.shown = [...others, { ...notice, id }].slice(-3);
    if (notice.kind === 'done') setTimeout(() => this.dismiss(id), doneStaysMs);
    return id;
  }
}
