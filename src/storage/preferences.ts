import type { Json } from '../model/json.ts';
import type { Database } from './db.ts';
import { attempt } from './attempt.ts';

/** Settings of the app on this device (language, theme, last plan): not part of any plan. */
export class Preferences {
  readonly #values = new Map<string, Json>();
  #database: Database | null = null;

  get(name: string): Json | undefined {
    return this.#values.get(name);
  }

  /** Kept at once in memory; a failure to store it is not worth a word. */
  set(name: string, value: Json): void {
    this.#values.set(name, value);
    const database = this.#database;
    if (database) void attempt(() => database.preferences.put({ name, value }));
  }

  async attach(database: Database): Promise<void> {
    const rows = await attempt(() => database.preferences.toArray());
    if (rows.ok) for (const { name, value } of rows.value) this.#values.set(name, value);
    this.#database = database;
  }

  detach(): void {
    this.#database = null;
  }
}
