import { html } from '../html.ts';

/** The pieces sections are put together from: marks, facts, tables, gates and decisions. */
export const pieceStyles = html`<style>
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
</style>`;
