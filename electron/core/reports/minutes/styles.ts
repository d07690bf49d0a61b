import { html } from '../html.ts';

/** What minutes look like beside what every report looks like: one column, votes set apart. */
export const minutesStyles = html`<style>
  .minutes {
    box-sizing: border-box;
    max-width: 820px;
    margin: 0 auto;
    padding: 32px 24px 48px;
  }
  .minutes section {
    margin-top: 16px;
    break-inside: avoid;
  }
  .minutes h3 .count {
    font-weight: 400;
  }
  .vote {
    margin: 6px 0;
    padding-left: 12px;
    border-left: 3px solid var(--line);
    break-inside: avoid;
  }
  .vote p {
    margin: 0;
  }
  .vote .given {
    font-weight: 600;
  }
  .vote .withdrawn {
    color: var(--quiet);
    text-decoration: line-through;
  }
  .vote .detail,
  .minutes .label,
  .minutes .foot {
    color: var(--quiet);
  }
  .minutes .label {
    margin: 8px 0 0;
  }
  .minutes .foot {
    margin-top: 32px;
    font-size: 12px;
  }
</style>`;
