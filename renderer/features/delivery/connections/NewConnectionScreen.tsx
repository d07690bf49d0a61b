import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ListedContext } from '#shared/contract/delivery/connections.ts';
import type { WorkflowMapping } from '#shared/model/delivery/pipelines.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dropDraft, useDraft, withDraft } from '../../../state/draft.ts';
import {
  connectionFields,
  fieldNames,
  fieldsOf,
  sentOf,
  triedOf,
  type ConnectionFields,
} from './connection-fields.ts';
import { ConnectionFieldset } from './ConnectionFieldset.tsx';
import { ContextFields, type ChosenContext } from './ContextFields.tsx';
import styles from './fields.module.css';
import { MappingEditor } from './MappingEditor.tsx';
import { providerWords } from './providers/index.ts';
import { TestResult } from './TestResult.tsx';
import { useTest } from './use-test.ts';

const draftKey = 'connection.new';

/** Connects a repository of a provider: where, with which token, and what its workflows build. */
export function NewConnectionScreen() {
  const navigate = useNavigate();
  const save = useCommand('connections.save');
  const [chosen, setChosen] = useState<ChosenContext | null>(null);
  const useContext = useCommand('connections.useContext');
  const tried = useTest(chosen);
  const services = useProcedure('services.list', {}).data ?? [];
  const [mapping, setMapping] = useState<WorkflowMapping[]>([]);
  const form = useForm<ConnectionFields>({
    resolver: zodResolver(connectionFields),
    defaultValues: withDraft(draftKey, fieldsOf(null)),
  });
  useDraft(draftKey, form, ['token']);
  const provider = form.watch('provider');

  // A context says where its cluster is, and often which namespace is worked in.
  function contextChosen(context: ChosenContext | null, listed: ListedContext | null): void {
    setChosen(context);
    if (listed === null) return;
    form.setValue('baseUrl', listed.server, { shouldDirty: true });
    if (listed.namespace !== null) form.setValue('repository', listed.namespace);
    if (form.getValues('name').trim() === '') form.setValue('name', listed.name);
  }

  async function test(fields: ConnectionFields): Promise<void> {
    await tried.test(triedOf(fields));
  }

  async function connect(fields: ConnectionFields): Promise<void> {
    const saved = await save.run({ ...sentOf(fields), workflows: mapping });
    if (!saved.ok) {
      showFieldErrors(saved.error, fieldNames, form.setError);
      return;
    }
    dropDraft(draftKey);
    if (chosen !== null && fields.provider === 'kubernetes') {
      await useContext.run({ connectionId: saved.value.id, context: chosen });
    }
    showToast({ text: `${fields.name} connected` });
    await navigate({
      to: '/pipelines/$connectionId',
      params: { connectionId: saved.value.id },
      replace: true,
    });
  }

  return (
    <>
      <PageHeader title="Connect a system" note="In the cloud or on a server of your own" />
      <SplitView>
        <form
          className={styles['form']}
          noValidate
          onSubmit={(event) => void form.handleSubmit(connect)(event)}
        >
          {save.error && <ErrorPanel {...errorParts('The connection was not saved', save.error)} />}
          <Section title="Where it is">
            <Panel padded>
              <ConnectionFieldset form={form} hasToken={null} />
              {provider === 'kubernetes' && (
                <ContextFields chosen={chosen} onChoose={contextChosen} />
              )}
              <div className={styles['actions']}>
                <Button loading={tried.pending} onClick={() => void form.handleSubmit(test)()}>
                  Test
                </Button>
              </div>
              <TestResult reached={tried.reached} error={tried.error} />
            </Panel>
          </Section>
          {providerWords[provider].workflow !== undefined && (
            <Section
              title="What its workflows build"
              note={tried.reached ? undefined : 'a test lists them; they can be mapped later, too'}
            >
              <MappingEditor
                provider={provider}
                mapping={mapping}
                onChange={setMapping}
                known={tried.reached?.workflows ?? []}
                services={services}
              />
            </Section>
          )}
          <div className={styles['actions']}>
            <Button type="submit" variant="contained" loading={save.pending}>
              Connect
            </Button>
            <Button variant="text" onClick={() => void navigate({ to: '/pipelines' })}>
              Cancel
            </Button>
          </div>
        </form>
      </SplitView>
    </>
  );
}
