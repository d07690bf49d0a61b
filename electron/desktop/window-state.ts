import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeOwnerFile } from '#core/secrets/owner-file.ts';

export type Rectangle = { x: number; y: number; width: number; height: number };
export type WindowState = { bounds: Rectangle; maximised: boolean };

/** Smallest size the screens are drawn for. */
export const smallest = { width: 1024, height: 700 };
const usual = { width: 1440, height: 900 };

const number = z.number().int();
const saved = z.strictObject({
  bounds: z.strictObject({ x: number, y: number, width: number, height: number }),
  maximised: z.boolean(),
});

export function readWindowState(path: string): WindowState | null {
  if (!existsSync(path)) return null;
  try {
    return saved.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Where a window stood is not worth a word about a damaged file.
    return null;
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  writeOwnerFile(path, `${JSON.stringify(state)}\n`);
}

/**
 * Where to show the window: as saved while enough of its title bar lies on a screen to take hold
 * of, otherwise centred on the first screen. `screens` are work areas, at least one; all in
 * device-independent pixels.
 */
export function placeWindow(state: WindowState | null, screens: readonly Rectangle[]): Rectangle {
  const [first = { x: 0, y: 0, ...usual }] = screens;
  if (state && screens.some((screen) => titleBarOn(state.bounds, screen))) {
    const { x, y, width, height } = state.bounds;
    return {
      x,
      y,
      width: Math.max(width, smallest.width),
      height: Math.max(height, smallest.height),
    };
  }
  const width = Math.min(usual.width, first.width);
  const height = Math.min(usual.height, first.height);
  return {
    x: first.x + Math.round((first.width - width) / 2),
    y: first.y + Math.round((first.height - height) / 2),
    width,
    height,
  };
}

function titleBarOn({ x, y, width }: Rectangle, screen: Rectangle): boolean {
  const seen = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return seen >= 100 && y >= screen.y && y <= screen.y + screen.height - 40;
}
