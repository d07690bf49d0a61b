import type { Attachment, Comment, Subject } from '#shared/model/workspace/attached.ts';
import { mentionPieces } from '#shared/rules/workspace/mentions.ts';
import { sizeInWords } from '#shared/rules/workspace/attachment-size.ts';
import { mediaTypeInWords } from '#shared/rules/workspace/media-types.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mono, name, named, person, short, shortMoment, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted } from './words.ts';

/** What is attached to the release and to what belongs to it; the files themselves stay in the workspace. */
export function attachmentSection(facts: DossierFacts): Section {
  return {
    id: 'attachments',
    title: 'Attachments',
    count: counted(facts.attachments.length, 'file'),
    body: table(
      [named('File'), short('Size'), short('SHA-256'), 'Attached to', named('By')],
      facts.attachments.map((file) => [
        html`${name(file.name)}<small>${mediaTypeInWords(file.mediaType)}</small>`,
        sizeInWords(file.bytes),
        mono(file.hash.slice(0, 12)),
        placeOf(file),
        html`${person(file.byId, facts)}<small>${shortMoment(file.at, facts)}</small>`,
      ]),
      'Nothing is attached.',
    ),
  };
}

/** What was said, in the order it was said. */
export function commentSection(facts: DossierFacts): Section {
  return {
    id: 'comments',
    title: 'Comments',
    count: counted(facts.comments.length, 'comment'),
    body: table(
      [named('By'), 'Comment'],
      facts.comments.map((comment) => [
        html`${person(comment.byId, facts)}<small
            >${shortMoment(comment.at, facts)}${comment.editedAt === null ? null : ', edited'}</small
          >`,
        html`${aboutLine(comment)}${textOf(comment, facts)}`,
      ]),
      'Nothing was said.',
    ),
  };
}

/** Most are about the release itself, which goes without saying. */
function aboutLine(comment: Comment): Content {
  return comment.subject === 'release' ? null : html`<small>${aboutOf(comment)}</small>`;
}

function textOf({ text, mentions }: Comment, { people }: DossierFacts): Content {
  const mentioned = mentions.map((id) => ({ id, name: people.get(id) ?? '' }));
  const pieces = mentionPieces(text.trim(), mentioned).map((piece) =>
    piece.ids.length === 0 ? piece.text : html`<strong>${piece.text}</strong>`,
  );
  return html`<p class="typed" dir="auto">${pieces}</p>`;
}

const kinds: Record<Subject, string> = {
  release: 'Release',
  gate: 'Gate',
  'checklist-item': 'Checklist item',
  risk: 'Risk',
  'scope-item': 'Scope item',
};

function placeOf(file: Attachment): Content {
  return file.subject === 'release' ? kinds.release : aboutOf(file);
}

function aboutOf({ subject, about }: Attachment | Comment): Content {
  return html`${kinds[subject]}: ${about === null ? 'removed since' : name(about)}`;
}
