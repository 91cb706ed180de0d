/** The system's own share sheet: on phones mostly, and inside few other browsers. */
const isShareable = (data: ShareData): boolean =>
  typeof navigator.share === 'function' &&
  (typeof navigator.canShare !== 'function' || navigator.canShare(data));

export const canShareText = (): boolean => isShareable({ text: 'text' });
export const canShareFile = (file: File): boolean => isShareable({ files: [file] });

/** Opens the share sheet; false = it could not be opened. Closing it is no failure. */
export async function shareBySystem(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** WeChat's own browser keeps files, the clipboard for pictures and the share sheet to itself. */
export const isInWeChat = (agent = navigator.userAgent): boolean => /MicroMessenger/i.test(agent);
