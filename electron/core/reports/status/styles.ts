import { html } from '../html.ts';

/** What a status page looks like beside what every report looks like: one column, wide tables. */
export const statusStyles = html`<style>
  .status {
    max-width: 1040px;
    margin: 0 auto;
    padding: 32px 24px 48px;
  }
  .status h2 {
    margin-top: 24px;
  }
  .status h3 {
    margin: 12px 0 2px;
    break-after: avoid;
  }
  .status article {
    break-inside: avoid;
  }
  .status tr {
    break-inside: avoid;
  }
  .status s {
    color: var(--quiet);
  }
  .status .late {
    color: var(--failed);
    font-weight: 600;
  }
  .status .foot {
    color: var(--quiet);
  }
</style>`;
