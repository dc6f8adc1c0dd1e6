/** What one does with a thing: 'key' → 'open the door'. */
export const useOf: ReadonlyMap<string, string> = new Map(
  `key: open the door, lamp: see in the dark, book: read a story, pen: write a letter, pencil: draw a picture,
   cup: drink some tea, spoon: eat the soup, knife: cut the bread, bag: carry many things, hat: keep the sun away,
   coat: stay warm in the snow, umbrella: stay dry in the rain, clock: know the time, map: find the way,
   drum: make music, ball: play a game, kite: let something fly in the wind, rope: tie the boat,
   coin: pay for a bun, mirror: look at a face, candle: light the room, ladder: climb on the roof,
   bucket: carry water, blanket: sleep well, bell: call the children, sled: ride down the snow,
   brush: paint the wall, basket: collect apples, bottle: take water along, plate: put food on it`
    .split(',')
    .map((entry) => {
      const [thing = '', use = ''] = entry.trim().split(': ');
      return [thing, use];
    }),
);
