import { formatInFull, formatUtc } from '#shared/rules/planning/zoned-time.ts';
import { pageOf } from '../frame.ts';
import { html } from '../html.ts';
import { afterSection } from './after.ts';
import { attachmentSection, commentSection } from './attached.ts';
import type { DossierFacts } from './facts.ts';
import { exceptionSection } from './exceptions.ts';
import { driftSection, familySection } from './family.ts';
import { decisionSection, gateSection } from './gates.ts';
import { headSection } from './head.ts';
import { historySection } from './history.ts';
import { lessonSection } from './lessons.ts';
import { monitoringSection } from './monitoring.ts';
import { section } from './pieces.ts';
import { planSection } from './plan.ts';
import { riskSection } from './risks.ts';
import { rollbackSection } from './rollback.ts';
import { dependencySection, stakeholderSection, tasksSection } from './schedule.ts';
import { scopeSection } from './scope.ts';
import { styles } from './styles.ts';
import { checklistSection, pipelineSection } from './work.ts';

/**
 * A release as one HTML file that needs nothing beside it, the same text for the same facts. It is
 * read on a screen and printed; what it says can be held against the journal by the head it names.
 */
export function renderDossier(facts: DossierFacts): string {
  const sections = [
    planSection(facts),
    tasksSection(facts),
    driftSection(facts),
    dependencySection(facts),
    familySection(facts),
    stakeholderSection(facts),
    scopeSection(facts),
    riskSection(facts),
    lessonSection(facts),
    rollbackSection(facts),
    gateSection(facts),
    decisionSection(facts),
    exceptionSection(facts),
    pipelineSection(facts),
    monitoringSection(facts),
    checklistSection(facts),
    afterSection(facts),
    attachmentSection(facts),
    commentSection(facts),
    historySection(facts),
  ];
  const { release, at, head, workspace } = facts;
  const foot = `R-${release.number}, ${formatInFull(at, workspace.zone)}, journal ${head?.hash ?? 'empty'}`;
  const page = pageOf({
    title: html`${release.name}: release dossier, ${formatUtc(at)}`,
    sheet: styles(foot),
    body: html`<div class="frame">
      <nav aria-label="Sections">
        <ol>
          ${sections.map(
            ({ id, title, count }) =>
              html`<li>
                <a href="#${id}">${title}<span class="count">${shortCount(count)}</span></a>
              </li> `,
          )}
        </ol>
      </nav>
      <main>${headSection(facts)} ${sections.map(section)}</main>
    </div>`,
  });
  return page.toString();
}

/** `5 of 11 passed` as `5/11`, `3 risks` as `3`. */
function shortCount(count: string | undefined): string | undefined {
  return count?.match(/^\d+( of \d+)?/)?.[0].replace(' of ', '/');
}
