import { useNavigate } from '@tanstack/react-router';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { ChecklistTabs } from '../checklists/index.ts';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';

/** What checklists are filled with: the program's own template, and those of the workspace. */
export function ChecklistTemplatesScreen({ opened }: { opened: string | undefined }) {
  return (
    <>
      <PageHeader title="Checklists">
        <ChecklistTabs current="templates" />
      </PageHeader>
      <Room opened={opened} />
    </>
  );
}

function Room({ opened }: { opened: string | undefined }) {
  const navigate = useNavigate();
  const list = useProcedure('checklists.templates', {});
  const people = useProcedure('people.list', {});
  const open = (id: string | undefined) =>
    void navigate({ to: '/checklists/templates', search: id === undefined ? {} : { sel: id } });
  const failed = list.isError && list.data === undefined ? list : people;
  if (failed.isError && failed.data === undefined) {
    return (
      <SplitView>
        <ErrorPanel
          {...errorParts('The checklist templates could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        />
      </SplitView>
    );
  }
  if (list.data === undefined || people.data === undefined) {
    return (
      <SplitView>
        <SkeletonRows what="the checklist templates" />
      </SplitView>
    );
  }
  if (opened === undefined) {
    return <TemplateList templates={list.data} people={people.data.people} onOpen={open} />;
  }
  return (
    <OpenTemplate key={opened} id={opened} lists={people.data} onClose={() => open(undefined)} />
  );
}

type OpenTemplateProps = {
  id: string;
  lists: Parameters<typeof TemplateEditor>[0]['lists'];
  onClose: () => void;
};

function OpenTemplate({ id, lists, onClose }: OpenTemplateProps) {
  const template = useProcedure('checklists.template', { id });
  if (template.data !== undefined) {
    return <TemplateEditor template={template.data} lists={lists} onClose={onClose} />;
  }
  return (
    <SplitView>
      {template.isError ? (
        <ErrorPanel
          {...errorParts('The checklist template could not be read', template.error)}
          onRetry={() => void template.refetch()}
        />
      ) : (
        <SkeletonRows what="the checklist template" />
      )}
    </SplitView>
  );
}
