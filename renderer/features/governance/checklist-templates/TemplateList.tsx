import { useState } from 'react';
import Button from '@mui/material/Button';
import { Copy, ListChecks } from 'lucide-react';
import type { ChecklistTemplateSummary } from '#shared/model/governance/checklist-templates.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { audienceWords } from '#shared/rules/planning/templates/checklist-fill.ts';
import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { relativeText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { CopyTemplate } from './CopyTemplate.tsx';
import { ShippedItems } from './ShippedItems.tsx';
import styles from './checklist-templates.module.css';

type TemplateListProps = {
  templates: readonly ChecklistTemplateSummary[];
  people: readonly Person[];
  onOpen: (id: string) => void;
};

/** Those of the workspace open, the program's own is read and copied. */
export function TemplateList({ templates, people, onOpen }: TemplateListProps) {
  const now = useNow();
  const [copying, setCopying] = useState<ChecklistTemplateSummary | null>(null);
  const [reading, setReading] = useState<ChecklistTemplateSummary | null>(null);
  const own = templates.filter(({ id }) => id !== null);
  const shipped = templates.filter(({ id }) => id === null);
  const nameOf = (id: string | null) => people.find((each) => each.id === id)?.name ?? 'somebody';
  return (
    <SplitView
      inspector={
        reading !== null && <ShippedItems template={reading} onClose={() => setReading(null)} />
      }
    >
      <Section title="Your templates" note={own.length === 0 ? undefined : `${own.length}`}>
        {own.length === 0 && (
          <Empty
            picture={<ListChecks size={32} />}
            text="A checklist template of your own says what has to be true of your releases, by type and risk. Copy the one below to begin."
          />
        )}
        {own.length > 0 && (
          <PanelList label="Your templates">
            {own.map((each) => (
              <PanelRow
                key={each.id}
                title={<bdi className={styles['name']}>{each.name}</bdi>}
                beside={`version ${each.number}`}
                note={
                  <bdi className={styles['about']} title={each.about}>
                    {each.about}
                  </bdi>
                }
                end={
                  <>
                    <span className={styles['facts']}>
                      {factsOf(each)}
                      {each.savedAt !== null && (
                        <>
                          <br />
                          published {relativeText(each.savedAt, now)} by{' '}
                          <bdi>{nameOf(each.savedById)}</bdi>
                        </>
                      )}
                    </span>
                    <Button
                      startIcon={<Copy />}
                      aria-label={`Copy the template ${each.name}`}
                      onClick={() => setCopying(each)}
                    >
                      Copy
                    </Button>
                  </>
                }
                onOpen={() => each.id !== null && onOpen(each.id)}
              />
            ))}
          </PanelList>
        )}
      </Section>
      <Section title="Shipped with Slipway" note="used where none of yours is for a release">
        <PanelList label="Shipped with Slipway">
          {shipped.map((each) => (
            <PanelRow
              key={each.name}
              title={each.name}
              note={each.about}
              selected={reading !== null}
              end={
                <>
                  <span className={styles['facts']}>{factsOf(each)}</span>
                  <Button
                    startIcon={<Copy />}
                    aria-label={`Copy the template ${each.name}`}
                    onClick={() => setCopying(each)}
                  >
                    Copy
                  </Button>
                </>
              }
              onOpen={() => setReading(reading === null ? each : null)}
            />
          ))}
        </PanelList>
      </Section>
      {copying !== null && (
        <CopyTemplate template={copying} onSaved={onOpen} onClose={() => setCopying(null)} />
      )}
    </SplitView>
  );
}

function factsOf({ content, releases }: ChecklistTemplateSummary): string {
  const { items, types, bands } = content;
  const used = `${releases} open ${releases === 1 ? 'release' : 'releases'}`;
  return `${items.length} ${items.length === 1 ? 'item' : 'items'}, for ${audienceWords(types, bands)} · ${used}`;
}
