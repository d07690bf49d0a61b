import { html } from '../html.ts';
import type { Markup } from '../html.ts';

/**
 * Black on white on whatever paper the printer has, with `footer` and the page at the foot of each
 * page. No decision breaks over a page, and links are printed out.
 */
export function printStyles(footer: string): Markup {
  return html`<style>
    @media print {
      :root {
        --page: #fff;
        --well: #fff;
        --line: #b8c2c8;
        --ink: #000;
        --quiet: #333;
        --accent: #000;
      }
      body {
        font-size: 10pt;
      }
      .frame,
      main {
        display: block;
        padding: 0;
        border: 0;
      }
      nav {
        display: none;
      }
      table {
        font-size: 9pt;
      }
      .basis {
        border: 1px solid var(--line);
      }
      h1 {
        font-size: 22pt;
      }
      h2 {
        font-size: 15pt;
        margin-top: 22pt;
        padding-top: 10pt;
      }
      h2,
      h3,
      .gate header,
      .label {
        break-after: avoid;
      }
      tr,
      li,
      .decision,
      .gate.whole,
      .facts div {
        break-inside: avoid;
      }
      a[href^='http']::after {
        content: ' (' attr(href) ')';
        font-size: 8pt;
      }
      @page {
        margin: 16mm 15mm 20mm;
        @bottom-left {
          content: '${cssText(footer)}';
          font:
            7.5pt system-ui,
            'Liberation Sans',
            Arial,
            sans-serif;
          color: #333;
        }
        @bottom-right {
          content: 'Page ' counter(page) ' of ' counter(pages);
          font:
            7.5pt system-ui,
            'Liberation Sans',
            Arial,
            sans-serif;
          color: #333;
          white-space: nowrap;
        }
      }
    }
  </style>`;
}

/** Inside a style sheet HTML's escapes mean nothing, so only letters that need none are let in. */
function cssText(text: string): string {
  return text.replace(/[^A-Za-z0-9 :.,+-]/g, ' ');
}
