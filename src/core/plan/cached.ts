/** One value kept until a part of what it was made of changes. */
export class Cached<T> {
  #basis: readonly unknown[] | null = null;
  #value: T | undefined;

  /** The same value, to be kept by itself. */
  copy(): Cached<T> {
    const copy = new Cached<T>();
    copy.#basis = this.#basis;
    copy.#value = this.#value;
    return copy;
  }

  get(basis: readonly unknown[], make: (previous: T | undefined) => T): T {
    if (this.#basis?.every((part, at) => part === basis[at])) return this.#value as T;
    this.#value = make(this.#value);
    this.#basis = basis;
    return this.#value;
  }
}
