/** Visits, races, animals, journeys and weather. Notation: storySchemas.ts. */
export const adventureSchemas = `
# visits
- [{when} {a} visited {b} {p.at}|{a} went {p.to} {when} to see {b}|{b} lived {p.at}, and {when} {a} came to visit].
  when | When did {a} visit {b}? | {when} | {a} visited {b} {when}. | {a} never visited {b}.
  where | Where did {a} visit {b}? | {p.at} | {a} visited {b} {p.at}. | {a} visited {b} {r.at}.
- [{a} brought {f.an} and {t.a}|{a} had {t.a} and {f.an} in the bag|In {a.his} bag {a.she} had {f.an} and {t.a}].
  what | What did {a} bring to eat? | {f.an} | {a} brought {f.an}. | {a} brought {f2.an}.
- [They drank {drink} and ate the {f}|They talked, ate the {f} and drank {drink}|{b} made {drink}, and they shared the {f}].
  what | What did they drink? | {drink} | They drank {drink} with the {f}. | They drank honey with the {f}.
-? [{b} showed {a} {b.his} {n}|{b}'s {n} slept under the table|The {n} got a bit of it too].
- [When it got dark, {a} went home|Then {a} walked home|{a} stayed until the moon came out|"Come again soon," said {b}].
> {a} came to {p.the}
> {a} and {b} ate the {f}
= {a} visited {b} {p.at} and they ate {f.an}.
= {a} brought {f.an} to {b} and they had {drink} together.
* [A Visit to {b}|{a} Comes to Visit|Friends {p.at}]

# races
- [{a}, {b} and {c} ran a race {p.to}|{when} there was a race {p.at}: {a}, {b} and {c} ran|Three friends, {a}, {b} and {c}, [had|wanted to run] a race {p.at} {when}].
  list | Who ran in the race? | {a}, {b} and {c} | {a}, {b} and {c} ran in the race. | {a}, {b} and {x} ran in the race.
- [At first {b} was in front|{b} was the fastest at the start|"Go!" shouted somebody, and {b} ran in front].
  who | Who was in front at first? | {b} | {b} was in front at first. | {a} was in front at first.
- [But {b} fell over {t.a}|Then {b} stopped to look at {n.a}|But then {b} was tired and sat down].
- [{a} won, and {c} came second|{a} came first and {c} second|So {a} won the race, and {c} was second].
  who | Who won the race? | {a} | {a} won the race. | {b} won the race.
  who | Who came second? | {c} | {c} came second. | {a} came second.
- [The prize was {u.a}|{a} got {u.a} as a prize|They gave {a} {u.a}].
  what | What was the prize? | {u.an} | The prize was {u.an}. | The prize was {v.an}.
-? [{b} laughed about it|"I was too slow," said {b}|{a} was very {g}|"Well done!" said {c}].
> {b} was in front
> {a} won the race
= {a} won the race against {b} and {c}.
= {a}, {b} and {c} ran a race, and {a} won {u.an}.
* [The Race|{a} Wins|Who Is the Fastest?]

# runsaway
- [{a} had {n.a}|{a} took care of {n.a}|{n.a} lived with {a} {p.at}].
  what | Which animal did {a} have? | {n.an} | {a} had {n.an}. | {a} had {m.an}.
- [{when} the {n} ran away|The {n} ran away {when}|{when} the door was open and the {n} was gone].
  when | When did the {n} run away? | {when} | The {n} ran away {when}. | The {n} came back {when}.
-? [{a} cried|{a} called and called|{a} was {h}|{a} put up a picture of the {n}].
- [{b} saw it {q.at}|{b} met the {n} {q.at}|But {b} found the {n} {q.at}].
  where | Where was the {n}? | {q.at} | The {n} was {q.at}. | The {n} was {r.at}.
  who | Who saw the {n}? | {b} | {b} saw the {n}. | {x} saw the {n}.
- [The {n} was hungry, so {b} gave it {f.an}|It ate {f.an} from {b}'s hand and came along|{b} gave it {f.an} and took it home].
  what | What did {b} give the {n}? | {f.an} | {b} gave the {n} {f.an}. | {b} gave the {n} {f2.an}.
- [{a} was happy again|Now {a} always closes the door|"There you are!" said {a}].
> the {n} ran away
> {b} found the {n}
= {a}'s {n} ran away, and {b} found it {q.at}.
= {b} found the {n} of {a} {q.at}.
* [The {n} Runs Away|{a} and the {n}|Come Back, {n}!]

# night
- [{when} {a} heard a noise {p.at}|{a} and {b} slept {p.at}. There was a noise|It was dark, and {a} heard something {p.at}].
  where | Where was the noise? | {p.at} | The noise was {p.at}. | The noise was {r.at}.
- [{a} was scared because {h.why}|{a} was scared and held {b}'s hand|"What is that?" asked {a}. {a.She} {a.was} scared].
  feel | How did {a} feel? | scared | {a} was scared. | {a} was not scared at all.
- [{b} took {t.a} and looked|{b} stood up, took {t.a} and went to see|{b} went to look, with {t.a} in {b.his} hand].
  who | Who went to look? | {b} | {b} went to look. | {x} went to look.
  what | What did {b} take? | {t.an} | {b} took {t.an}. | {b} took {v.an}.
- [It was only {n.a}|There sat {n.a} {spot}|It was not a ghost, it was {n.a}].
  what | What made the noise? | {n.an} | {n.an} made the noise. | {m.an} made the noise.
- [They laughed and went back to bed|They gave it {f.an}, and it was quiet|"Good night, {n}," said {b}].
> {a} heard a noise
> {b} went to look
= {a} was scared of a noise, but it was only {n.an}.
= {b} found {n.an} that had made a noise {p.at}.
* [A Noise {p.at}|{a} Is Scared|The {n} in the Dark]

# boat
- [{a} and {b} took a boat on the [lake|river] {when}|{when} {a} and {b} went out in a boat|There was {big.a} at the water, but {a} and {b} took the boat {when}].
  when | When did they take the boat? | {when} | They took the boat {when}. | They took the boat a year ago.
- [Then the wind came, and {a} lost {a.his} {t}|{a} stood up, and {t.a} fell into the water|The boat shook, and {a}'s {t} fell into the water].
  what | What fell into the water? | {t.an} | {t.an} fell into the water. | {v.an} fell into the water.
- [{b} jumped in and got it|{b} pulled it out with {u.a}|{b} swam after it].
  who | Who got the {t} out of the water? | {b} | {b} got the {t} out. | {a} got the {t} out.
-? [Both were wet|They were cold, but they laughed|{n.a} watched them from the bank|Everything was wet].
- [They came back before {d2}|In the evening they were home|They dried the {t} {p.at}|They were home before it was dark].
> {a} and {b} went out in a boat
> {t.an} fell into the water
= {a}'s {t} fell into the water and {b} got it out.
= {a} and {b} took a boat, and {t.an} fell into the water.
* [The Boat Trip|The {t} in the Water|{a} and {b} on the Water]

# rain
- [{a} and {b} wanted to eat {p.at} {d.on}|{d.on} {a} and {b} planned a picnic {p.at}|{a} and {b} packed {f.an} and {t.a} for a picnic {p.at} {d.on}].
  when | When was the picnic? | {d.on} | The picnic was {d.on}. | The picnic was {d2.on}.
- [But then it rained|Then a storm came|But the rain began and did not stop|Then it began to snow].
- [They were sad because they could not eat outside|{a} was [sad|angry] because the {f} got wet|{b} was [sad|angry] because everything was wet].
- [So they ate {q.at}|They ran and ate {q.at}|{b} had an idea: they ate {q.at}].
  where | Where did they eat? | {q.at} | They ate {q.at}. | They ate {r.at}.
  where | Where did they want to eat? | {p.at} | They wanted to eat {p.at}. | They wanted to eat {r.at}.
-? [They played with {t.a} there|It was warm there|"This is even better," said {a}|They sang until it was dry].
> the bad weather came
> they ate {q.at}
= {a} and {b} had to eat {q.at} because of the weather.
= The weather was bad, so {a} and {b} ate {q.at}.
* [The Wet Picnic|A Picnic {p.at}|Bad Weather]

# late
- [{a} slept too long {d.on}|{d.on} {a} woke up late|{a}'s clock stood still {d.on}].
  when | When was {a} late? | {d.on} | {a} was late {d.on}. | {a} was late {d2.on}.
- [{a.She} ran {p.to}, but the bus was gone|The bus {p.to} had already left|{a.She} missed the bus {p.to}].
- [{b} came by with {n.a} and a cart|{b} came along on a bicycle|{b} saw {a.her} and stopped].
- ["Get on," said {b}|{b} took {a.her} along|"Come with me," said {b}].
  who | Who helped {a}? | {b} | {b} helped {a}. | {x} helped {a}.
- [So {a} was at work {p.at} in time|They were {p.at} before noon|So {a} came {p.to} after all].
  where | Where did {a} want to go? | to {p.the} | {a} wanted to go to {p.the}. | {a} wanted to go to {r.the}.
-? [{a} was glad|"Buy a new clock," said {b}|{a} bought {f.an} for {b}].
> {a} woke up late
> {b} took {a} along
= {a} missed the bus, but {b} took {a.her} {p.to}.
= {a} was late, and {b} helped {a.her}.
* [Too Late|{a} Misses the Bus|The Late Day]

# walk
- [{when} {a} went for a walk with {n.a}|{a} took {a.his} {n} for a walk {when}|{a} walked {p.to} with {n.a} {when}].
  when | When did {a} go for a walk? | {when} | {a} went for a walk {when}. | {a} stayed at home {when}.
- [First they came {p.to}|First they stopped {p.at}|They saw {m.a} {p.at}].
  where | Where were they first? | {p.at} | They were {p.at} first. | They were {r.at} first.
- [Then they met {b} {q.at}|After that they saw {b}, who worked {q.at}|Next they came {q.to}, and there was {b}].
  who | Who did {a} meet? | {b} | {a} met {b}. | {a} met {x}.
  where | Where did {a} meet {b}? | {q.at} | {a} met {b} {q.at}. | {a} met {b} {r.at}.
- [{b} gave the {n} {f.an}|{b} had {f.an} for the {n}|The {n} took {f.an} out of {b}'s bag].
- [At last they were home, and the {n} was tired|Then they went home|In the end they ran home because it was late].
> {a} was {p.at}
> {a} met {b}
= {a} and the {n} went for a walk and met {b} {q.at}.
= On a walk {a} met {b}.
* [A Walk with the {n}|The Long Walk|{a} Meets {b}]

# market
- [{a} went to the market with {k.d} coins|{a} had {k} coins and went to the market|{when} {a} took {k} coins to the market].
  number | How many coins did {a} have first? | {k} | {a} had {k} coins first. | {a} had {sum} coins first.
- [{a.She} bought {t.a} for {i} [of them|]|{t.a} cost {i}, and {a.she} bought it|{b} sold {a.her} {t.a} for {i}].
  what | What did {a} buy? | {t.an} | {a} bought {t.an}. | {a} bought {v.an}.
- [Now {a.she} had {diff} left|Then {a.she} had {diff} left|After that {a.she} counted: {diff} left].
  number | How many were left? | {diff} | {a} had {diff} left. | {a} had {sum} left.
-? [The {t} was {y}|"It is {y}, but good," said {b}|{a} carried it home].
> {a} went to the market
> {a} bought {t.an}
= {a} bought {t.an} at the market.
= {a} paid {i} for {t.an}.
* [At the Market|{a} Buys a {t}|The Price of the {t}]
`;
