/**
 * Version 1: `plans` by id; `pages`, each the records of one kind and unit as text, by plan and page and by plan and the
 * number of the commit that wrote them last; `preferences` by name.
 */
export const initial = {
  version: 1,
  stores: {
    plans: 'id',
    pages: '[plan+page], [plan+seq]',
    preferences: 'name',
  },
} as const;
