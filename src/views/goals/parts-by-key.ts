const FOCUSABLE = 'button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea, a[href]';
const CHOSEN = 'input[type="radio"]:checked:not(:disabled)';

/** What F6 goes round: Tab walks from cell to cell, and would leave the sheet only behind its last one. */
export function goToNextPart(sheet: HTMLElement, back: boolean): void {
  const { parentElement: view } = sheet;
  const parts = [
    sheet.querySelector('[role="toolbar"]'),
    sheet.querySelector('.sink')?.parentElement,
    sheet.querySelector('.bar'),
    view?.querySelector('aside'),
  ].flatMap((part) => {
    const target = part?.querySelector<HTMLElement>('.sink') ?? (part && firstIn(part));
    return part && target ? [{ part, target }] : [];
  });
  const at = parts.findIndex(({ part }) => part.contains(document.activeElement));
  const sheetAt = parts.findIndex(({ target }) => target.matches('.sink'));
  const next = at < 0 ? sheetAt : (at + (back ? parts.length - 1 : 1)) % parts.length;
  parts[next]?.target.focus();
}

const firstIn = (part: Element): HTMLElement | null =>
  part.querySelector<HTMLElement>(CHOSEN) ?? part.querySelector<HTMLElement>(FOCUSABLE);

/** What had the focus has gone with a change: the sheet goes on with the keys. */
export function focusSheet(sheet: HTMLElement | undefined): void {
  if (document.activeElement !== document.body) return;
  sheet?.querySelector<HTMLElement>('.sink')?.focus({ preventScroll: true });
}
