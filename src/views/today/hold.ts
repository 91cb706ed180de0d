const LONG = 500;
const AGAIN = 140;

/** A press that is a tap when it is short, and acts again and again while it is held. */
export class Hold {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;

  constructor(
    private readonly tap: () => void,
    private readonly held: () => void,
  ) {}

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.up();
    this.#held = false;
    this.#timer = setTimeout(() => this.#again(), LONG);
  };

  /** The finger is off, or went on to scroll. */
  readonly up = (): void => clearTimeout(this.#timer);

  /** The browser says click after a long press, too: that one is over already. */
  readonly click = ({ detail }: MouseEvent): void => {
    const byKey = detail === 0;
    if (byKey || !this.#held) this.tap();
    this.#held = false;
  };

  #again(): void {
    this.#held = true;
    this.held();
    this.#timer = setTimeout(() => this.#again(), AGAIN);
  }
}
