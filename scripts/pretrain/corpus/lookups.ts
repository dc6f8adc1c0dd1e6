import type { RandomStream } from '../../../src/core/random.ts';
import { capitalise, people as everybody, type Person } from '../../world/lexicon.ts';
import type { Fact } from '../../world/story.ts';
import { answer } from './answers.ts';
import type { Relation } from './lookupFacts.ts';
import { amounts, possessions, pronouns, traits } from './lookupsOfPeople.ts';
import { locations, moves, timetable } from './lookupsOfPlaces.ts';
import { askAndAnswer, bare, isItTrue, lowerStart } from './telling.ts';

const relations: Relation[] = [
  locations,
  locations,
  locations,
  possessions,
  possessions,
  traits,
  timetable,
  moves,
  moves,
  pronouns,
  amounts,
];
const inOrder = new Set<Relation>([moves, pronouns]);

/** A short yes/no question that names the claim plainly. */
function plainQuestion(fact: Fact, stream: RandomStream): string {
  const isTrue = stream.chance(0.5);
  const claim = bare(isTrue ? fact.statement : fact.falseStatement);
  const turned = /^(.*?) (was|is) (.*)$/.exec(claim);
  if (!turned) return `${claim}: ${answer(isTrue ? 'true' : 'false')}.`;
  const question = `${capitalise(turned[2]!)} ${lowerStart(turned[1]!)} ${turned[3]}?`;
  return stream.chance(0.6)
    ? `${question} ${answer(isTrue ? 'Yes' : 'No')}.`
    : `"${question}" "${answer(isTrue ? 'Yes' : 'No')}, ${lowerStart(bare(fact.statement))}."`;
}

function notSaid(cast: readonly Person[], stream: RandomStream): string {
  const stranger = stream.pick(everybody.filter((person) => !cast.includes(person))).name;
  return stream.pick([
    `Where was ${stranger}? ${answer('That is not said')}.`,
    `"And what did ${stranger} have?" "${answer('Nobody said that')}."`,
    `Was ${stranger} there? ${answer('Maybe')}; it is not said.`,
    `Does it name ${stranger}? ${answer('No')}.`,
    `Does it name ${stream.pick(cast).name}? ${answer('Yes')}.`,
  ]);
}

/**
 * A passage of a few facts that are alike, and short questions about them with their answers: to answer
 * one, the reader has to find *its* fact among its sisters. Ordinary stories ask for that too rarely
 * for a small model to learn it.
 */
export function lookupDocument(stream: RandomStream): string {
  const cast = stream.sample(everybody, 2 + stream.weighted([0.25, 0.35, 0.25, 0.15]));
  const relation = stream.pick(relations);
  const rows = relation(stream, cast);
  const told = inOrder.has(relation) ? rows : stream.shuffle(rows);
  const sentences = told.map(({ sentence }) => sentence);
  if (stream.chance(0.2))
    sentences.splice(
      stream.int(sentences.length + 1),
      0,
      stream.pick(['It rained.', 'The sun shone.', 'It was a long day.', 'The wind blew.']),
    );
  const facts = rows.flatMap((row) => row.facts);
  const readers = stream.sample(everybody, 2).map(({ name }) => name) as [string, string];
  const rounds = Array.from({ length: 4 + stream.int(6) }, () => {
    const fact = stream.pick(facts);
    const kind = stream.weighted([0.5, 0.15, 0.25, 0.1]);
    if (kind === 0) return askAndAnswer(fact, readers, stream);
    if (kind === 1) return isItTrue(fact, readers, stream);
    return kind === 2 ? plainQuestion(fact, stream) : notSaid(cast, stream);
  });
  const unique = [...new Set(rounds)];
  return [sentences.join(' '), ...unique].join(stream.chance(0.75) ? '\n' : ' ');
}
