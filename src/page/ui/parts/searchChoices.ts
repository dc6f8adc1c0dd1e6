export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceGroup {
  readonly id: string;
  readonly heading: string;
  readonly choices: readonly Choice[];
}

export interface FoundChoices {
  readonly groups: readonly ChoiceGroup[];
  /** Found, and left out because of their number. */
  readonly nMore: number;
}

/** The choices in whose text or heading every word of `query` occurs, at most `most` of them. */
export function searchChoices(
  groups: readonly ChoiceGroup[],
  query: string,
  most: number,
): FoundChoices {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  let nFound = 0;
  const found = groups.map((group) => {
    const heading = group.heading.toLocaleLowerCase();
    const fits = ({ text }: Choice): boolean => {
      const own = text.toLocaleLowerCase();
      return words.every((word) => own.includes(word) || heading.includes(word));
    };
    const choices = group.choices.filter(fits);
    const room = Math.max(0, most - nFound);
    nFound += choices.length;
    return { ...group, choices: choices.slice(0, room) };
  });
  return {
    groups: found.filter(({ choices }) => choices.length > 0),
    nMore: Math.max(0, nFound - most),
  };
}
