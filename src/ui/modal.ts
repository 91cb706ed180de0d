/**
 * Opens a dialog over the page until the returned function is called; the focus then goes back to where it was. The
 * browser gives it back only while the dialog is in the page, and a component's element has left it by then.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && before instanceof HTMLElement) before.focus();
  };
}
