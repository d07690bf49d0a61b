/** What reports look like, for features before this area: they are given it where all are put together. */
export { renderMinutes } from '#core/reports/minutes/page.ts';
