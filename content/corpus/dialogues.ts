import type { RandomStream } from '../../src/core/random.ts';
import { makeCast } from '../world/cast.ts';
import { makeStory, splitSentences } from '../world/story.ts';
import { expand } from '../world/template.ts';
import { askAndAnswer, isItTrue, readersOf } from './askedAndAnswered.ts';
import { joinParts } from './sentences.ts';

/** Exchanges between {a} and {b}; the first lines set what the later ones ask. */
const exchanges = [
  '"Where is my {t}?" asked {a}. "[It is {spot}|{spot}]," said {b}. {a} looked {spot} and found the {t}.',
  '{b} put {t.a} {spot}. "Where is the {t}?" asked {a}. "I put it {spot}," said {b}.',
  '"What do you have in your bag?" asked {a}. "{t.a} and {f.an}," said {b}. "May I have the {f}?" "[Yes, take it|No, I want to eat it myself]," said {b}.',
  '"Is your {t} {o} or {o2}?" asked {a}. "{o}," said {b}. So the {t} of {b} is {o}.',
  '"Do you want {f.an} or {f2.an}?" asked {a}. "{f2.an}, please," said {b}. So {a} gave {b.her} {f2.an}.',
  '"Let us meet {p.at} {d.on}," said {a}. "I cannot come {d.on}," said {b}. "Then {d2.on}?" "Good." So they agreed to meet {p.at} {d2.on}.',
  '"Let us go {p.to}," said {a}. "I would rather go {q.to}," said {b}. "All right," said {a}. So they agreed to go {q.to}.',
  '"Who has the {t}?" asked {a}. "{c} has it," said {b}. {a} went to {c} and asked for the {t}.',
  '"Why are you {h}?" asked {a}. "Because {h.why}," said {b}. {b} was {h} because {h.why}.',
  '"Why are you so {g} today?" asked {a}. "I am {g} because {g.why}," said {b}.',
  '"When do you go {p.to}?" asked {a}. "{d.on}," said {b}. "And what will you do there?" "I will [look for {n.an}|buy {t.an}|eat {f.an}|meet {c}]."',
  '"How many {f.s} do you have?" asked {a}. "{k}," said {b}. "Give me {i} of them." {b} gave {a} {i.food}. Then {b} had {diff.food}.',
  '"Please give me the {t}," said {a}. "Which one, the {o} one or the {o2} one?" asked {b}. "The {o} one." {b} gave {a.her} the {o} {t}.',
  '"Did you see my {n}?" asked {a}. "Yes, [it was {p.at}|I saw it {p.at}]," said {b}. So {a} went {p.to}, and there the {n} was.',
  '"Did you see my {n}?" asked {a}. "No," said {b}. "Ask {c}." {a} asked {c}. "It is {p.at}," said {c}.',
  '"What is your name?" asked {a}. "My name is {b}. And what is yours?" "I am {a}. I am {j.a}." "And I am {j2.a}," said {b}.',
  '"Is {c} {p.at}?" asked {a}. "No, {c.she} {c.is} {q.at}," said {b}. So {c} is {q.at}.',
  '"Can you help me?" asked {a}. "What do you need?" "I need {t.an}." "Here it is," said {b} and gave {a.her} the {t}.',
  '"Do you like {f.s}?" asked {a}. "[Yes, very much|Yes|Of course]," said {b}. "And {f2.s}?" "No, I do not like {f2.s}." So {b} likes {f.s}, but not {f2.s}.',
  '"Which is bigger, the {m} or the {n}?" asked {a}. "I do not know," said {b}. "Nobody knows everything," said {a}.',
  '"I saw {n.a} {p.at}," said {a}. "What colour was it?" asked {b}. "It was {o}." "{o}? I do not believe it," said {b}. But it was true: the {n} was {o}.',
  '"Say {t}," said {a}. "{t}," said {b}. "Now say {u} and {v}." "{u} and {v}," said {b}.',
  '"I will say a word, and you say it twice," said {a}. "{t}!" "{t}, {t}," said {b}. "{f}!" "{f}, {f}."',
  '"If you find {t.an}, shout {o}; if you find {u.an}, shout {o2}," said {a}. {b} found [{t.an} and shouted, "{o}!"|{u.an} and shouted, "{o2}!"]',
  '"Bring me {t.an}, {u.an} and {f.an}," said {a}. {b} came back with {t.an} and {u.an}. "You forgot the {f}," said {a}.',
  '"Whose {t} is this?" asked {a}. "It is {c}\'s," said {b}. {a} gave the {t} to {c}.',
  '"The {t} is {spot}," said {a}. "No, I moved it," said {b}. "Now it is {spot2}." So the {t} is {spot2}.',
  '"What is {i} and {k}?" asked {a}. "{sum}," said {b}. "Right!"',
  '"Good morning, {b}," said {a}. "Good morning, {a}. How much is the {t}?" "{k} coins." "That is [too much|fair]," said {b}. "[I have only {i}|Here you are]."',
  '"Tell me about your {n}," said {a}. "It is {o}, it lives {p.at}, and it eats {f.s}," said {b}. "So your {n} likes {f.s}?" "Yes."',
];

const scriptLines = [
  '{a}: Where is my {t}?\n{b}: {spot}.\n{a}: I looked {spot2}, but not {spot}.\n{b}: Then look {spot}.',
  '{a}: Shall we meet {d.on}?\n{b}: No, {d2.on} is better.\n{a}: And where?\n{b}: {p.at}.\n{a}: Good. {d2.on} {p.at}.',
  '{a}: What did {c} buy?\n{b}: {t.a} and {f.an}.\n{a}: And where?\n{b}: {p.at}.',
  '{a}: I am {h}.\n{b}: Why?\n{a}: Because {h.why}.\n{b}: Come {p.to}, and you will feel better.',
  '{a}: Who took the {t}?\n{b}: It was {c}.\n{a}: Is it the {o} one?\n{b}: Yes, the {o} one.',
  '{a}: How many {f.s} are left?\n{b}: {k}.\n{a}: I take {i}.\n{b}: Then there will be {diff}.',
  '{a}: Do you have {t.an} or {u.an}?\n{b}: I have {u.an}.\n{a}: Please bring it {p.to}.\n{b}: I will bring the {u} {p.to}.',
  '{a}: Yes or no, is the {n} {p.at}?\n{b}: [Yes.|No, it is {q.at}.]\n{a}: Thank you.',
  '{a}: Hello, {b}! What are you doing {p.at}?\n{b}: I am looking for my {t}.\n{a}: Is it {o}?\n{b}: Yes!\n{a}: It is {spot}.',
];

function exchangeDocument(stream: RandomStream): string {
  const cast = makeCast(stream);
  const rounds = stream.sample(exchanges, 2 + stream.int(2));
  const roles = [cast.people.a, cast.people.b, cast.people.c];
  const texts = rounds.map((round) => {
    const next = makeCast(stream, { roles });
    return capitalSpeech(splitSentences(expand(round, stream, next.read)).join(' '));
  });
  return texts.join(stream.chance(0.6) ? '\n' : ' ');
}

/** A capital where speech follows the end of a sentence. */
const capitalSpeech = (text: string): string =>
  text.replace(
    /([.!?]"? ")([a-z])/g,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );

const capitalLines = (text: string): string =>
  text.replace(
    /(^|\n|: |[.?!] )([a-z])/g,
    (_, lead: string, letter: string) => lead + letter.toUpperCase(),
  );

function scriptDocument(stream: RandomStream): string {
  const first = makeCast(stream);
  const roles = [first.people.a, first.people.b, first.people.c];
  const scripts = stream.sample(scriptLines, 2 + stream.int(2));
  return scripts
    .map((script) => capitalLines(expand(script, stream, makeCast(stream, { roles }).read)))
    .join('\n');
}

/** A story that somebody tells, and questions of the listeners about it. */
function readingDocument(stream: RandomStream): string {
  const story = makeStory(stream);
  const readers = readersOf(story, stream);
  const [asker, teller] = readers;
  const intro = stream.pick([
    `${teller} told ${asker} a story: `,
    `${teller} read this aloud: `,
    `This is what ${teller} said: `,
    '',
  ]);
  const rounds = stream
    .sample(story.facts, 2 + stream.int(4))
    .map((fact) => (stream.chance(0.6) ? askAndAnswer : isItTrue)(fact, readers, stream));
  return joinParts(
    [intro.charAt(0).toUpperCase() + intro.slice(1) + story.text, ...rounds],
    stream.chance(0.6) ? '\n' : ' ',
  );
}

/** People who ask each other and answer: about a story, or about what one of them just said. */
export function dialogueDocument(stream: RandomStream): string {
  const kinds = [exchangeDocument, scriptDocument, readingDocument];
  return kinds[stream.weighted([0.4, 0.2, 0.4])]!(stream);
}
