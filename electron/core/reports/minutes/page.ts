import type { Minutes, MinutesBlock } from '#shared/rules/governance/cab/minutes.ts';
import { capitalised } from '#shared/rules/governance/gate-outcome.ts';
import { pageOf } from '../frame.ts';
import { html } from '../html.ts';
import type { Markup } from '../html.ts';
import { facts, paragraph } from '../dossier/pieces.ts';
import { styles } from '../dossier/styles.ts';
import { minutesStyles } from './styles.ts';

export type MinutesPage = {
  minutes: Minutes;
  /** What stands at the foot of each printed page. */
  foot: string;
};

/** Minutes as one HTML file that needs nothing beside it: read on a screen, and printed. */
export function renderMinutes({ minutes, foot }: MinutesPage): string {
  const { title, subtitle, blocks } = minutes;
  const terms = blocks.flatMap((block): [string, Markup][] =>
    block.kind === 'fact' ? [[block.term, html`<bdi>${block.value}</bdi>`]] : [],
  );
  const page = pageOf({
    title: html`${title}: minutes`,
    sheet: html`${styles(foot)} ${minutesStyles}`,
    body: html`<main class="minutes">
      <p class="eyebrow">Minutes · <bdi>${subtitle}</bdi></p>
      <h1><bdi>${title}</bdi></h1>
      ${facts(terms)} ${itemsOf(blocks).map(section)}
      <p class="foot">
        Who decided is as entered: Slipway records on a workstation who is said to act, it does not
        prove it.
      </p>
    </main>`,
  });
  return page.toString();
}

/** Blocks from one heading to the next: what belongs together is not torn apart by a page. */
function itemsOf(blocks: readonly MinutesBlock[]): MinutesBlock[][] {
  const groups: MinutesBlock[][] = [];
  for (const block of blocks) {
    if (block.kind === 'fact') continue;
    if (block.kind === 'heading' || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups;
}

function section(blocks: readonly MinutesBlock[]): Markup {
  return html`<section>${blocks.map(blockMarkup)}</section> `;
}

function blockMarkup(block: MinutesBlock): Markup {
  switch (block.kind) {
    case 'heading': {
      const note = block.note === '' ? null : html` <span class="count">${block.note}</span>`;
      return block.level === 2
        ? html`<h2><bdi>${block.text}</bdi>${note}</h2> `
        : html`<h3><bdi>${block.text}</bdi>${note}</h3> `;
    }
    case 'fact':
      return html``;
    case 'sentence':
      return html`<p dir="auto">${capitalised(block.text)}</p> `;
    case 'typed':
      return html`<div class="said">
        ${block.label === '' ? null : html`<p class="label">${block.label}</p>`}
        ${paragraph(block.text)}
      </div> `;
    case 'vote':
      return html`<div class="vote">
        <p class="${block.withdrawn ? 'withdrawn' : 'given'}"><bdi>${block.text}</bdi></p>
        ${block.details.map((detail) => html`<p class="detail typed" dir="auto">${detail}</p> `)}
      </div> `;
  }
}
