import { html } from '../html.ts';

/** Page, type and headings; a narrow window has no list of sections beside the text. */
export const layoutStyles = html`<style>
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
</style>`;
