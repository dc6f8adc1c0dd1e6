/**
 * Writes the probe suite: prompts whose right continuation a base model should find likelier than the
 * wrong ones. `probe.py` scores a model on it; the model cards show the figures.
 *
 *   npx tsx recipe/probes.ts        writes .cache/pretrain/probes.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { randomStream, type RandomStream } from '../src/core/random.ts';
import {
  animals,
  capitalise,
  colours,
  foods,
  people,
  pronounForms,
  things,
  withArticle,
} from '../content/world/lexicon.ts';
import { makeStory } from '../content/world/story.ts';
import { verbs } from '../content/world/verbs.ts';
import type { Relation } from '../content/corpus/lookupFacts.ts';
import { possessions } from '../content/corpus/lookupsOfPeople.ts';
import { locations, moves } from '../content/corpus/lookupsOfPlaces.ts';
import { bare, lowerStart } from '../content/corpus/sentences.ts';

interface Probe {
  readonly prompt: string;
  readonly good: string;
  readonly bad: readonly string[];
}

const itemsPerProbe = 200;

/** A true sentence about a new story against a false one. */
function cloze(stream: RandomStream): Probe {
  const story = makeStory(stream);
  const fact = stream.pick(story.facts);
  return {
    prompt: `${story.text} So`,
    good: ` ${fact.statement}`,
    bad: [` ${fact.falseStatement}`],
  };
}

/** Four words twice: the third round goes on as the others did. */
function induction(stream: RandomStream): Probe {
  const pool = stream.pick([
    people.map(({ name }) => name),
    things.map(({ word }) => word),
    colours,
  ]);
  const words = stream.sample(pool, 4);
  const rounds = [...words, ...words].join(', ');
  const known = stream.int(4);
  const [good, ...bad] = [...words.slice(known), ...words.slice(0, known)].map(
    (word) => ` ${word}`,
  );
  const started = words.slice(0, known).map((word) => ` ${word},`);
  return { prompt: `${rounds},${started.join('')}`, good: good!, bad };
}

/** Number and person of verbs, gender of pronouns. */
function agreement(stream: RandomStream): Probe {
  const noun = stream.pick([...animals, ...things].filter(({ word, plural }) => word !== plural));
  const person = stream.pick(people.filter(({ pronoun }) => pronoun !== 'they'));
  const other = person.pronoun === 'she' ? 'he' : 'she';
  const verb = stream.pick(verbs);
  const isMany = stream.chance(0.5);
  return stream.pick<Probe>([
    {
      prompt: `The ${isMany ? noun.plural : noun.word}`,
      good: isMany ? ' are' : ' is',
      bad: [isMany ? ' is' : ' are'],
    },
    {
      prompt: `${person.name} met Robin. Then`,
      good: ` ${pronounForms(person).subject} went`,
      bad: [` ${other} went`],
    },
    { prompt: `Yesterday ${person.name}`, good: ` ${verb.past} the`, bad: [` ${verb.third} the`] },
    {
      prompt: `This is${withArticle(noun).startsWith('an ') ? ' an' : ' a'}`,
      good: ` ${noun.word}.`,
      bad: [` ${noun.plural}.`],
    },
  ]);
}

/** What kind of thing a word names. */
function category(stream: RandomStream): Probe {
  const kinds = [
    [' animal', animals],
    [' thing', things],
    [' food', foods],
  ] as const;
  const [kind, nouns] = stream.pick(kinds);
  const noun = stream.pick(nouns);
  const article = (name: string): string => (name === ' animal' ? ' an' : ' a');
  const forms = kinds.map(([name]) => `${article(name)}${name}`);
  const good = `${article(kind)}${kind}`;
  return {
    prompt: `${capitalise(withArticle(noun))} is`,
    good,
    bad: forms.filter((form) => form !== good),
  };
}

/** A question about a passage of alike facts; the wrong answers are right for its sisters. */
function dialogue(stream: RandomStream): Probe {
  const relation: Relation = stream.pick([locations, possessions, moves]);
  const rows = relation(stream, stream.sample(people, 3));
  const facts = rows.flatMap((row) => row.facts);
  const fact = stream.pick(facts);
  const wrong = facts.filter(({ answer }) => answer !== fact.answer).map(({ answer }) => answer);
  const bad = [...new Set(wrong)].map((answer) => ` "${capitalise(answer)}."`);
  if (bad.length === 0) return dialogue(stream);
  return {
    prompt: `${rows.map(({ sentence }) => sentence).join(' ')}\n"${fact.question}"`,
    good: ` "${capitalise(fact.answer)}."`,
    bad,
  };
}

/** Whether a passage of alike facts says so; half of the wrong claims take a sister's value. */
function verdict(stream: RandomStream): Probe {
  const relation: Relation = stream.pick([locations, possessions]);
  const rows = relation(stream, stream.sample(people, 3));
  const fact = stream.pick(rows.flatMap((row) => row.facts));
  const isTrue = stream.chance(0.5);
  const claim = lowerStart(bare(isTrue ? fact.statement : fact.falseStatement));
  const [good, bad] = isTrue ? [' Yes.', ' No.'] : [' No.', ' Yes.'];
  const text = rows.map(({ sentence }) => sentence).join(' ');
  return { prompt: `${text}\nIs it true that ${claim}?`, good, bad: [bad] };
}

const probes = { cloze, induction, agreement, category, dialogue, verdict };

const json = JSON.parse(readFileSync('.cache/pretrain/tokenizer/tokenizer.json', 'utf8')) as object;
const tokenizer = new Tokenizer(json, {});
const ids = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false }).ids;
const items = Object.entries(probes).flatMap(([probe, draw]) =>
  Array.from({ length: itemsPerProbe }, (_, i) => {
    // A seed of its own: none of these texts comes from the stream that wrote the corpus.
    const { prompt, good, bad } = draw(randomStream('probes', probe, i));
    return { probe, prompt: ids(prompt), options: [good, ...bad].map(ids) };
  }),
);
writeFileSync('.cache/pretrain/probes.json', JSON.stringify(items));
console.log(`${items.length} probes in ${Object.keys(probes).length} kinds`);
