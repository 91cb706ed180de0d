import type { Column } from '../../sheets/sheet.ts';

export type Choice = NonNullable<Column['choices']>[number];

/** What the list offers for the text typed so far: those that begin with it, then those that hold it. */
export function choicesFor(choices: readonly Choice[], text: string, touched: boolean): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  if (!touched || wanted === '') return choices;
  const label = (choice: Choice) => choice.label.toLowerCase();
  const starting = choices.filter((choice) => label(choice).startsWith(wanted));
  const holding = choices.filter((choice) => !starting.includes(choice) && label(choice).includes(wanted));
  return [...starting, ...holding];
}
