import { downloadFile } from '../../ui/download.ts';
import type { GivenFile } from './files.svelte.ts';

const TYPE = 'application/octet-stream';

const asFile = ({ name, bytes }: GivenFile): File => new File([bytes as BlobPart], name, { type: TYPE });

/** The system has a sheet of its own to which files can be given, as on phones. */
export function canShareFiles(): boolean {
  try {
    return navigator.canShare({
      files: [asFile({ name: 'a.backcast', bytes: new Uint8Array(1), unit: null })],
    });
  } catch {
    return false;
  }
}

/** Gives a file to the system's sheet, or downloads it where there is none. Resolves to whether it has left. */
export async function handOver(file: GivenFile, share: boolean): Promise<boolean> {
  if (!share) {
    downloadFile(file.name, file.bytes, TYPE);
    return true;
  }
  try {
    await navigator.share({ files: [asFile(file)], title: file.name });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false;
    downloadFile(file.name, file.bytes, TYPE);
    return true;
  }
}
