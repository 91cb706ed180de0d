interface Agent {
  readonly userAgentData?: { readonly platform?: string };
}

/** What a device is called until somebody gives it a better name. */
export function deviceName(): string {
  const told = (navigator as Agent).userAgentData?.platform;
  if (told) return told;
  const known = /Windows|Macintosh|Android|iPhone|iPad|CrOS|Linux/.exec(navigator.userAgent)?.[0];
  return known === 'Macintosh' ? 'macOS' : (known ?? 'PC');
}
