import { placeBeside } from '../../ui/place.ts';

export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Opens an element as a popover beside its anchor: free space first, never past the window. */
export function openBeside(element: HTMLElement, anchor: Anchor): void {
  element.showPopover();
  const size = { width: element.offsetWidth, height: element.offsetHeight };
  const place = placeBeside(anchor, size, { width: innerWidth, height: innerHeight });
  element.style.setProperty('left', `${place.left}px`);
  element.style.setProperty('top', `${place.top}px`);
}
