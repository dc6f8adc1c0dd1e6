/** Calls back with each frame that the page draws and its time, ms, until what is returned is called. */
export function watchFrames(each: (ms: number) => void): () => void {
  let handle = requestAnimationFrame(function next(ms) {
    each(ms);
    handle = requestAnimationFrame(next);
  });
  return () => cancelAnimationFrame(handle);
}
