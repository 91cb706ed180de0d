/** What the type library lacks of the File System Access API. */
interface Permissions {
  queryPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(asked: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picking {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}
interface Observing {
  readonly FileSystemObserver?: new (changed: () => void) => {
    observe(handle: FileSystemHandle): Promise<void>;
    disconnect(): void;
  };
}

export type FolderHandle = FileSystemDirectoryHandle & Permissions;

export const canPickFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/** Asks the user for a folder; null = they thought better of it. */
export async function pickFolder(): Promise<FolderHandle | null> {
  try {
    // The browser opens it where the last one of this kind was.
    return (await (globalThis as Picking).showDirectoryPicker?.({ id: 'plans', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the folder may be used; `ask` shows the browser's question, which needs a click. */
export async function mayUse(handle: FolderHandle, ask: boolean): Promise<PermissionState> {
  const mode = { mode: 'readwrite' } as const;
  const known = (await handle.queryPermission?.(mode)) ?? 'granted';
  return known === 'granted' || !ask ? known : ((await handle.requestPermission?.(mode)) ?? known);
}

/** Calls back when something in the folder changes, where the browser tells. Returns the way to stop. */
export function watchFolder(handle: FolderHandle, changed: () => void): () => void {
  const { FileSystemObserver } = globalThis as Observing;
  if (!FileSystemObserver) return () => undefined;
  const observer = new FileSystemObserver(changed);
  // Refused for some places; then looking from time to time must do.
  observer.observe(handle).catch(() => undefined);
  return () => observer.disconnect();
}

/** The files of a folder that are called as wanted. */
export class HandleFolder {
  readonly #handle: FolderHandle;
  readonly #wanted: (name: string) => boolean;

  constructor(handle: FolderHandle, wanted: (name: string) => boolean) {
    this.#handle = handle;
    this.#wanted = wanted;
  }

  async files() {
    const found: FileSystemFileHandle[] = [];
    for await (const entry of this.#handle.values())
      if (entry.kind === 'file' && this.#wanted(entry.name)) found.push(entry);
    const files = await Promise.all(found.map((entry) => entry.getFile().catch(() => null)));
    return files.flatMap((file) =>
      file
        ? [
            {
              name: file.name,
              size: file.size,
              changed: file.lastModified,
              bytes: async () => new Uint8Array(await file.arrayBuffer()),
            },
          ]
        : [],
    );
  }

  /** Into a file beside it, which takes its place when it is whole. */
  async write(name: string, bytes: Uint8Array) {
    const handle = await this.#handle.getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    await stream.write(new Uint8Array(bytes));
    await stream.close();
    const { size, lastModified } = await handle.getFile();
    return { size, changed: lastModified };
  }

  remove(name: string): Promise<void> {
    return this.#handle.removeEntry(name);
  }
}
