import type { AnswerOutcome, LessonAnswer } from '#shared/model/learning/lessons.ts';
import type { Evidence, GateStatus } from '#shared/model/governance/gates.ts';
import { counted, listed, ownEvidence } from '../governance/gate-outcome.ts';
import type { GateOutcome } from '../governance/gate-outcome.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import { answerOutcomes } from '#shared/model/learning/lessons.ts';
import { outcomeInWords } from './answers.ts';

/** What the gate looks at of a lesson that touches its release. */
export type AskedLesson = { title: string; why: readonly string[]; answer: LessonAnswer | null };

type Told = { nameOf: (personId: string) => string; now: string; zone: string };

/**
 * Where the gate `lessons-heeded` stands: passed when every lesson that touches the release has an
 * answer that stands, whatever it says; those that were ignored are told in its line, since whoever
 * goes on should know. Without any it passes, for then there is nothing to answer.
 */
export function lessonsGate(lessons: readonly AskedLesson[], told: Told): GateOutcome {
  if (lessons.length === 0) return outcome('passed', 'no lesson touches this release', [], []);
  const open = lessons.filter(({ answer }) => answer === null);
  const evidence = lessons.map((lesson) => evidenceOf(lesson, told));
  const [first] = open;
  if (first === undefined) return outcome('passed', answered(lessons), [], evidence);
  const those = open.length === lessons.length ? '' : ` of ${lessons.length}`;
  const summary = `${open.length}${those} ${lessons.length === 1 ? 'lesson' : 'lessons'} not answered, first “${first.title}”`;
  const needs = open.map(({ title, why }) => `Answer “${title}”. ${why[0] ?? ''}`.trim());
  return outcome('waiting', summary, needs, evidence);
}

/** `5 lessons answered: 3 heeded, 1 not applicable, 1 ignored (“Check the disc first”)` */
function answered(lessons: readonly AskedLesson[]): string {
  const parts = answerOutcomes.flatMap((each) => {
    const titles = lessons.filter(({ answer }) => answer?.outcome === each).map(quoted);
    if (titles.length === 0) return [];
    const which = each === 'ignored' ? ` (${listed(titles, 'and')})` : '';
    return [`${titles.length} ${outcomeInWords[each]}${which}`];
  });
  return `${counted(lessons.length, 'lesson')} answered: ${parts.join(', ')}`;
}

const quoted = ({ title }: { title: string }) => `“${title}”`;

/** An answer is no verdict: only what was done about a lesson is shown as passed. */
const statusOf: Record<AnswerOutcome, GateStatus> = {
  heeded: 'passed',
  'not-applicable': 'not-applicable',
  ignored: 'not-applicable',
};

function evidenceOf({ title, answer }: AskedLesson, { nameOf, now, zone }: Told): Evidence {
  if (answer === null) return ownEvidence(`“${title}” is not answered`, 'waiting', '');
  const { outcome: said, note, byId, at } = answer;
  const what = `“${title}” ${outcomeInWords[said]}: ${note}`;
  return ownEvidence(what, statusOf[said], `${nameOf(byId)}, ${formatWhen(at, zone, now)}`);
}

function outcome(
  status: GateStatus,
  summary: string,
  needs: string[],
  evidence: Evidence[],
): GateOutcome {
  return { status, summary, needs, evidence, asOf: null };
}
