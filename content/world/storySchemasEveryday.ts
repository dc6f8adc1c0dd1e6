/** Losing, hiding, giving, breaking, trading: what happens to things. Notation: storySchemas.ts. */
export const everydaySchemas = `
# loses
- [{a} had {t.a}|{a} owned {t.a}|There was once {t.a} that belonged to {a}|{a} loved {a.his} {t.my}]. 
  what | What did {a} have? | {t.an} | {a} had {t.an}. | {a} had {v.an}.
- [{when} {a.she} [lost|dropped] it {p.at}|But {a.she} lost it {p.at} {when}|{a.She} went {p.to} and lost it there {when}].
  where | Where did {a} lose the {t}? | {p.at} | {a} lost the {t} {p.at}. | {a} lost the {t} {r.at}.
  when | When did {a} lose the {t}? | {when} | {a} lost the {t} {when}. | {a} found the {t} {when}.
-? [{a} looked [{spot}|everywhere|for a long time], but it was not there|{a} was very {h}|"My {t} is gone!" cried {a}|{a} asked everybody about it].
- [{b} found it {spot} [and brought it back|and gave it back to {a}]|Then {b} saw it {spot} and [picked it up|took it to {a}]|At last {b} found the {t} {spot}].
  who | Who found the {t}? | {b} | {b} found the {t}. | {x} found the {t}.
  where | Where did {b} find the {t}? | {spot} | {b} found the {t} {spot}. | {b} found the {t} {spot2}.
-? ["Thank you, {b}," said {a}|{a} was so [happy|glad] that {a.she} [danced|sang|laughed]|{a} hugged {b}|"Here is your {t}," said {b}].
> {a} lost the {t}
> {b} found the {t}
= {a} lost {t.an} {p.at} and {b} found it.
= {a} lost {a.his} {t}, but {b} found it {spot}.
* [The Lost {t}|{a}'s {t}|Where Is the {t}?]

# hides
- [{a} and {b} played {p.at} {when}|{when} {a} and {b} [played a game|wanted to play] {p.at}|{a} played a game with {b} {p.at}].
  where | Where did {a} and {b} play? | {p.at} | {a} and {b} played {p.at}. | {a} and {b} played {r.at}.
- [{a} hid {t.a} {spot}|{a} put {t.a} {spot} and said, "Find it!"|First {a} [quietly|quickly|] hid {t.a} {spot}].
  what | What did {a} hide? | {t.an} | {a} hid {t.an}. | {a} hid {v.an}.
  where | Where did {a} hide the {t}? | {spot} | {a} hid the {t} {spot}. | {a} hid the {t} {spot3}.
- [{b} looked {spot2} first, but there was nothing|First {b} looked {spot2}|{b} thought that it was {spot2}, but that was wrong].
  where | Where did {b} look first? | {spot2} | {b} looked {spot2} first. | {b} looked {spot3} first.
-? [{a} laughed|"No, it is not there," said {a}|"You are cold," said {a}|{b} did not give up|"Now you are warm," said {a}].
- [Then {b} looked {spot} and found it|In the end {b} found the {t}|After a long time {b} [shouted, "I have it!"|held the {t} in {b.his} hand]].
  who | Who found the {t}? | {b} | {b} found the {t}. | {x} found the {t}.
> {a} hid the {t}
> {b} looked {spot2}
> {b} found the {t}
= {a} hid {t.an} {spot} and {b} found it.
= {b} looked for the {t} and found it {spot}.
* [The Game|Hide the {t}|A Game with {a.his} Friend]

# gives
- [It was the birthday of {b}|{b} had a birthday {d.on}|{when} {b} was {h} because {h.why}|{b} was {h} because {h.why}].
- [{a} gave {b.her} {t.a}|{a} bought {t.a} and gave it to {b}|So {a} made a present for {b}: {t.a}|{a} came [with a smile|to the door] and gave {b} {t.a}].
  what | What did {a} give {b}? | {t.an} | {a} gave {b} {t.an}. | {a} gave {b} {v.an}.
  who | Who got {t.an}? | {b} | {b} got {t.an} from {a}. | {a} got {t.an} from {b}.
-? ["Is it for me?" asked {b}|"It is for you," said {a}|"I hope you like it," said {a}|{b} opened it at once].
- [{b} put it {spot}|{b} kept the {t} {spot}|At home {b} put the {t} {spot}].
  where | Where did {b} put the {t}? | {spot} | The {t} is {spot}. | The {t} is {spot2}.
- [{b} was [happy|glad] because the {t} was so {y}|The {t} was very {y}, and {b} liked it|{b} liked the {t} because it was {y}].
  why | Why did {b} like the {t}? | because it was {y} | {b} liked the {t} because it was {y}. | {b} did not like the {t}.
> {a} gave {b} {t.an}
> {b} put the {t} {spot}
= {a} gave {b} {t.an}, and {b} liked it.
= {b} got {t.an} from {a}.
* [A Present for {b}|The Present|A {y} {t}]

# breaks
- [{a} took {t.a} from {b}|{when} {a} played with the {t} of {b}|{b} gave {a} {t.a} to hold|{a} had borrowed {t.a} from {b}].
  whose | Whose {t} was it? | {b} | The {t} was {b}'s. | The {t} was {a}'s.
- [{a} fell {p.at}, and the {t} broke|{a} ran too fast {p.at}, fell, and broke the {t}|{p.at} {a} dropped it, and it broke].
  where | Where did the {t} break? | {p.at} | The {t} broke {p.at}. | The {t} broke {q.at}.
  who | Who broke the {t}? | {a} | {a} broke the {t}. | {b} broke the {t}.
-? [{a} was {h}|"Oh no!" cried {a}|{a} did not know what to do|"I am sorry, {b}," said {a}|{b} was not angry].
- [{c} mended it with [some glue|a bit of rope|a nail]|Then {c} came and fixed the {t}|{c}, {j.a}, mended the {t}].
  who | Who mended the {t}? | {c} | {c} mended the {t}. | {x} mended the {t}.
- [Now it was as good as new|{b} took the {t} home again|{b} could use the {t} again|"It works again!" said {b}].
> {a} broke the {t}
> {c} mended the {t}
= {a} broke {b}'s {t}, and {c} mended it.
= {b}'s {t} broke {p.at}, but {c} mended it.
* [The Broken {t}|{c} Can Help|A Bad Fall]

# trades
- [{a} had {t.a} and {b} had {u.a}|{a} came with {t.a}, and {b} came with {u.a}|{when} {a} brought {t.a} and {b} brought {u.a}].
  what | What did {a} have first? | {t.an} | At first {a} had {t.an}. | At first {a} had {v.an}.
- [{a} liked the {u} more|{a} did not need {t.an}, but {b} did|{a} wanted the {u} and {b} wanted the {t}|"I like your {u}," said {a}].
-? ["Shall we trade?" asked {b}|"Give me the {u} and I give you the {t}," said {a}|They talked about it {p.at}|{b} thought for a while].
- [So they traded {p.at}|They met {p.at} and traded|{p.at} they made a trade].
  where | Where did they trade? | {p.at} | They traded {p.at}. | They traded {r.at}.
- [Now {a} has the {u} and {b} has the {t}|{a} went home with the {u}, and {b} went home with the {t}|{b} got the {t} and {a} got the {u}].
  who | Who has the {t} now? | {b} | {b} has the {t} now. | {a} has the {t} now.
  who | Who has the {u} now? | {a} | {a} has the {u} now. | {b} has the {u} now.
> {a} had the {t}
> {a} and {b} traded
> {b} got the {t}
= {a} and {b} traded {t.an} for {u.an}.
= {a} gave {b} the {t} and got the {u}.
* [A Good Trade|The {t} and the {u}|{a} and {b} Trade]

# moves
- [The {t} was {spot}|{a} put the {t} {spot} {when}|There was {t.a} {spot}].
  where | Where was the {t} first? | {spot} | First the {t} was {spot}. | First the {t} was {spot3}.
- [{b} took it and put it {spot2}|Then {b} came and moved it: now it was {spot2}|But {b} carried the {t} away and left it {spot2}].
  who | Who moved the {t}? | {b} | {b} moved the {t}. | {x} moved the {t}.
  where | Where is the {t} now? | {spot2} | The {t} is {spot2} now. | The {t} is {spot} now.
- [{a} looked {spot} and found nothing|{a} came back, but the {t} was gone|{a} wanted the {t} and did not find it].
-? ["Where is my {t}?" asked {a}|{a} was {h}|"Who took the {t}?" asked {a}].
- ["It is {spot2}," said {b}|{b} showed {a.her} the {t} {spot2}|So {b} told {a.her} to look {spot2}].
> {b} moved the {t}
> {a} looked for the {t}
= {b} moved the {t} and {a} did not find it at first.
= {a} looked for the {t}, but {b} had put it {spot2}.
* [Where Is It?|{b} Moves the {t}|The {t} Is Gone]

# lends
- [{a} needed {t.an}|{when} {a} wanted to use {t.an}, but {a.she} had none|"I need {t.an}," said {a}].
  what | What did {a} need? | {t.an} | {a} needed {t.an}. | {a} needed {v.an}.
- [{b} lent {a.her} one|{b} had one and lent it to {a}|"Take my {t}," said {b}].
  who | Who lent {a} the {t}? | {b} | {b} lent {a} the {t}. | {x} lent {a} the {t}.
- [{a} used it {p.at}|{a} took it {p.to}|{a} worked with it {p.at} all day].
- [{a} brought it back {d2.on}|{d2.on} {a.she} gave it back|{a} gave the {t} back {d2.on}].
  when | When did {a} give it back? | {d2.on} | {a} gave the {t} back {d2.on}. | {a} gave the {t} back {d.on}.
-? [It was [clean|as good as new]|"Thank you," said {a}. "It was a great help."|{b} was pleased|With it came {f.an} as a present].
> {a} needed {t.an}
> {b} lent {a} the {t}
> {a} gave the {t} back
= {b} lent {a} {t.an}, and {a} brought it back {d2.on}.
= {a} borrowed {t.an} from {b}.
* [The Borrowed {t}|{b} Lends a {t}|A Friend in Need]

# forgets
- [{a} went {p.to} {when}|{when} {a} went {p.to} by bus|{a} walked {p.to} {when}].
  where | Where did {a} go? | to {p.the} | {a} went to {p.the}. | {a} went to {r.the}.
- [{a.She} forgot {a.his} {t}|But {a.his} {t} was still at home|{a.She} had {u.an} with {a.her}, but {a.she} forgot the {t}].
  what | What did {a} forget? | {t.an} | {a} forgot the {t}. | {a} forgot the {v}.
-? ["I am so silly," said {a}|{a} was {h}|{a} [wanted to go back|looked in the bag twice]].
- [{b} saw the {t} {spot} and ran after {a.her}|{b} found it {spot} and brought it|So {b} took it from the place {spot} and came with it].
  where | Where was the {t}? | {spot} | The {t} was {spot}. | The {t} was {spot2}.
  who | Who brought the {t}? | {b} | {b} brought the {t}. | {a} brought the {t}.
- [{a} thanked {b}|"You are a good friend," said {a}|{a} laughed and took the {t}].
> {a} went to {p.the}
> {b} brought the {t}
= {a} forgot {a.his} {t}, and {b} brought it.
= {b} ran after {a} with the forgotten {t}.
* [The Forgotten {t}|{a} Forgets|Run, {b}!]

# returns
- [{a} found {t.a} {p.at}|{when} {a} saw {t.a} lying {p.at}|There lay {t.a} {p.at}, and {a} picked it up].
  where | Where did {a} find the {t}? | {p.at} | {a} found the {t} {p.at}. | {a} found the {t} {r.at}.
- ["Is it yours?" {a.she} asked {b}. "No," said {b}|{a} asked {b}, but it was not {b}'s {t}|First {a} went to {b}, but {b} said, "That is not mine"].
- [It was {c}'s {t}|"It is mine!" said {c}|Then {c} came and said that it was {c.his} {t}].
  whose | Whose {t} was it? | {c} | The {t} was {c}'s. | The {t} was {b}'s.
- [{a} gave it to {c}|{a} gave it back|So {c} got the {t} back].
-? [{c} gave {a.her} {f.an} as a thank you|"Thank you, {a}," said {c}|{c} was glad because {c.she} had looked for it all {e}].
> {a} found {t.an}
> {a} asked {b}
> {c} got the {t}
= {a} found {t.an} and gave it back to {c}.
= {c} got {c.his} {t} back from {a}.
* [Whose {t} Is It?|The Found {t}|{a} Asks]
`;
