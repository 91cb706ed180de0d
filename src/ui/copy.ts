import { downloadFile } from './download.ts';

/** Puts plain text on the clipboard; false = the browser does not let the page. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Puts a picture on the clipboard, or hands it over as a file where the browser keeps the clipboard to itself. */
export async function copyPicture(picture: Promise<Blob>, name: string): Promise<'copied' | 'saved'> {
  try {
    // The promise goes in as it is: some browsers allow no wait between the click and the write.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return 'copied';
  } catch {
    downloadFile(`${name}.png`, new Uint8Array(await (await picture).arrayBuffer()), 'image/png');
    return 'saved';
  }
}
