import { html } from '../html.ts';

/** What a pack has beside the pieces of a dossier: the cards that ask, and their fields. */
export const packStyles = html`<style>
  [hidden] {
    display: none !important;
  }
  h4 {
    margin: 0;
    font-size: 16px;
    line-height: 1.2;
    font-weight: 650;
  }
  section.release > h3 {
    margin: 32px 0 8px;
    padding-top: 16px;
    border-top: 1px solid var(--line);
  }
  section.release table h3,
  section.release .part h3 {
    font-size: 14px;
  }
  nav {
    max-height: calc(100vh - 64px);
    overflow-y: auto;
  }
  nav ol ol {
    margin: 0 0 8px 8px;
    font-size: 12px;
  }
  nav .state {
    color: var(--accent);
    white-space: nowrap;
  }
  .ask {
    border-inline-start: 3px solid var(--accent);
  }
  .answer {
    margin: 12px 0 8px;
    padding: 12px 16px;
    border: 0;
    border-radius: 6px;
    background: var(--well);
  }
  .answer legend {
    float: inline-start;
    width: 100%;
    padding: 0 0 8px;
    font-weight: 650;
  }
  .answer legend + * {
    clear: both;
  }
  .outcomes {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 16px;
    margin-bottom: 10px;
    clear: both;
  }
  .outcomes label {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    padding: 4px 0;
    cursor: pointer;
  }
  .field {
    display: block;
    margin: 8px 0;
    max-width: 64ch;
    color: var(--quiet);
    font-size: 12px;
    font-weight: 500;
  }
  .conditions {
    clear: both;
    margin-bottom: 8px;
  }
  .conditions ol {
    max-width: none;
  }
  .condition {
    padding: 4px 0 8px;
  }
  .condition .field {
    margin: 0 0 8px;
  }
  .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: flex-end;
  }
  .pair button {
    margin-bottom: 8px;
  }
  input[type='radio'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--accent);
  }
  input:not([type='radio']),
  select,
  textarea {
    display: block;
    width: 100%;
    margin-top: 4px;
    min-height: 36px;
    padding: 6px 10px;
    border: 1px solid var(--idle);
    border-radius: 6px;
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    font-size: 14px;
    font-weight: 400;
  }
  #code {
    font-family: 'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  #reviewer,
  #code {
    max-width: 320px;
  }
  .help {
    margin-top: 4px;
    font-weight: 400;
  }
  button {
    min-height: 36px;
    padding: 6px 12px;
    border: 1px solid var(--idle);
    border-radius: 6px;
    background: var(--sheet);
    color: var(--ink);
    font: inherit;
    cursor: pointer;
  }
  #save {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--sheet);
    font-weight: 650;
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .problem {
    color: var(--failed);
    font-weight: 500;
  }
  .problem.done {
    color: var(--passed);
  }
  .notice {
    padding: 10px 14px;
    border: 1px solid var(--waiting);
    border-radius: 6px;
  }
  a.file {
    overflow-wrap: anywhere;
  }
  @media print {
    .answer,
    #sign {
      display: none !important;
    }
    .ask {
      break-inside: avoid;
    }
  }
</style>`;
