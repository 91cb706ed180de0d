/** What is typed while the code of a bar is on its way is meant for the bar: the text, when it is asked for. */
export function typedMeanwhile(): () => string {
  let text = '';
  const take = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return;
    text += event.key;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('keydown', take, true);
  return () => {
    removeEventListener('keydown', take, true);
    return text;
  };
}
