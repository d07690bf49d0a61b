/** What no file system takes in a name, and what would make a name look like another one. */
const unfit = /[\u0000-\u001f\u007f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Room for the title in bytes of UTF-8: names of 255 bytes are the most that common disks take. */
const room = 180;

/** A name people recognise, as a file name on any system: `Payments 4.2 dossier.html`. */
export function fileName(title: string, what: string, ending: string): string {
  const plain = title.toWellFormed().replace(unfit, ' ').replace(/\s+/g, ' ');
  const stem = cut(plain.replace(/^[. ]+/, '')).trim();
  return [stem, `${what}.${ending}`].filter((part) => part !== '').join(' ');
}

/** As many whole characters from the beginning as there is room for. */
function cut(text: string): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > room) break;
    kept += character;
  }
  return kept;
}
