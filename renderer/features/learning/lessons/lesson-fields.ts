import { z } from 'zod';
import type { Input } from '#shared/contract/index.ts';
import { lesson, lessonTag } from '#shared/model/learning/lessons.ts';
import type { Lesson } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import type { Names } from '../../planning/releases/index.ts';

const shape = lesson.shape;

/** The form of a lesson: tags are typed as a line, and what is not chosen is empty. */
export const lessonFields = z.object({
  kind: shape.kind,
  title: shape.title,
  situation: shape.situation,
  cause: shape.cause,
  whatHelped: shape.whatHelped,
  serviceIds: z.array(z.string()),
  tags: z.string().superRefine((text, context) => {
    for (const tag of tagsIn(text)) {
      const [issue] = lessonTag.safeParse(tag).error?.issues ?? [];
      if (issue === undefined) continue;
      context.addIssue({
        code: 'custom',
        message: `has “${tag.slice(0, 20)}…”, which ${issue.message}`,
      });
    }
  }),
  ownerId: z.string(),
  reviewOn: z.string(),
  fromReleaseId: z.string(),
  source: shape.source,
});
export type LessonFields = z.infer<typeof lessonFields>;

export const fieldNames = [
  ...(['title', 'situation', 'cause', 'whatHelped', 'serviceIds', 'tags'] as const),
  ...(['ownerId', 'reviewOn', 'fromReleaseId', 'source'] as const),
];

export function fieldsOf(saved: Lesson | null, fromReleaseId: string | null = null): LessonFields {
  return {
    kind: saved?.kind ?? 'mistake',
    title: saved?.title ?? '',
    situation: saved?.situation ?? '',
    cause: saved?.cause ?? '',
    whatHelped: saved?.whatHelped ?? '',
    serviceIds: saved?.serviceIds ?? [],
    tags: saved?.tags.join(', ') ?? '',
    ownerId: saved?.ownerId ?? '',
    reviewOn: saved?.reviewOn ?? '',
    fromReleaseId: saved?.fromReleaseId ?? fromReleaseId ?? '',
    source: saved?.source ?? '',
  };
}

export function inputOf(fields: LessonFields): Input<'lessons.add'> {
  const { tags, ownerId, reviewOn, fromReleaseId, ...rest } = fields;
  return {
    ...rest,
    tags: tagsIn(tags),
    ownerId: ownerId === '' ? null : ownerId,
    reviewOn: reviewOn === '' ? null : reviewOn,
    fromReleaseId: fromReleaseId === '' ? null : fromReleaseId,
  };
}

function tagsIn(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** The fields in which what is saved now and what was typed differ, in words. */
export function lessonDifferences(saved: LessonFields, typed: LessonFields, names: Names) {
  const typedWords = inWords(typed, names);
  return Object.entries(inWords(saved, names))
    .map(([label, text]) => ({ label, saved: text, typed: typedWords[label] ?? '' }))
    .filter((each) => each.saved !== each.typed);
}

function inWords(fields: LessonFields, names: Names): Record<string, string> {
  return {
    Kind: kindInWords[fields.kind],
    Lesson: fields.title,
    Situation: fields.situation,
    Cause: fields.cause,
    'What helped': fields.whatHelped,
    Services: fields.serviceIds.map((id) => names.service(id)).join(', '),
    Tags: fields.tags,
    Owner: fields.ownerId === '' ? '' : names.person(fields.ownerId),
    'Review on': fields.reviewOn,
    Source: fields.source,
  };
}
