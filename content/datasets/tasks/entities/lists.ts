import { listing } from './listing.ts';

export const nerPeople = listing({
  id: 'ner_people',
  name: 'Find the people',
  kind: 'person',
  definition: 'List the names of all people in the text, with commas between them.',
  definitionZh: '按文中出现的顺序列出所有人名，用逗号隔开。',
  wordings: `
    List the people in the text.
    Who is in this story? Write the names.
    Copy every name of a person from the text below, one after the other, and put a comma between two names.
    Which people does it name?
    > Now write down all the people, with commas.
    > Find the names of the persons above.
    Write all the people of the text, with commas.
    Which names of people can you read here?
    > Name everybody in this story.
    > List the persons that the text names.
    ? Write the names of everybody in the story.
    ? > Which persons are named in this text? List them.`,
});

export const nerPlaces = listing({
  id: 'ner_places',
  name: 'Find the places',
  kind: 'place',
  definition:
    'List all places that the text names, with commas between them. Write none if there is no place.',
  definitionZh: '列出文中提到的所有地点，用逗号隔开；没有地点就写 none。',
  wordings: `
    List the places in the text.
    Where does it happen? Write every place.
    Copy every word for a place from the text below, in order, and put a comma between two words.
    Which places are named?
    > Now write down all the places, with commas.
    > Find the places above, or write none.
    Write every place that the text names, with commas.
    > Which names of places can you read here?
    ? Write all the places of the story.
    ? > Which places does this text name? List them.`,
});

export const nerThings = listing({
  id: 'ner_things',
  name: 'Find the things',
  kind: 'thing',
  definition:
    'List all things (no animals, no food) that the text names, with commas between them. Write none if there is none.',
  definitionZh: '列出文中提到的所有物品（不含动物和食物），用逗号隔开；没有就写 none。',
  wordings: `
    List the things in the text.
    Which things can you find here?
    Copy every word for a thing from the text below, in order, and put a comma between two words.
    What things are named? Write them with commas.
    > Now write down all the things.
    > Find the things above, or write none.
    Which things does the story name?
    List every thing in it, with commas.
    > Write the things that are named above.
    > What things can you read about here?
    ? Write all the things of the story.
    ? > Which things does this text name? List them.`,
});

export const nerAnimals = listing({
  id: 'ner_animals',
  name: 'Find the animals',
  kind: 'animal',
  definition:
    'List all animals that the text names, with commas between them. Write none if there is no animal.',
  definitionZh: '列出文中提到的所有动物，用逗号隔开；没有动物就写 none。',
  wordings: `
    List the animals in the text.
    Which animals come into this story?
    Copy every word for an animal from the text below, in order, and put a comma between two words.
    What animals are there? Write them.
    > Now write down all the animals, with commas.
    > Find the animals above, or write none.
    Which animals does the story name?
    List every animal in it, with commas.
    > Write the animals that are named above.
    > What animals can you read about here?
    ? Write all the animals of the story.
    ? > Which animals does this text name? List them.`,
});

export const nerColours = listing({
  id: 'ner_colours',
  name: 'Find the colours',
  kind: 'colour',
  definition:
    'List all colours that the text names, with commas between them. Write none if there is no colour.',
  definitionZh: '列出文中提到的所有颜色，用逗号隔开；没有颜色就写 none。',
  wordings: `
    List the colours in the text.
    Which colours can you read here?
    Copy every word for a colour from the text below, in order, and put a comma between two words.
    What colours are there? Write them.
    > Now write down all the colours, with commas.
    > Find the colours above, or write none.
    ? Write all the colours of the story.
    ? > Which colours does this text name? List them.`,
});
