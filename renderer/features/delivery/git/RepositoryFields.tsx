import { useState } from 'react';
import Button from '@mui/material/Button';
import { FolderOpen } from 'lucide-react';
import { useAsk } from '../../../api/useAsk.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { FolderDialog } from '../../workspace/workspace/index.ts';
import type { RepositoryState } from './use-repository.ts';
import styles from './git.module.css';

type RepositoryFieldsProps = { page: ReleasePage; repository: RepositoryState };

/** Whose repository it is and where it lies on this device. */
export function RepositoryFields({ page, repository }: RepositoryFieldsProps) {
  const { serviceId, look, path, asked, type, ask, chooseService } = repository;
  const [choosing, setChoosing] = useState(false);
  const fileDialog = useProcedure('device.info', {}).data?.fileDialog ?? false;
  const pickFile = useAsk('device.pickFile');
  const services = page.release.components.flatMap((component) => {
    const service = page.names.services.find(({ id }) => id === component.serviceId);
    return service === undefined ? [] : [{ value: service.id, label: service.name }];
  });
  const error = look.error?.error;

  async function choose(): Promise<void> {
    if (!fileDialog) {
      setChoosing(true);
      return;
    }
    const picked = await pickFile({ title: 'Choose a repository', mode: 'folder', extension: '*' });
    if (!picked.ok) showToast({ text: picked.error.message, tone: 'failed' });
    else if (picked.value.path !== null) ask(picked.value.path);
  }

  return (
    <div className={styles['place']}>
      <SelectInput
        label="Service"
        width={2400}
        none="No service in particular"
        options={services}
        value={serviceId ?? ''}
        onChange={({ target }) => chooseService(target.value === '' ? null : target.value)}
      />
      <TextInput
        autoFocus={asked === ''}
        label="Repository"
        mono
        width={2400}
        dir="ltr"
        spellCheck={false}
        placeholder="/home/mara/code/payments-api"
        value={path}
        error={path === asked ? error?.fields?.['path'] : undefined}
        onChange={({ target }) => type(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          ask(path);
        }}
      />
      <div className={styles['buttons']}>
        <Button startIcon={<FolderOpen />} onClick={() => void choose()}>
          Choose a folder…
        </Button>
        <Button loading={look.isFetching} disabled={path.trim() === ''} onClick={() => ask(path)}>
          Read
        </Button>
      </div>
      <FolderDialog
        open={choosing}
        title="Choose a repository"
        onClose={() => setChoosing(false)}
        onFolder={(folder) => {
          setChoosing(false);
          ask(folder);
        }}
      />
    </div>
  );
}
