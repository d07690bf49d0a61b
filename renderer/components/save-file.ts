/** Hands a text or bytes to the browser as a file to keep; nothing leaves the machine. */
export function saveFile(fileName: string, mediaType: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download holds the blob by then; the address alone would keep it for the session.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
