/**
 * Version 2: `versions`, earlier states of a plan, by plan and id and by plan and time; `parts`, the packed pages that
 * they consist of, by plan and hash of the content; `places`, where a plan is also kept as a file, by plan and the name
 * that this device gives the place.
 */
export const versionsAndPlaces = {
  version: 2,
  stores: {
    versions: '[plan+id], [plan+at]',
    parts: '[plan+hash]',
    places: '[plan+name]',
  },
} as const;
