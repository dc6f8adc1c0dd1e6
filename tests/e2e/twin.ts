/**
 * A small task in the Super-NaturalInstructions schema, in the older form whose fields are plain
 * strings: stands in for a real file of that collection where there is none.
 */
export function naturalInstructionsTwin(): string {
  const colours = ['red', 'blue', 'green', 'yellow', 'white', 'black', 'brown', 'pink'];
  const things = ['ball', 'hat', 'box', 'cup', 'kite', 'boat', 'bag', 'car', 'book', 'lamp'];
  const instances = colours.flatMap((colour) =>
    things.map((thing) => ({ input: `Mia has a ${colour} ${thing}.`, output: [colour] })),
  );
  return JSON.stringify({
    Contributors: ['Mixdesk'],
    Source: ['made for a test'],
    Categories: ['Question Answering'],
    Definition: 'Say which colour is named in the sentence.',
    'Positive Examples': [
      { input: 'Tom has a grey dog.', output: 'grey', explanation: 'The dog is grey.' },
    ],
    'Negative Examples': [],
    Instances: instances,
  });
}
