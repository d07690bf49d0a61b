import { html } from '../html.ts';
import type { Markup } from '../html.ts';
import { layoutStyles } from './styles-layout.ts';
import { pieceStyles } from './styles-pieces.ts';
import { printStyles } from './styles-print.ts';

/** The colours of the application's theme in both schemes; the dossier follows the reader's. */
const colours = html`<style>
  :root {
    color-scheme: light dark;
    --page: #f5f7f8;
    --sheet: #fff;
    --well: #edf1f3;
    --line: #dde4e8;
    --ink: #13202a;
    --quiet: #445664;
    --accent: #0e6b7c;
    --passed: #1a7a48;
    --running: #1d5fbf;
    --waiting: #855600;
    --failed: #b3261e;
    --stale: #6a3d9e;
    --idle: #5d6f7d;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      --page: #0e151a;
      --sheet: #151f26;
      --well: #0a1014;
      --line: #25333c;
      --ink: #e7eef2;
      --quiet: #b0bfc9;
      --accent: #5bc4d6;
      --passed: #62cf93;
      --running: #83b4ff;
      --waiting: #f2be55;
      --failed: #ff8f86;
      --stale: #c7a3f2;
      --idle: #8b9da9;
    }
  }
</style>`;

/** All style sheets of the dossier, in the order they apply. */
export function styles(footer: string): Markup {
  return html`${colours} ${layoutStyles} ${pieceStyles} ${printStyles(footer)}`;
}
