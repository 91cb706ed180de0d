export interface ToastAction {
  readonly label: string;
  /** Shown beside the action, such as Ctrl Z. */
  readonly keys?: string;
  run(): void;
}
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | null;
}

const SHOWN_MS = 6000;
let toast = $state.raw<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;
let count = 0;

export const currentToast = (): Toast | null => toast;

/** One ink bar with one sentence for 6 s; a newer one takes its place. */
export function showToast(next: { text: string; action?: ToastAction }): void {
  toast = { id: ++count, text: next.text, action: next.action ?? null };
  keepToast();
  timer = setTimeout(dismissToast, SHOWN_MS);
}

/** While the pointer or the focus is on it, it stays. */
export const keepToast = (): void => clearTimeout(timer);

export function releaseToast(): void {
  keepToast();
  if (toast) timer = setTimeout(dismissToast, SHOWN_MS);
}

export function dismissToast(): void {
  keepToast();
  toast = null;
}
