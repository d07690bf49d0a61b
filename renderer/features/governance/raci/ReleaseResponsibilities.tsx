import { useState } from 'react';
import Button from '@mui/material/Button';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Section } from '../../../components/Section.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { Responsibilities } from './Responsibilities.tsx';

/** Who answers for the gates of one release: what is wrong in a few words, the matrix once asked for. */
export function ReleaseResponsibilities({ page }: { page: ReleasePage }) {
  const [shown, setShown] = useState(false);
  const findings = useProcedure('raci.check', { releaseId: page.release.id }).data;
  const note =
    findings === undefined
      ? ''
      : findings.length === 0
        ? 'every gate has one who answers for it'
        : `${findings.length} to look at`;
  return (
    <Section
      title="Responsibilities"
      note={note}
      actions={
        <Button
          size="small"
          variant="text"
          aria-expanded={shown}
          onClick={() => setShown((before) => !before)}
        >
          {shown ? 'Hide the matrix' : 'Show the matrix'}
        </Button>
      }
    >
      {shown && (
        <Responsibilities
          releaseId={page.release.id}
          editable={page.editable && page.release.phase !== 'closed'}
          onDeputies={() => {
            window.location.hash = '#/settings/responsibilities';
          }}
        />
      )}
    </Section>
  );
}
