import type { Paper, Sheet } from '#shared/rules/planning/timeline/paper.ts';
import { svgOf } from '#shared/rules/planning/timeline/svg.ts';
import { html } from '../html.ts';

/** Millimetres, landscape. */
const sizes = { A4: { width: 297, height: 210 }, A3: { width: 420, height: 297 } } as const;

/**
 * Sheets of the timeline as an HTML document to be printed, a page each. They stand in it as
 * pictures: the names in them are never read as part of the document.
 */
export function renderTimeline(sheets: readonly Sheet[], title: string, paper: Paper): string {
  const { width, height } = sizes[paper];
  const page = html`<html lang="en">
    <head>
      <title>${title}</title>
      <style>
        @page {
          margin: 0;
        }
        body {
          margin: 0;
        }
        img {
          display: block;
          break-after: page;
        }
        img:last-child {
          break-after: auto;
        }
      </style>
    </head>
    <body>
      ${sheets.map(
        (sheet, index) =>
          html`<img
            width="${pixels(width)}"
            height="${pixels(height)}"
            src="${addressOf(svgOf(sheet))}"
            alt="${title}, page ${index + 1} of ${sheets.length}"
          />`,
      )}
    </body>
  </html>`;
  return page.toString();
}

/** A whole pixel less than the paper: more would begin a page of its own. */
function pixels(millimetres: number): number {
  return Math.floor((millimetres / 25.4) * 96) - 1;
}

function addressOf(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
