/** Replaces word by word, keeping the signs between words. */
export function solve(input: string): string {
  const [rule = '', ...rest] = input.split(': ');
  const [from, to = ''] = rule.split(' -> ');
  return rest
    .join(': ')
    .split(/(\w+)/)
    .map((piece) => (piece === from ? to : piece))
    .join('');
}
