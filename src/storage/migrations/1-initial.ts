/**
 * Version 1: `plans` by id; `pages`, each the records of one kind and unit as text, by plan and page and by plan and the
 * number of the commit that wrote them last.
 */
export const initial = {
  version: 1,
  stores: {
    plans: 'id',
    pages: '[plan+page], [plan+seq]',
  },
} as const;
