import { parseTaskCards, type TaskCard } from '../../core/tasks/taskCards.ts';
import { fetchJson } from './fetchJson.ts';

/** What every listed task asks, by id. @throws Error where it does not come, AppError where it is broken. */
export const fetchCards = async (baseUrl: string): Promise<Readonly<Record<string, TaskCard>>> =>
  parseTaskCards(await fetchJson(new URL('datasets/cards.json', baseUrl).href));
