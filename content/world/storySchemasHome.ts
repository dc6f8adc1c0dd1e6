/** Cooking, building, painting, planting, learning, quarrels and letters. Notation: storySchemas.ts. */
export const homeSchemas = `
# cooks
- [{when} {a} cooked soup for {b} and {c}|{a} wanted to make soup for {b} and {c} {when}|{b} and {c} came to dinner, and {a} made soup].
  who | Who made the soup? | {a} | {a} made the soup. | {b} made the soup.
- [{a.She} put {f.an} and {f2.an} in it|Into the pot went {f.an} and {f2.an}|{a.She} took {f.an}, {f2.an} and some water].
  what | What was in the soup? | {f.an} and {f2.an} | There was {f.an} in the soup. | There was {t.an} in the soup.
- [{b} said it was too hot|"It is too hot," said {b}|{b} tasted it and shouted, "Hot!"].
  why | Why did {b} wait? | because it was too hot | {b} found the soup too hot. | {b} found the soup too cold.
-? [They waited and played with {t.a}|The {n} wanted some too|{a} opened the window|So they waited].
- [{c} ate three plates of it|In the end {c} ate most of it|{c} liked it best and asked for more].
  who | Who liked it best? | {c} | {c} liked the soup best. | {b} liked the soup best.
> {a} made soup
> {c} ate a lot
= {a} made soup for {b} and {c}.
= {a} cooked soup, and {c} liked it best.
* [The Hot Soup|{a} Cooks|Soup for Two]

# shares
- [{a} had {f.an}, but {b} had nothing to eat|{when} {a} sat {p.at} with {f.an}. {b} had none|{b} had no food with {b.her} and looked at {a}'s {f}].
  what | What did {a} have to eat? | {f.an} | {a} had {f.an} to eat. | {a} had {f2.an} to eat.
- [{a} cut it in two|So {a} broke the {f} in two|"Here, take half," said {a}].
- [{b} said thank you and gave {a.her} {t.a}|For that {b} gave {a} {t.a}|Later {b} brought {t.a} for {a}].
  what | What did {b} give {a}? | {t.an} | {b} gave {a} {t.an}. | {b} gave {a} {v.an}.
-? [Both were full|Even {n.a} got a little|They sat {spot} and ate|"Half of it is enough," said {a}].
- [Since then they [eat|always eat] together {d.on}|They agreed to meet again {d.on}|{d.on} they met again].
  when | When do they meet again? | {d.on} | They meet {d.on}. | They meet {d2.on}.
> {a} shared the {f}
> {b} gave {a} {t.an}
= {a} shared {f.an} with {b}.
= {b} got half of the {f} and gave {a} {t.an}.
* [Half of the {f}|{a} Shares|Food for Two]

# builds
- [{a} and {b} built {big.an} out of {l}|{when} {a} and {b} wanted to build {big.an} of {l}|{a} had a plan: {big.an} made of {l}. {b} helped].
  what | What did they build? | {big.an} | They built {big.an}. | They built a house.
  what | What was it made of? | {l} | It was made of {l}. | It was made of {l2}.
- [They worked {p.at} for {k} days|It took {k} days. They worked {p.at}|For {k} days they were busy {p.at}].
  number | How many days did it take? | {k} | It took {k} days. | It took {sum} days.
  where | Where did they work? | {p.at} | They worked {p.at}. | They worked {r.at}.
-? [{a} cut and {b} carried|First it was too {y}|{c} came to look|"Hold this," said {a}].
- [{b} painted it {o}|In the end {b} painted it {o}|When it was done, they painted it {o}].
  colour | Which colour did they paint it? | {o} | It is {o} now. | It is {o2} now.
- [{c} was the first to use it|{c} said that it was the best in the village|They gave it to {c}].
> they worked for {k} days
> they painted it {o}
= {a} and {b} built {big.an} and painted it {o}.
= {a} and {b} made {big.an} of {l}.
* [The New {big}|Building a {big}|{a} Has a Plan]

# paints
- [{a} painted {t.an} in {o}|{when} {a} took a brush and painted {a.his} {t} {o}|{a} had some {o} paint and painted {a.his} {t} {o}].
  colour | Which colour did {a} use? | {o} | {a} painted with {o}. | {a} painted with {o2}.
- [The {n} walked over it|Then the {n} of {b} sat on it|{b}'s {n} ran into the paint].
- [Now the {n} was {o} too|So the {n} got {o} feet|Soon there were {o} feet all over the floor].
  colour | Which colour did the {n} get? | {o} | The {n} got {o} feet. | The {n} got {o3} feet.
- [{b} washed the {n} {p.at}|{b} took the {n} {p.to} and washed it|So {b} washed it with water {p.at}].
  who | Who washed the {n}? | {b} | {b} washed the {n}. | {x} washed the {n}.
  where | Where did {b} wash the {n}? | {p.at} | {b} washed the {n} {p.at}. | {b} washed the {n} {r.at}.
-? [{a} laughed until {a.she} cried|"What a funny {n}!" said {a}|{b} was a little {h}].
> {a} painted
> {b} washed the {n}
= {a} painted, and {b}'s {n} got {o} feet.
= {b} washed the {n} because it had walked over the paint.
* [The {o} {n}|{a} Paints|{o} Feet]

# plants
- [{a} planted [a seed|a small tree] {p.at}|{when} {a} dug a hole {p.at} and planted [a seed|a tree]|{p.at} {a} planted [a tree|something small]].
  where | Where did {a} plant it? | {p.at} | {a} planted it {p.at}. | {a} planted it {r.at}.
- [{b} gave it water every {e}|Every {e} {b} came with water|{b} watered it every {e}].
  when | When did {b} give it water? | every {e} | {b} gave it water every {e}. | {b} never gave it water.
  who | Who gave it water? | {b} | {b} gave it water. | {x} gave it water.
-? [{n.a} wanted to eat it|It grew slowly|Nothing happened for a long time|{a} put {t.a} next to it].
- [After {k} weeks they had {f.an}|They waited for {k} weeks, and then there was {f.an}|{k} weeks later they could eat {f.an}].
  number | How many weeks did they wait? | {k} | They waited for {k} weeks. | They waited for {sum} weeks.
- [They gave it to {c}|{c} was allowed to eat it|{a} cut it, and {c} got the first piece].
> {a} planted it
> {b} gave it water
= {a} planted it, {b} watered it, and {c} ate the {f}.
= After {k} weeks {a} and {b} had {f.an}.
* [The Little Plant|Waiting for {f.an}|{a} Plants Something]

# learns
- [{a} wanted to learn to [swim|dance|ride|sing|read]|{a} could not [swim|dance|ride|sing|read] yet|"I cannot [swim|dance|sing|ride]," said {a}].
- [{b}, {j.a}, taught {a.her} {p.at}|{b} was {j.a} and showed {a.her} how to do it {p.at}|So {b}, {j.a}, helped {a.her} {p.at}].
  who | Who taught {a}? | {b} | {b} taught {a}. | {x} taught {a}.
  job | What was {b}? | {j.a} | {b} was {j.a}. | {b} was {j2.a}.
  where | Where did {b} teach {a}? | {p.at} | {b} taught {a} {p.at}. | {b} taught {a} {r.at}.
- [At first it was hard|The first day went badly|{a} tried {k} times|{a} got {h} and wanted to stop].
-? ["Try it once more," said {b}|"Slowly," said {b}. "You have time"|{b} did not lose patience|The {n} watched].
- [{d.on} {a} could do it|Then, {d.on}, it worked|{a} did it for the first time {d.on}].
  when | When could {a} do it? | {d.on} | {a} could do it {d.on}. | {a} could do it {d2.on}.
- [{a} was {g} because the work was done|{a} was {g} because it was so easy now|Everybody clapped, and {a} was {g}].
  feel | How did {a} feel in the end? | {g} | {a} was {g} in the end. | {a} was {h} in the end.
> {b} taught {a}
> {a} could do it
= {b} taught {a} something new {p.at}.
= {a} learned it from {b}, {j.a}.
* [{a} Learns|Once More|A Good Teacher]

# quarrel
- [{a} and {b} both wanted the {t}|There was only one {t}, and {a} and {b} both wanted it|{when} {a} and {b} wanted to play with the same {t}].
  what | What did both want? | the {t} | {a} and {b} wanted the {t}. | {a} and {b} wanted the {v}.
- [{a} pulled and {b} pulled|"It is mine!" said {a}. "No, mine!" said {b}|{b} took it, and {a} shouted].
- [{a} was angry because {b} did not let go|{a} was angry because nobody listened|{a} ran {p.to} because {a.she} {a.was} angry].
  feel | How did {a} feel? | angry | {a} was angry. | {a} was not angry.
- [{c} came and said, "Take turns!"|Then {c} had an idea: they should take turns|"First {a}, then {b}," said {c}].
  who | Who had the idea? | {c} | {c} had the idea. | {x} had the idea.
- [So {a} had it first, and {b} after {a.her}|{a} played with it in the morning and {b} in the afternoon|Now {a} has it {d.on} and {b} has it {d2.on}].
-? ["I am sorry," said {a}|"Sorry," said {b}|After that they were friends again|Both were {g}].
> {a} and {b} quarrelled
> {c} had an idea
= {a} and {b} both wanted the {t}, and {c} had an idea.
= {c} told {a} and {b} to take turns.
* [One {t} for Two|The Quarrel|Take Turns]

# letter
- [{a} wrote a letter to {b}|{when} {a} sat {p.at} and wrote to {b}|{b} was far away, so {a} wrote a letter].
  who | Who wrote the letter? | {a} | {a} wrote the letter. | {b} wrote the letter.
- [In it {a.she} wrote, "Come and see my {n}"|It said, "I have {n.a} now"|The letter told about {n.a}].
  what | Which animal was in the letter? | {n.an} | The letter told about {n.an}. | The letter told about {m.an}.
- [{c} carried it {q.to}|{c} took the letter {q.to}|{c}, {j.a}, brought it {q.to}].
  who | Who carried the letter? | {c} | {c} carried the letter. | {b} carried the letter.
  where | Where did {c} take the letter? | to {q.the} | {c} took the letter to {q.the}. | {c} took the letter to {r.the}.
- [{b} read it twice|{b} read it and laughed|{b} was {g} when {b.she} read it].
- [{b} answered {d.on}|{d.on} {b} wrote back|The answer came {d.on}].
  when | When did {b} answer? | {d.on} | {b} answered {d.on}. | {b} answered {d2.on}.
> {a} wrote a letter
> {c} carried the letter
> {b} answered
= {a} wrote a letter to {b}, and {b} answered {d.on}.
= {a} wrote to {b} about {n.an}.
* [A Letter to {b}|The Letter|News from {a}]

# waits
- [{a} waited for {b} {p.at}|{when} {a} stood {p.at} and waited for {b}|{a} and {b} wanted to meet {p.at}. {a} was there first].
  where | Where did {a} wait? | {p.at} | {a} waited {p.at}. | {a} waited {r.at}.
- [{b} did not come because {b.she} had lost {t.an}|But {b} was late: {b.his} {t} was gone|{b} was still looking for {b.his} {t}].
- [{a} counted {n.s} and ate {f.an}|{a} ate {f.an} and looked at the clouds|{a} was {h} because nobody came].
-? [It got dark|An hour went by|"Where is {b}?" {a} asked {c}|{c} came by and waited too].
- [At last {b} came with {u.a}|Then {b} came running, with {u.a}|{b} came in the end and brought {u.a}].
  what | What did {b} bring? | {u.an} | {b} brought {u.an}. | {b} brought {v.an}.
  who | Who was late? | {b} | {b} was late. | {a} was late.
> {a} waited
> {b} came
= {a} waited for {b}, who came late.
= {b} came late and brought {u.an}.
* [{a} Waits|Where Is {b}?|A Long Wait]

# helps
- [{a} had to carry {big.a} {p.to}|{when} {a} wanted to bring {big.a} {p.to}|{a} bought {big.a} and had to get it {p.to}].
  what | What did {a} have to carry? | {big.an} | {a} had to carry {big.an}. | {a} had to carry {v.an}.
- [It was too heavy|But {a} was not strong enough|It was so heavy that {a} stopped {q.at}].
  why | Why did {a} need help? | because it was too heavy | It was too heavy for {a}. | It was very light.
- [{b} and {c} saw {a.her} and helped|{b} took one end and {c} the other|{a} called, and {b} and {c} came].
  list | Who helped {a}? | {b} and {c} | {b} and {c} helped {a}. | {x} helped {a}.
- [{p.at} they [put it down|sat down on the floor]|They got it {p.to} {e.at}|Together they brought it {p.to}].
- [{a} gave each of them {f.an}|Then {a} bought {f.s} for everybody|"{f.s} for all of you," said {a}].
  what | What did {a} give them? | {f.s} | {a} gave them {f.s}. | {a} gave them {f2.s}.
> {a} tried to carry {big.an}
> {b} and {c} helped
= {b} and {c} helped {a} to carry {big.an}.
= {a} brought {big.an} {p.to} with the help of {b} and {c}.
* [The Heavy {big}|Many Hands|{a} Needs Help]

# counts
- [{a} had {k} {f.s}|There were {k} {f.s} in {a}'s bag|{when} {a} picked {k} {f.s}].
  number | How many {f.s} did {a} have first? | {k} | {a} had {k} {f.s} first. | {a} had {diff} {f.s} first.
- [{a.She} gave {i.food} to {b}|{b} ate {i.food}|{b} came {p.at} and got {i.food}].
  who | Who got some of them? | {b} | {b} got some of them. | {x} got some of them.
- [Now {a} had only {diff.food}|That left {diff.food} for {a}|{a} counted what was left: {diff.food}].
  number | How many were left? | {diff} | {a} had {diff.food} left. | {a} had {sum.food} left.
-? [{a} took the rest home|The {n} wanted one too|{a} went {p.to} with the rest|"That is still enough," said {a}].
> {a} had {k} {f.s}
> {b} got {i.food}
= {b} got {i.food} from {a}.
= {a} had {k} {f.s}, and {b} got {i} of them.
* [{k} {f.s}|{a} Counts|The Bag of {f.s}]

# sick
- [{b} was sick and stayed at home {d.on}|{d.on} {b} had to stay in bed|{b} was ill {d.on} and could not come {p.to}].
  when | When was {b} sick? | {d.on} | {b} was sick {d.on}. | {b} was sick {d2.on}.
- [{a} brought {b.her} {mass} and {t.a}|{a} came with some {mass} and {t.a}|{a} bought {t.a} and made {mass} for {b.her}].
  who | Who came to {b}? | {a} | {a} came to {b}. | {x} came to {b}.
  what | What did {b} get to eat or drink? | {mass} | {b} got {mass}. | {b} got {mass2}.
- [{a} read to {b.her} about {n.a}|They looked at a book about {n.s}|{a} told {b.her} a story about {n.a}].
- ["You must sleep," said {a}|{b} slept for {k} hours|{b} took it and slept].
- [{d2.on} {b} was well again|{b} was well again {d2.on}|So {b} got well, and {d2.on} they met {p.at}].
  when | When was {b} well again? | {d2.on} | {b} was well again {d2.on}. | {b} was sick until the summer.
> {b} was sick
> {a} brought {mass}
> {b} was well again
= {a} helped {b}, who was sick.
= {b} was sick {d.on} and well again {d2.on}.
* [{b} Is Sick|Get Well, {b}!|{mass} for {b}]
`;
