/**
 * Story schemas in a small notation, one block a schema:
 *   # id
 *   - a sentence (template; see template.ts), '-?' when it may be left out
 *     kind | question | answer | true statement | false statement     (facts of the sentence above)
 *   > an event, in order of time
 *   = the summary, in one or more wordings
 *   * the title, in one or more wordings
 */
import { everydaySchemas } from './storySchemasEveryday.ts';
import { adventureSchemas } from './storySchemasAdventure.ts';
import { homeSchemas } from './storySchemasHome.ts';

export interface FactTemplate {
  kind: string;
  question: string;
  answer: string;
  statement: string;
  falseStatement: string;
}

export interface SchemaLine {
  text: string;
  optional: boolean;
  facts: FactTemplate[];
}

export interface StorySchema {
  id: string;
  lines: SchemaLine[];
  events: string[];
  summaries: string[];
  titles: string[];
}

function addLine(schema: StorySchema, line: string): void {
  const mark = line.slice(0, line.indexOf(' '));
  const text = line.slice(line.indexOf(' ') + 1).trim();
  if (mark === '-' || mark === '-?')
    schema.lines.push({ text, optional: mark === '-?', facts: [] });
  else if (mark === '>') schema.events.push(text);
  else if (mark === '=') schema.summaries.push(text);
  else if (mark === '*') schema.titles.push(text);
  else schema.lines[schema.lines.length - 1]!.facts.push(factOf(line, schema.id));
}

function factOf(line: string, id: string): FactTemplate {
  const cells = line.split(' | ').map((cell) => cell.trim());
  const [kind, question, answer, statement, falseStatement] = cells;
  if (cells.length !== 5 || !kind || !question || !answer || !statement || !falseStatement) {
    throw new Error(`story schema ${id}: a fact has five cells, got ${cells.length}: ${line}`);
  }
  return { kind, question, answer, statement, falseStatement };
}

function parseSchema(block: string): StorySchema {
  const [id = '', ...lines] = block.trim().split('\n');
  const schema: StorySchema = { id: id.trim(), lines: [], events: [], summaries: [], titles: [] };
  for (const line of lines) addLine(schema, line.trim());
  return schema;
}

/** Parses blocks of the notation above. */
export const parseSchemas = (text: string): StorySchema[] =>
  text
    .split(/^# /m)
    .filter((block) => block.trim())
    .map(parseSchema);

export const storySchemas: StorySchema[] = parseSchemas(
  [everydaySchemas, adventureSchemas, homeSchemas].join('\n'),
);
