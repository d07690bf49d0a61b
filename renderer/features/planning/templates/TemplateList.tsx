import { useState } from 'react';
import Button from '@mui/material/Button';
import { Copy, LayoutTemplate } from 'lucide-react';
import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { Empty } from '../../../components/Empty.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { relativeText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { CopyTemplate } from './CopyTemplate.tsx';
import { countsInWords, usedInWords } from './template-words.ts';
import styles from './templates.module.css';

type TemplateListProps = {
  templates: readonly TemplateSummary[];
  people: readonly Person[];
  onOpen: (id: string) => void;
};

/** The templates to choose from; those of the workspace open, the program's own can be copied. */
export function TemplateList({ templates, people, onOpen }: TemplateListProps) {
  const now = useNow();
  const [copying, setCopying] = useState<TemplateSummary | null>(null);
  const own = templates.flatMap((each) => (each.own === null ? [] : [{ ...each, own: each.own }]));
  const shipped = templates.filter((each) => each.own === null);
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody';
  return (
    <SplitView>
      <Section title="Your templates" note={own.length === 0 ? undefined : `${own.length}`}>
        {own.length === 0 && (
          <Empty
            picture={<LayoutTemplate size={32} />}
            text="A template of your own is what new releases begin with: gates, roles, checklist, lead times. Save one from a release (Go on → Save as template), or copy one of the five below."
          />
        )}
        {own.length > 0 && (
          <PanelList label="Your templates">
            {own.map((each) => (
              <PanelRow
                key={each.own.id}
                title={<bdi className={styles['name']}>{each.name}</bdi>}
                beside={`version ${each.own.number}`}
                note={
                  <bdi className={styles['about']} title={each.about}>
                    {each.about}
                  </bdi>
                }
                end={
                  <span className={styles['facts']}>
                    {countsInWords(each)}
                    <br />
                    {usedInWords(each.releases)} · saved {relativeText(each.own.savedAt, now)} by{' '}
                    <bdi>{nameOf(each.own.savedById)}</bdi>
                  </span>
                }
                onOpen={() => onOpen(each.own.id)}
              />
            ))}
          </PanelList>
        )}
      </Section>
      <Section title="Shipped with Slipway" note="one for each type; copy one to change it">
        <PanelList label="Shipped with Slipway">
          {shipped.map((each) => (
            <PanelRow
              key={each.type}
              title={each.name}
              note={each.about}
              end={
                <>
                  <span className={styles['facts']}>
                    {countsInWords(each)}
                    <br />
                    {usedInWords(each.releases)}
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
