/**
 * Whether the wheel is meant for this element: it has the focus, or the pointer is over it and nothing around it
 * could scroll instead.
 */
export const wheelMeans = (node: HTMLElement): boolean =>
  document.activeElement === node || !scrollsAround(node);

function scrollsAround(node: HTMLElement): boolean {
  for (let around = node.parentElement; around; around = around.parentElement) {
    if (around.scrollHeight <= around.clientHeight) continue;
    const isPage = around === document.documentElement;
    if (isPage || /auto|scroll/.test(getComputedStyle(around).overflowY)) return true;
  }
  return false;
}
