import { tick } from 'svelte';
import type { Finder, FindBar } from './index.ts';
import type { GridState } from '../grid-state.svelte.ts';
import { typedMeanwhile } from '../../ui/typed-meanwhile.ts';
import { finding } from '../later.ts';

/** Find and replace, whose code comes with the first search. */
export class LateFind {
  finder = $state.raw<Finder | null>(null);
  Bar = $state.raw<typeof FindBar | null>(null);
  /** The bar that is drawn, to give it the focus again. */
  bar = $state.raw<{ focus: () => void }>();

  constructor(private readonly grid: GridState) {}

  find(): void {
    this.#with((finder) => this.#show(finder));
  }

  replace(): void {
    this.#with((finder) => {
      finder.showReplace(true);
      this.#show(finder);
    });
  }

  next(back: boolean): void {
    if (this.finder?.open) this.finder.next(back);
    else this.find();
  }

  #show(finder: Finder): void {
    if (finder.open) this.bar?.focus();
    finder.open = true;
  }

  #with(use: (finder: Finder) => void): void {
    if (finding.here) this.#begin(finding.here, use);
    else void this.#fetched(use);
  }

  #begin({ Finder, FindBar }: NonNullable<typeof finding.here>, use: (finder: Finder) => void): void {
    this.Bar = FindBar;
    this.finder ??= new Finder(this.grid);
    use(this.finder);
  }

  async #fetched(use: (finder: Finder) => void): Promise<void> {
    const typed = typedMeanwhile();
    try {
      this.#begin(await finding.fetch(), use);
      await tick();
    } catch {
      // Asking again fetches again.
    } finally {
      const text = typed();
      if (text && this.finder) this.finder.text = text;
    }
  }
}
