export const CHROMIUM_ARGS: string[];
/** The path of a Chromium to test with: found, or else installed. */
export function findChromium(): Promise<string>;
