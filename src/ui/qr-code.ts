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
