// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { renderDossier } from '#core/reports/dossier/page.ts';
import { someFacts } from './some-facts.ts';

function parse(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/html');
}

describe('the page of a dossier', () => {
  it('has every section, in the order it is read', () => {
    const page = parse(renderDossier(someFacts));
    const titles = [...page.querySelectorAll('h2')].map((title) =>
      title.firstChild?.textContent?.trim(),
    );
    expect(titles).toEqual([
      'Plan',
      'Tasks and milestones',
      'Baseline and drift',
      'Dependencies',
      'Parent and parts',
      'Stakeholders',
      'Scope',
      'Risks',
      'Lessons',
      'Rollback plan',
      'Gates',
      'Decisions',
      'Exceptions',
      'Pipelines',
      'Monitoring',
      'Checklist',
      'What happened',
      'Attachments',
      'Comments',
      'History',
    ]);
    const links = [...page.querySelectorAll('nav a')].map((each) => each.getAttribute('href'));
    expect(links.every((href) => href !== null && page.querySelector(href) !== null)).toBe(true);
  });

  it('says in words where there is nothing', () => {
    const text = parse(renderDossier(someFacts)).body.textContent;
    expect(text).toContain('Nothing is in the scope yet.');
    expect(text).toContain('There is no rollback plan yet.');
    expect(text).toContain('Nobody has decided yet.');
    expect(text).toContain('No run of the release’s commits is known.');
  });

  it('allows itself nothing: no script, no request, only its own style', () => {
    const page = parse(renderDossier(someFacts));
    const policy = page.querySelector('meta[http-equiv]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    // Before anything the policy is to hold for.
    expect(page.head.firstElementChild?.getAttribute('charset')).toBe('utf-8');
    expect(page.head.children[1]).toBe(policy);
    expect(renderDossier(someFacts)).not.toMatch(/@import|url\(/);
  });

  it('carries date and journal head at the foot of every printed page', () => {
    const foot = `R-12, Tue 24 Nov 2026 09:20 London, journal ${'a'.repeat(64)}`;
    expect(renderDossier(someFacts)).toContain(`content: '${foot}';`);
    expect(renderDossier(someFacts)).toContain('counter(page)');
  });

  it('says when the gates are shown as of an earlier time', () => {
    const judgedAt = '2026-11-20T16:00:00.000Z';
    const text = parse(renderDossier({ ...someFacts, judgedAt })).body.textContent;
    expect(text).toMatch(
      /As they stood when the release was closed,\s+Fri 20 Nov 2026 16:00 London/,
    );
  });
});
