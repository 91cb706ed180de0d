export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 4;
const EDGE = 8;

/**
 * Where an overlay of a size opens beside its anchor: below and left-aligned, or above where there is more room, and
 * never past the window.
 */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
): { left: number; top: number } {
  const below = anchor.bottom + GAP;
  const above = anchor.top - GAP - size.height;
  const fitsBelow = below + size.height <= view.height - EDGE;
  const top = fitsBelow || above < EDGE ? below : above;
  const left = Math.min(anchor.left, view.width - EDGE - size.width);
  return {
    left: Math.max(EDGE, left),
    top: Math.max(EDGE, Math.min(top, view.height - EDGE - Math.min(size.height, view.height - 2 * EDGE))),
  };
}
