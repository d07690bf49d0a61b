import { useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';

/** What releases begin with: the program's own templates, and those of the workspace. */
export function TemplatesSettings() {
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useProcedure('templates.list', {});
  const people = useProcedure('people.list', {});
  const failed = list.isError && list.data === undefined ? list : people;
  if (failed.isError && failed.data === undefined) {
    return (
      <SplitView>
        <ErrorPanel
          {...errorParts('The templates could not be read', failed.error)}
          onRetry={() => void failed.refetch()}
        />
      </SplitView>
    );
  }
  if (list.data === undefined || people.data === undefined) {
    return (
      <SplitView>
        <SkeletonRows what="the templates" />
      </SplitView>
    );
  }
  if (openId === null) {
    return <TemplateList templates={list.data} people={people.data.people} onOpen={setOpenId} />;
  }
  return (
    <OpenTemplate key={openId} id={openId} lists={people.data} onClose={() => setOpenId(null)} />
  );
}

type OpenTemplateProps = {
  id: string;
  lists: Parameters<typeof TemplateEditor>[0]['lists'];
  onClose: () => void;
};

function OpenTemplate({ id, lists, onClose }: OpenTemplateProps) {
  const template = useProcedure('templates.get', { id });
  if (template.data !== undefined) {
    return <TemplateEditor template={template.data} lists={lists} onClose={onClose} />;
  }
  return (
    <SplitView>
      {template.isError ? (
        <ErrorPanel
          {...errorParts('The template could not be read', template.error)}
          onRetry={() => void template.refetch()}
        />
      ) : (
        <SkeletonRows what="the template" />
      )}
    </SplitView>
  );
}
