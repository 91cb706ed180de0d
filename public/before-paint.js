// Runs before the first paint: a dark page never flashes white, and the first run shows its words before its code is
// here. src/ui/theme.svelte.ts and src/main.ts take over and follow the same rules.
(function () {
  var kept = function (name) {
    try {
      return localStorage.getItem('backcast.' + name);
    } catch {
      // The store is refused: the system decides.
      return null;
    }
  };
  var root = document.documentElement;
  var theme = kept('theme');
  var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'dark' : 'light';
  var known = (navigator.languages || []).find((tag) => /^(zh|en)\b/i.test(tag)) || 'en';
  root.lang = kept('language') || (/^zh/i.test(known) ? 'zh-CN' : 'en');
  if (kept('lastPlan') === null && /^(#?\/?|#\/new)$/.test(location.hash)) root.dataset.begins = 'new';
})();
