import type { RandomStream } from '../../src/core/random.ts';
import { people, type Person } from '../world/lexicon.ts';
import type { Fact, Story } from '../world/story.ts';
import { answer } from './answers.ts';
import { bare, lowerStart, upperStart } from './sentences.ts';

/** Two people who are not in the story, to talk about it. */
export function readersOf(story: Story, stream: RandomStream): [string, string] {
  const free = people.filter((person: Person) => !story.people.includes(person.name));
  const [first, second] = stream.sample(free, 2);
  const asker = stream.chance(0.4)
    ? stream.pick(['the teacher', 'the mother', 'the father', 'the visitor'])
    : first!.name;
  return [asker, second!.name];
}

/** One question about a text and its answer, in speech, as a script or plain. */
export function askAndAnswer(
  fact: Fact,
  [asker, teller]: [string, string],
  stream: RandomStream,
): string {
  const { question: q } = fact;
  const reply = answer(stream.chance(0.65) ? upperStart(fact.answer) : bare(fact.statement));
  return upperStart(
    stream.pick([
      `"${q}" asked ${asker}. "${reply}," said ${teller}.`,
      `${asker} asked, "${q}" ${teller} answered, "${reply}."`,
      `${asker} wanted to know: ${q} ${teller} said, "${reply}."`,
      `${q} ${reply}.`,
      `"${q}" "${reply}."`,
      `${asker}: ${q}\n${teller}: ${reply}.`,
      `"Now tell me, ${teller}: ${lowerStart(q)}" said ${asker}. ${teller} said: ${reply}.`,
    ]),
  );
}

/** A yes/no question about a text and its answer. */
export function isItTrue(
  fact: Fact,
  [asker, teller]: [string, string],
  stream: RandomStream,
): string {
  const truth = stream.chance(0.5);
  const claim = lowerStart(bare(truth ? fact.statement : fact.falseStatement));
  const right = lowerStart(fact.statement);
  const yes = stream.chance(0.5) ? 'Yes' : `Yes, ${bare(right)}`;
  const no = stream.chance(0.4) ? 'No' : `No, ${bare(right)}`;
  const reply = answer(truth ? yes : no);
  return upperStart(
    stream.pick([
      `"Is it true that ${claim}?" asked ${asker}. "${reply}," said ${teller}.`,
      `Is it true that ${claim}? ${reply}.`,
      `${asker} said, "I think that ${claim}." That was ${answer(truth ? 'right' : 'wrong')}${truth ? '.' : `: ${right}`}`,
      `"${upperStart(claim)}," said ${asker}. ${teller} answered, "That is ${answer(truth ? 'true' : 'false')}."`,
      truth ? `It is true that ${claim}.` : `It is not true that ${claim}. ${fact.statement}`,
      truth ? `So ${claim}.` : `But nobody said that ${claim}.`,
      `${asker}: Did you read that ${claim}?\n${teller}: ${reply}.`,
      `True or false: ${claim}? ${answer(truth ? 'True' : 'False')}.`,
    ]),
  );
}
