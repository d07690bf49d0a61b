import { html } from '../html.ts';
import type { Markup } from '../html.ts';

/**
 * The one style sheet of the dossier. On screen it follows the reader's scheme; in print it is black
 * on white on whatever paper the printer has, with `footer` and the page at the foot of each page.
 */
export function styles(footer: string): Markup {
  return html`<style>
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
    * {
      box-sizing: border-box;
    }
    html {
      scroll-behavior: smooth;
      scroll-padding-top: 16px;
    }
    body {
      margin: 0;
      background: var(--page);
      color: var(--ink);
      font:
        14px/1.45 'Inter Variable',
        Inter,
        -apple-system,
        'Segoe UI',
        Roboto,
        'Liberation Sans',
        Arial,
        sans-serif;
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    .frame {
      display: grid;
      grid-template-columns: 176px minmax(0, 920px);
      gap: 32px;
      justify-content: center;
      padding: 32px 24px 64px;
    }
    nav {
      position: sticky;
      top: 32px;
      align-self: start;
      font-size: 13px;
    }
    nav ol {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    nav a {
      display: flex;
      justify-content: space-between;
      gap: 8px;
      padding: 5px 8px;
      border-radius: 6px;
      color: var(--quiet);
      text-decoration: none;
    }
    nav a:hover {
      background: var(--well);
      color: var(--ink);
    }
    main {
      background: var(--sheet);
      border: 1px solid var(--line);
      border-radius: 6px;
      padding: 40px 44px 24px;
    }
    .eyebrow,
    .label,
    dt,
    th {
      color: var(--quiet);
      font-size: 12px;
      font-weight: 500;
    }
    h1 {
      margin: 4px 0 12px;
      font-size: 28px;
      line-height: 1.2;
      font-weight: 650;
    }
    h2 {
      margin: 40px 0 12px;
      padding-top: 20px;
      border-top: 1px solid var(--line);
      font-size: 20px;
      line-height: 1.2;
      font-weight: 650;
    }
    h3 {
      margin: 20px 0 8px;
      font-size: 16px;
      line-height: 1.2;
      font-weight: 650;
    }
    p {
      margin: 4px 0 8px;
      max-width: 76ch;
    }
    ol,
    ul {
      margin: 4px 0 8px;
      padding-inline-start: 22px;
      max-width: 80ch;
    }
    a {
      color: var(--accent);
      text-underline-offset: 2px;
    }
    small,
    .quiet,
    .count,
    .print-id {
      color: var(--quiet);
    }
    small {
      display: block;
      font-size: 12px;
    }
    .count {
      font-size: 14px;
      font-weight: 400;
    }
    .print-id,
    nav .count {
      font-size: 12px;
    }
    .none {
      color: var(--idle);
    }
    .typed {
      white-space: pre-wrap;
    }
    code {
      font:
        12px/1.4 'JetBrains Mono Variable',
        'JetBrains Mono',
        ui-monospace,
        'Liberation Mono',
        monospace;
    }
    .tags {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 14px;
      align-items: center;
      margin-bottom: 20px;
    }
    .mark {
      display: inline-flex;
      gap: 5px;
      align-items: baseline;
      font-weight: 500;
      color: var(--idle);
      white-space: nowrap;
    }
    .mark svg {
      position: relative;
      top: 2px;
      flex: none;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .mark.passed {
      color: var(--passed);
    }
    .mark.critical,
    .mark.high {
      color: var(--failed);
    }
    .mark.medium {
      color: var(--waiting);
    }
    .mark.running {
      color: var(--running);
    }
    .mark.waiting {
      color: var(--waiting);
    }
    .mark.failed {
      color: var(--failed);
    }
    .mark.out-of-date {
      color: var(--stale);
    }
    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 14px 24px;
      margin: 0 0 12px;
    }
    .facts div {
      min-width: 0;
    }
    .facts .wide {
      grid-column: 1 / -1;
    }
    dd {
      margin: 2px 0 0;
    }
    .basis {
      margin: 20px 0 0;
      padding: 12px 16px;
      background: var(--well);
      border-radius: 6px;
      font-size: 13px;
    }
    .basis p {
      max-width: none;
      margin: 2px 0;
    }
    table {
      width: 100%;
      margin: 4px 0 12px;
      border-collapse: collapse;
      font-size: 13px;
    }
    th,
    td {
      padding: 7px 12px 7px 0;
      border-bottom: 1px solid var(--line);
      text-align: start;
      vertical-align: top;
    }
    th {
      white-space: nowrap;
    }
    td {
      overflow-wrap: anywhere;
    }
    td.short,
    td.short code {
      white-space: nowrap;
    }
    td.name {
      min-width: 84px;
    }
    td:last-child,
    th:last-child {
      padding-inline-end: 0;
    }
    td .typed {
      margin: 2px 0 0;
      color: var(--quiet);
    }
    .gate,
    .decision {
      margin: 12px 0;
      padding: 12px 16px 8px;
      border: 1px solid var(--line);
      border-radius: 6px;
    }
    .decision.stale {
      border: 1px dashed var(--stale);
    }
    .decision.withdrawn {
      border-style: dotted;
    }
    .gate header,
    .decision header {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: baseline;
    }
    .gate h3 {
      margin: 0;
    }
    .gate header .mark:last-child,
    .decision header .mark:last-child {
      margin-inline-start: auto;
    }
    .gate table,
    .changes {
      margin-bottom: 4px;
    }
    .changes.inline {
      list-style: none;
      padding: 0;
    }
    .changes.inline li {
      display: inline;
    }
    .changes.inline li:not(:last-child)::after {
      content: '; ';
    }
    del {
      color: var(--failed);
    }
    ins {
      color: var(--passed);
      font-weight: 500;
      text-decoration: none;
    }
    @media (max-width: 1000px) {
      .frame {
        display: block;
        padding: 0;
      }
      nav {
        display: none;
      }
      main {
        border-width: 0;
        border-radius: 0;
        padding: 24px 20px;
      }
    }
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
