/** A Mac's keyboard has one key for erasing, and its browsers move the caret with Option and arrows. */
export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);
