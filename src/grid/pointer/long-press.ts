const HOLD = 500;
const STILL = 10;

/**
 * A finger that stays on a cell opens its menu, as the right button does. It opens once the finger is lifted: a
 * popover that opens under it would be closed by the very same touch.
 */
export class LongPress {
  /** The click that ends a long press is no tap. */
  held = false;
  private timer = 0;
  private pressed: PointerEvent | null = null;

  constructor(
    private readonly chosen: (at: MouseEvent) => void,
    private readonly open: (at: MouseEvent) => void,
  ) {}

  down(event: PointerEvent): void {
    this.stop();
    this.held = false;
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    this.pressed = event;
    this.timer = window.setTimeout(() => this.hold(), HOLD);
  }

  /** A finger that scrolls holds nothing. */
  move({ clientX, clientY }: PointerEvent): void {
    const { pressed } = this;
    if (pressed && !this.held && Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > STILL)
      this.stop();
  }

  /** Some browsers say themselves that it is held. True: they were speaking of a finger. */
  hold(): boolean {
    const { pressed } = this;
    if (!pressed) return false;
    clearTimeout(this.timer);
    if (!this.held) this.chosen(pressed);
    this.held = true;
    return true;
  }

  up(): void {
    const { pressed, held } = this;
    this.stop();
    // After the events of the lifted finger.
    if (pressed && held) setTimeout(() => this.open(pressed));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.pressed = null;
  }
}
