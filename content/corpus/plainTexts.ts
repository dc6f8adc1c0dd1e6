import type { RandomStream } from '../../src/core/random.ts';
import { makeCast } from '../world/cast.ts';
import { splitSentences } from '../world/story.ts';
import { expand } from '../world/template.ts';

/** Texts that are no stories; '/' parts their lines. */
const texts = [
  // portraits
  "{a} is {j.a}. {a.She} [lives near {p.the}|works {p.at}]. [Every {e}|{d.on}] {a} [eats {f.an}|drinks {drink}] and [feeds the {n}|looks for {t.an}]. [People like {a.her} because {a.she} {a.is} always {g}|{a}'s best friend is {b}, {j2.a}].",
  'This is {a}. {a.She} {a.has} {n.an} and {t.a}. The {n} [sleeps {spot}|is {o}|eats {f.s}]. [{a} and the {n} go {p.to} {d.on}|{b} does not like the {n}]. [What does {a} have? {n.an} and {t.an}.|Who has the {n}? {a}.]',
  "In {a}'s room there is {t.a} {spot}. {spot2} there is {u.a}. [The {t} was a present from {b}|The {u} is made of {l}|{a} likes the {t} best]. [Where is the {t}? {spot}.|Where is the {u}? {spot2}.]",
  '{a} likes {f.s}, {b} likes {f2.s}, and {c} likes {mass}. [{d.on} they cook together {p.at}|They never eat alone]. [Who likes {f2.s}? {b}.|What does {c} like? {mass}.|Does {a} like {mass}? Nobody knows.]',
  '{a} works {p.at}, {b} works {q.at}. {a} starts early, {b} starts late. [{a} is {j.a}, and {b} is {j2.a}.|{d.on} both are at home.] [Where does {b} work? {q.at}.|Who works {p.at}? {a}.]',
  "The {n} of {a} is {o}. The {m} of {b} is {o2}. [Both animals live {p.at}|The {n} eats {f.s}, the {m} does not]. [Which colour is the {m}? {o2}.|Whose animal is {o}? {a}'s.]",
  // places
  'It is {e} {p.at}. {a} [sits|waits|sings] {spot}, {b} [reads a book|sleeps|eats {f.an}], and {c} [looks at {n.a}|plays with {t.a}]. [There are three people: {a}, {b} and {c}|Nobody says a word|The day is {w.day}].',
  '{p.the} is [old and quiet|not far from {q.the}|{y}]. There one can see {n.s} and [buy {f.s}|hear the wind|find {t.s}]. {d.on} many people come. [{a} goes there every {e}|{a} was there {d2.on}].',
  // diary
  '{d}. Today I [was {p.at}|went {p.to}] with {a}. We [saw {n.a}|found {t.a}|ate {f.s}]. {a} was {g} because {g.why}. / {d2}. I [stayed at home|slept long]. {b} came and brought {u.a}. I put it {spot}.',
  'Dear diary, I lost my {t} today. I think I left it {p.at}. I feel {h}. / Dear diary, {a} found my {t}! It was {spot}. Now I am {g}.',
  // letters and notes
  'Dear {a}, / [how are you|I hope you are well]? I am {p.at} now. [There is {n.a} here|I have a new {t}]. [Please bring {u.an}|Please come {d.on}]. / [Yours|Your friend], {b}',
  'Note for {a}: the {t} is {spot}. Please take it {p.to} {d.on}. {b}',
  'Dear {a}, thank you for the {t}. It is {o}, and I like it because it is {y}. I keep it {spot}. Come and see me {d.on}. {b} / So {a} gave {b} {t.an}, and it is {spot}.',
  'To all: {d.on} there is a [party|race|game] {p.at}. Bring {f.s} and {t.an}. {a} / What should one bring? {f.s} and {t.an}. When is it? {d.on}.',
  // recipes and steps
  'How to make {f} soup: First take {k} {f.s} and some {mass}. Then put them in a pan. Wait {i} hours. At last, eat it. / What comes first? Take {k} {f.s}. What comes last? Eat it.',
  'To paint {t.an}, you need a brush and {o} paint. First clean the {t}. Then paint it. Then put it {spot} and wait. / What do you need? A brush and {o} paint.',
  'The way {p.to}: Go {q.to}, then turn left. After {k} steps you see {t.a}. Go on until you hear {n.an}. / Where does the way begin? {q.at}.',
  'Rules of the house: Do not run {p.at}. Close the door. Feed the {n} {e.at}. Always say please. / May one run {p.at}? No.',
  // weather and news
  'The weather: {d} will be {w.day}. {d2} will be cold. Take {t.an} with you. / How will {d} be? {w.day}.',
  'News from {p.the}: {a} has won {t.a}. "I am {g}," said {a}. {b} came second and got {f.an}. / In short: {a} won {t.an}.',
  'Lost: {t.o}, last seen {p.at}. Please bring it to {a}. / Found: {u.o}, {spot}. Ask {b}. / Who lost the {t}? {a}. Who found the {u}? {b}.',
  'For sale: {t.o}, {y}, only {k.d} coins. Ask {a} {p.at}. / Wanted: {u.an}. I pay {sum.d} coins. {b} / What does {a} sell? {t.an}. What does {b} want? {u.an}.',
  // small scenes with quick questions
  '{a} is {p.at}. {b} is {q.at}. {c} is at home. Where is {b}? {q.at}. Where is {a}? {p.at}. [Who is at home? {c}.|Is {c} {p.at}? No.]',
  '{a} has {t.a}. {b} has {u.a}. {c} has {v.a}. Who has the {u}? {b}. What does {c} have? {v.an}. [Does {a} have {t.an}? Yes.|Does {a} have {u.an}? No.]',
  'The {t} is {o}, the {u} is {o2}, and the {v} is {o3}. Which colour is the {u}? {o2}. What is {o3}? The {v}. [And what is {o}? The {t}.|Is the {t} {o2}? No.]',
  '{a} came {d.on}, {b} came {d2.on}. Who came {d2.on}? {b}. When did {a} come? {d.on}.',
  '{a} took the {t} from {b} and gave it to {c}. Now {c} has the {t}. [{c} put it {spot}. Where is it? {spot}.|Who has it? {c}. Who had it first? {b}.]',
];

const capitals = (text: string): string =>
  text.replace(/((?:^|[.!?:]) "?)([a-z])/g, (whole, lead: string, letter: string, at: number) =>
    text[at] === ':' && !/^: (?:go|first|do)/.test(text.slice(at))
      ? whole
      : lead + letter.toUpperCase(),
  );

/** Portraits, diaries, letters, recipes, news and small scenes: one to three in a document. */
export function plainDocument(stream: RandomStream): string {
  return stream
    .sample(texts, 1 + stream.int(3))
    .map((text) => {
      const said = expand(text, stream, makeCast(stream).read);
      const lines = said.split(' / ').map((line) => splitSentences(line.trim()).join(' '));
      return capitals(lines.join(stream.chance(0.7) ? '\n' : ' '));
    })
    .join('\n');
}
