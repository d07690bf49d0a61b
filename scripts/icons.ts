import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from './chromium.ts';
import { toIcns, toIco } from './icons/containers.ts';
import type { Picture } from './icons/containers.ts';
import { root } from './root.ts';

const folder = join(root, 'resources/icons');
const sides = [16, 32, 48, 128, 256, 512, 1024];

/** Draws resources/icons/slipway.svg in all sizes. Run it after a change of the drawing. */
export async function main(): Promise<void> {
  const svg = readFileSync(join(folder, 'slipway.svg'), 'utf8');
  const pictures = await draw(svg);
  for (const { side, png } of pictures) {
    writeFileSync(join(folder, `${side}x${side}.png`), png);
  }
  writeFileSync(join(folder, 'icon.ico'), toIco(pictures.filter(({ side }) => side <= 256)));
  writeFileSync(join(folder, 'icon.icns'), toIcns(pictures));
}

async function draw(svg: string): Promise<Picture[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: chromiumFlags,
  });
  const page = await browser.newPage();
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const pictures: Picture[] = [];
  for (const side of sides) {
    await page.setViewportSize({ width: side, height: side });
    pictures.push({ side, png: await page.screenshot({ omitBackground: true }) });
  }
  await browser.close();
  return pictures;
}

if (import.meta.main) await main();
