/** Hands a file to the person: the browser's own save or download. */
export function downloadFile(name: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers start reading only after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Spreadsheets are among them: many an .xls is text inside, and for the others a sentence says what to do. */
export const TABLE_FILES = '.csv,.tsv,.txt,.xls,.xlsx,.htm,.html,text/csv,text/plain';

/** Asks the person for files; none = none was chosen. Call it from a click or key. */
export function chooseFiles(accept: string, multiple = true): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}

/** The same for one; null = none was chosen. */
export const chooseFile = async (accept: string): Promise<File | null> =>
  (await chooseFiles(accept, false))[0] ?? null;
