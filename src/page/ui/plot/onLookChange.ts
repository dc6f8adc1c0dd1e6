/** Calls back when colours on the page may have changed: theme, projector, contrast. Returns what ends it. */
export function onLookChange(changed: () => void): () => void {
  const attributes = new MutationObserver(changed);
  attributes.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-projector'],
  });
  const queries = [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    attributes.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
