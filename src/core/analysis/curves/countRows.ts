/** How many of these rising numbers are not above `limit`. */
export const rowsUpTo = (numbers: Float64Array, limit: number): number =>
  countWhile(numbers, (value) => value <= limit);

/** How many of these rising numbers are below `limit`. */
export const rowsBelow = (numbers: Float64Array, limit: number): number =>
  countWhile(numbers, (value) => value < limit);

/** How many numbers stand before the first one that `isBefore` denies. */
function countWhile(numbers: Float64Array, isBefore: (value: number) => boolean): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(numbers[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
