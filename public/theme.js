// Runs before the first paint, so that a dark page never flashes white. src/ui/theme.svelte.ts takes over.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('backcast.theme');
  } catch {
    // The store is refused: the system decides.
  }
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
