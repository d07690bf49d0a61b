import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';

type WithdrawExceptionProps = { exception: ExceptionView; onClose: () => void };

/** Takes an exception back; what it covered stands in the way again. */
export function WithdrawException({ exception, onClose }: WithdrawExceptionProps) {
  const { run, pending } = useCommand('exceptions.withdraw');
  const { id, subjectName, state } = exception;
  const confirm = async () => {
    const answer = await run({ id });
    showToast(
      answer.ok
        ? { text: `Exception to ${subjectName} withdrawn` }
        : { text: answer.error.message, tone: 'failed' },
    );
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title="Withdraw the exception"
      action="Withdraw the exception"
      busy={pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {state === 'granted'
        ? 'What it covers stands in the way again. The record keeps that it was granted and withdrawn.'
        : 'Nobody decides on it any more. The record keeps that it was asked for and withdrawn.'}
    </ConfirmDialog>
  );
}
