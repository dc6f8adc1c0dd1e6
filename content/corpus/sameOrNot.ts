import type { RandomStream } from '../../src/core/random.ts';
import { smallThings } from '../world/cast.ts';
import { colours, people, places, verbs, type Verb } from '../world/lexicon.ts';
import { answer } from './answers.ts';
import { bare } from './sentences.ts';

const handling = verbs.filter(({ base }) =>
  'paint wash find take carry clean draw hide lose buy see fix sell bring open'
    .split(' ')
    .includes(base),
);

interface Deed {
  name: string;
  verb: Verb;
  thing: string;
}

/** A deed in the one or the other voice. */
function said({ name, verb, thing }: Deed, when: string, stream: RandomStream): string {
  return stream.pick([
    `${name} ${verb.past} the ${thing}${when}.`,
    `The ${thing} was ${verb.participle} by ${name}${when}.`,
    `It was ${name} who ${verb.past} the ${thing}${when}.`,
  ]);
}

function pair(stream: RandomStream): string {
  const colour = stream.chance(0.4) ? `${stream.pick(colours)} ` : '';
  const draw = (): Deed => ({
    name: stream.pick(people).name,
    verb: stream.pick(handling),
    thing: `${colour}${stream.pick(smallThings).word}`,
  });
  const deed = draw();
  const slot = stream.pick(['name', 'verb', 'thing'] as const);
  const second = stream.chance(0.5) ? deed : { ...deed, [slot]: draw()[slot] };
  const isSame = second[slot] === deed[slot];
  const when = stream.chance(0.25) ? ` ${stream.pick(places).at}` : '';
  const [left, right] = [said(deed, when, stream), said(second, when, stream)];
  const yes = answer(stream.pick(isSame ? ['yes', 'Yes'] : ['no', 'No']));
  const ending = isSame ? 'the same' : `not the same`;
  return stream.pick([
    `${left} ${right} Is it the same? ${yes}.`,
    `"${bare(left)}" and "${bare(right)}": do they mean the same? ${yes}.`,
    `${left}\n${right}\nDo both say the same? ${yes}.`,
    `${left} ${right} That is ${answer(ending)}.`,
  ]);
}

/** Pairs of sentences, and whether they mean the same. */
export const sameOrNot = (stream: RandomStream): string =>
  Array.from({ length: 3 + stream.int(4) }, () => pair(stream)).join('\n');
