import { createHash } from 'node:crypto';
import { formatDate, formatInFull, formatUtc } from '#shared/rules/planning/zoned-time.ts';
import { packText } from '#shared/rules/governance/packs/pack-text.ts';
import { pageOf } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import { mark, name, named, short, table } from '../dossier/pieces.ts';
import type { Section } from '../dossier/pieces.ts';
import { styles } from '../dossier/styles.ts';
import { counted, sentence } from '../dossier/words.ts';
import { askCards, conditionTemplate, signSection } from './ask.ts';
import type { PackFacts, PackRelease } from './facts.ts';
import { releaseHead, releaseParts } from './release.ts';
import { packStyles } from './styles.ts';

/** Where the script goes. Text from outside is escaped, so none of it can look like this. */
const scriptPlace = '<script></script>';

/**
 * A pack as one HTML file that asks for nothing beside it, and the fingerprint answers are signed
 * over: of everything shown in it, and of the facts each decision rests on.
 */
export function renderPack(
  facts: PackFacts,
  script: string,
): { text: string; fingerprint: string } {
  const chapters = facts.releases.map(toChapter);
  const shown = html`${headPart(facts)} ${chapters.map(chapterPart)}`;
  const fingerprint = sha256(
    packText({
      ...{ workspaceId: facts.workspace.id, packId: facts.id, title: facts.title },
      ...{ expiresOn: facts.expiresOn, items: facts.releases.flatMap(({ asked }) => asked) },
      shown: sha256(shown.toString()),
    }),
  );
  const sheet = html`${styles(footer(facts))} ${packStyles}`;
  const page = pageOf({
    title: html`${facts.title}: CAB pack, ${formatUtc(facts.madeAt)}`,
    sheet,
    policy: policy(sheet.toString(), script),
    body: html`<div class="frame">
        ${contents(chapters)}
        <main>
          ${shown} ${signSection(facts)}
          <div class="basis">
            <p>
              Fingerprint of this pack, which answers are signed over <code>${fingerprint}</code>
            </p>
          </div>
        </main>
      </div>
      ${conditionTemplate(facts)}
      <div id="pack" hidden>${dataText(facts, fingerprint)}</div>
      ${place}`,
  });
  const [before = '', after = ''] = page.toString().split(scriptPlace);
  return { text: `${before}<script>${script}</script>${after}`, fingerprint };
}

const place = html`<script></script>`;

/** Nothing is loaded and nothing but the one script runs, whatever a text in the page looks like. */
function policy(sheet: string, script: string): string {
  const sheets = [...sheet.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text = '']) => text);
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src ${hashes([script])}`,
    `style-src ${hashes(sheets)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What the script reads: text of the page, escaped like any other. */
function dataText({ id, title, workspace, expiresOn, ...facts }: PackFacts, fingerprint: string) {
  const asked = facts.releases.flatMap((release) => release.asked);
  const { reviewers, rounds } = facts;
  const pack = { id, title, fingerprint, expiresOn };
  return JSON.stringify({ pack, workspace, asked, reviewers, rounds });
}

function headPart(facts: PackFacts): Markup {
  const { title, workspace, releases, reviewers, expiresOn, madeAt, head } = facts;
  const asked = releases.reduce((sum, release) => sum + release.asked.length, 0);
  return html`<p class="eyebrow">CAB pack · ${name(workspace.name)}</p>
    <h1>${name(title)}</h1>
    <p>
      ${counted(asked, 'decision')} on ${counted(releases.length, 'release')}, asked of
      ${reviewers.map((each, index) => html`${index > 0 ? ', ' : ''}${name(each.name)}`)}.
      ${expiresOn === null ? null : `It can be answered until ${formatDate(expiresOn, madeAt.slice(0, 10))}.`}
    </p>
    ${table(
      [named('Release'), named('Decision'), short('State'), 'Found'],
      releases.flatMap(({ dossier, asked: own }) =>
        own.flatMap(({ gateId }) => {
          const gate = dossier.gates.find(({ id }) => id === gateId);
          if (gate === undefined) return [];
          return [
            [
              name(dossier.release.name),
              html`<a href="#ask-${gateId}">${name(gate.name)}</a>`,
              mark(gate.status),
              name(sentence(gate.summary)),
            ],
          ];
        }),
      ),
      '',
    )}
    <div class="basis">
      <p>
        Made by ${name(facts.madeBy)}, ${formatInFull(madeAt, workspace.zone)}. Times are those of
        ${workspace.zone} unless they say otherwise.
      </p>
      ${
        head === null
          ? null
          : html`<p>From the journal of the workspace, newest entry <code>${head.hash}</code></p>`
      }
    </div>`;
}

/** Made once: its parts carry whole files. */
type Chapter = { release: PackRelease; prefix: string; parts: Section[] };

function toChapter(release: PackRelease, index: number): Chapter {
  const prefix = `r${index + 1}`;
  return { release, prefix, parts: releaseParts(release, prefix) };
}

function chapterPart({ release, prefix, parts }: Chapter): Markup {
  return html`<section class="release" id="${prefix}">
    <h2>${name(release.dossier.release.name)}</h2>
    ${releaseHead(release)}
    ${parts.map(
      ({ id, title, count, body }) =>
        html`<h3 id="${id}">${title}${countText(count)}</h3>
          <div class="part">${body}</div> `,
    )}
    <h3 id="${prefix}-asked">
      What is asked${countText(counted(release.asked.length, 'decision'))}
    </h3>
    ${askCards(release)}
  </section> `;
}

function countText(count: string | undefined): Content {
  return count === undefined ? null : html` <span class="count">${count}</span>`;
}

function contents(chapters: readonly Chapter[]): Markup {
  return html`<nav aria-label="Parts">
    <ol>
      ${chapters.map(
        ({ release, prefix, parts }) =>
          html`<li>
            <a href="#${prefix}">${name(release.dossier.release.name)}</a>
            <ol>
              ${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
              ${release.asked.map(({ gateId }) => {
                const gate = release.dossier.gates.find(({ id }) => id === gateId);
                return html`<li>
                  <a href="#ask-${gateId}"
                    >${name(gate?.name ?? '')}<span class="state" data-of="${gateId}"></span
                  ></a>
                </li> `;
              })}
            </ol>
          </li> `,
      )}
      <li><a href="#sign">Sign and save</a></li>
    </ol>
  </nav>`;
}

function footer({ title, madeAt, workspace }: PackFacts): string {
  return `CAB pack ${title}, ${formatInFull(madeAt, workspace.zone)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
