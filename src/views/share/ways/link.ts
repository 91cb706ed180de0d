import { codeOf, linkOf } from '../../../files/slice/link.ts';
import type { Month } from '../../../model/time.ts';
import type { Giving } from '../files.svelte.ts';

export interface MadeLink {
  readonly url: string;
  /** The same for a code: mostly capitals. */
  readonly code: string;
}

/** One person's part as a link; null = nobody of that key. What leaves the device counts as published. */
export async function makeLink(giving: Giving, unit: string, month: Month): Promise<MadeLink | null> {
  const bytes = await giving.linkBytes(unit, month);
  if (!bytes) return null;
  const here = `${location.origin}${location.pathname}`;
  return { url: here + linkOf(bytes), code: here + codeOf(bytes) };
}

/** Draws a code with as little correction as there is, so that much goes in; false = it has no room. */
export async function drawCode(canvas: HTMLCanvasElement, text: string): Promise<boolean> {
  const { correction, generate } = await import('lean-qr');
  try {
    const code = generate(text, { minCorrectionLevel: correction.L });
    const SCALE = 4;
    const small = document.createElement('canvas');
    code.toCanvas(small, { pad: 0 });
    canvas.width = canvas.height = code.size * SCALE;
    const context = canvas.getContext('2d');
    if (!context) return false;
    context.imageSmoothingEnabled = false;
    context.drawImage(small, 0, 0, canvas.width, canvas.height);
    return true;
  } catch {
    return false;
  }
}
