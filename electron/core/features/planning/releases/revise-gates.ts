import { eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { decision } from '#core/database/schema/approvals.ts';
import { gate } from '#core/database/schema/governance.ts';
import { component, release } from '#core/database/schema/planning.ts';
import { alive, ofReleases } from '#core/database/select.ts';
import type { Write } from '#core/database/write.ts';
import { gatesFromTemplate } from '#shared/rules/planning/templates/templates.ts';
import { templateBehind } from '../templates/index.ts';
import { servicesOf } from './rows.ts';

/**
 * Asks the template again after the components or the data migration changed: gates that have come
 * to be needed are added, those no longer asked for go, and each reason says what was seen now. A
 * gate somebody decided at stays whatever the template says.
 */
export function reviseGates(write: Write, { store }: Context, releaseId: string): void {
  const { type, dataMigration, templateVersionId } = write.find(release, releaseId);
  const parts = store.orm
    .select({ serviceId: component.serviceId })
    .from(component)
    .where(ofReleases(component, [releaseId]))
    .all();
  const wanted = gatesFromTemplate(templateBehind(store, { type, templateVersionId }), {
    services: servicesOf(store, parts),
    dataMigration,
  });
  const present = store.orm
    .select()
    .from(gate)
    .where(ofReleases(gate, [releaseId]))
    .all();
  for (const { order, ...values } of wanted) {
    const known = present.find(({ key }) => key === values.key);
    if (known === undefined) write.insert(gate, { ...values, order, releaseId });
    else write.update(gate, known.id, { why: values.why });
  }
  for (const { id, key } of present) {
    if (wanted.some((each) => each.key === key) || wasDecided(id)) continue;
    write.remove(gate, id);
  }

  function wasDecided(gateId: string): boolean {
    const found = store.orm
      .select({ id: decision.id })
      .from(decision)
      .where(alive(decision, eq(decision.gateId, gateId)))
      .limit(1)
      .get();
    return found !== undefined;
  }
}
