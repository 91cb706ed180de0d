import type { Fill } from '../../charts/picture.ts';
import type { GapPart } from '../../model/planning.ts';

/** How each part of a gap is drawn, by colour and by texture; luck is hatched everywhere. */
export const PART_FILLS: Readonly<Record<GapPart, Fill>> = {
  goalSet: { ink: 'ink-3', texture: 'hollow' },
  carried: { ink: 'ink-3', texture: 'hatch' },
  calendar: { ink: 'ink-3', texture: 'levels' },
  execution: { ink: 'd-1', texture: 'solid' },
  ability: { ink: 'd-2', texture: 'stripes' },
  size: { ink: 'd-3', texture: 'dots' },
  luck: { ink: 'd-4', texture: 'hatch' },
  other: { ink: 'd-3', texture: 'levels' },
  unexplained: { ink: 'ink-3', texture: 'dots' },
};
