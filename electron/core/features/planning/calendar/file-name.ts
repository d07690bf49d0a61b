/** What no file system takes in a name, and what would make a name look like another one. */
const unfit = /[\u0000-\u001f\u007f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/**
 * A name people recognise, as a file name on any system: `Payments 4.2 dossier.html`. The title is
 * cut so that the whole name stays under 120 characters.
 */
export function fileName(title: string, what: string, ending: string): string {
  const plain = title.toWellFormed().replace(unfit, ' ').replace(/\s+/g, ' ').trim();
  const room = 110 - what.length - ending.length;
  const stem = [...plain].slice(0, room).join('').replace(/^\.+/, '').trim();
  return [stem, `${what}.${ending}`].filter((part) => part !== '').join(' ');
}
