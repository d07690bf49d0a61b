import { html } from './html.ts';
import type { Content, Markup } from './html.ts';

type Page = {
  title: Content;
  /** Style elements. */
  sheet: Content;
  body: Content;
  /** What the page may do; without it nothing is loaded and nothing runs. */
  policy?: string;
};

const readOnly = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A report as one HTML file that needs nothing beside it, whatever a text in it may look like. */
export function pageOf({ title, sheet, body, policy = readOnly }: Page): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${sheet}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
}
