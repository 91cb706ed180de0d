import { placeBeside, type Box } from './place.ts';

/** Keeps an element beside a box and inside the window, whatever its size becomes, until the returned function is called. */
export function keepBeside(element: HTMLElement, anchor: Box): () => void {
  const place = () => {
    const { left, top } = placeBeside(
      anchor,
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: innerWidth, height: innerHeight },
    );
    element.style.setProperty('left', `${String(left)}px`);
    element.style.setProperty('top', `${String(top)}px`);
  };
  const sizes = new ResizeObserver(place);
  sizes.observe(element);
  addEventListener('resize', place);
  place();
  return () => {
    sizes.disconnect();
    removeEventListener('resize', place);
  };
}
