import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toIcns, toIco } from '../../../scripts/icons/containers.ts';
import { root } from '../../../scripts/root.ts';

const read = (name: string) => readFileSync(join(root, 'resources/icons', name));
const picture = (side: number) => ({ side, png: read(`${side}x${side}.png`) });

describe('the icons', () => {
  it.each([16, 32, 48, 128, 256, 512, 1024])('have %i pixels a side as their name says', (side) => {
    const { png } = picture(side);
    // Width and height stand in the first chunk of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
    expect(png.length).toBeLessThanOrEqual(60 * 1024);
  });

  it('for Windows are the same pictures in one file', () => {
    const ico = toIco([16, 32, 48, 128, 256].map(picture));
    expect(read('icon.ico').equals(ico)).toBe(true);
    expect(ico.readUInt16LE(4)).toBe(5);
    const last = ico.subarray(ico.length - picture(256).png.length);
    expect(last.equals(picture(256).png)).toBe(true);
  });

  it('for macOS are the same pictures in one file', () => {
    const icns = toIcns([16, 32, 48, 128, 256, 512, 1024].map(picture));
    expect(read('icon.icns').equals(icns)).toBe(true);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  });
});
