/** A square PNG picture and the length of its side in pixels. */
export type Picture = { side: number; png: Buffer };

const icoHeader = 6;
const icoEntry = 16;

/** Windows' icon file: a table of pictures, then the PNG files themselves. Sides up to 256. */
export function toIco(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(icoHeader + icoEntry * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { side, png }] of pictures.entries()) {
    const at = icoHeader + icoEntry * index;
    // One byte holds the side, so that 0 stands for 256.
    header.writeUInt8(side % 256, at);
    header.writeUInt8(side % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

/** The four letters under which macOS looks for a PNG of a side. */
const icnsTypes = new Map([
  [32, 'ic11'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** macOS' icon file: chunks of type, length and PNG. Other sides than macOS knows are left out. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const chunks = pictures.flatMap(({ side, png }) => {
    const type = icnsTypes.get(side);
    return type === undefined ? [] : [chunk(type, png)];
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'latin1');
  header.writeUInt32BE(header.length + content.length, 4);
  return Buffer.concat([header, content]);
}
