/**
 * Makes a call whose callback falls silent when the call has settled. Results and reports travel on
 * ports of their own, so the last reports may come after the result, and must not undo it.
 */
export async function untilSettled<Report extends readonly unknown[], T>(
  report: (...words: Report) => void,
  call: (report: (...words: Report) => void) => Promise<T>,
): Promise<T> {
  let isUnderWay = true;
  try {
    return await call((...words) => {
      if (isUnderWay) report(...words);
    });
  } finally {
    isUnderWay = false;
  }
}
