import { assertNever } from '#shared/model/refusal.ts';
import type { TemplateCondition, TemplateFact } from '#shared/model/planning/templates.ts';
import type { Criticality } from '#shared/model/workspace/services.ts';

/** What conditions of templates are asked about. */
export type TemplateSubject = {
  services: readonly { name: string; financial: boolean; criticality: Criticality }[];
  dataMigration: boolean;
};

const factWords: Record<TemplateFact, string> = {
  'financial-service': 'a financial service',
  'critical-service': 'a critical service',
  'data-migration': 'a data migration',
};

/** Whether a condition holds, with the rule and what it saw: `rule “…” (seen: …).` */
export function evaluateCondition(
  condition: TemplateCondition | undefined,
  templateName: string,
  subject: TemplateSubject,
): { holds: boolean; reason: string } {
  const rule = `rule “${conditionWords(condition, templateName)}”`;
  if (!condition) return { holds: true, reason: `${rule} (seen: ${everythingSeen(subject)}).` };
  const seen = condition.anyOf.flatMap((fact) => seenOf(fact, subject));
  const found = seen.length > 0 ? seen.join(', ') : everythingSeen(subject);
  return { holds: seen.length > 0, reason: `${rule} (seen: ${found}).` };
}

/** The rule in words: `every major release`, `releases with a financial service or a data migration`. */
export function conditionWords(
  condition: TemplateCondition | undefined,
  templateName: string,
): string {
  if (!condition) return `every ${templateName.toLowerCase()}`;
  return `releases with ${condition.anyOf.map((fact) => factWords[fact]).join(' or ')}`;
}

function seenOf(fact: TemplateFact, { services, dataMigration }: TemplateSubject): string[] {
  switch (fact) {
    case 'financial-service':
      return services.filter((each) => each.financial).map((each) => `${each.name} is financial`);
    case 'critical-service':
      return services
        .filter((each) => each.criticality === 'critical')
        .map((each) => `${each.name} is critical`);
    case 'data-migration':
      return dataMigration ? ['a data migration'] : [];
    default:
      return assertNever(fact);
  }
}

function everythingSeen({ services, dataMigration }: TemplateSubject): string {
  const traits = services.map(({ name, financial, criticality }) => {
    return `${name}, ${criticality} criticality${financial ? ', financial' : ''}`;
  });
  const components = traits.length > 0 ? traits.join('; ') : 'no component yet';
  return `${components}; ${dataMigration ? 'a data migration' : 'no data migration'}`;
}
