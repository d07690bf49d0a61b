import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import styles from './policies.module.css';

const signs = { same: '', added: '+', removed: '−', skipped: '' } as const;
const words = { same: '', added: 'Added: ', removed: 'Removed: ', skipped: '' } as const;

/** The text in force and the one that is edited, line by line. */
export function TextDifference({ from, to }: { from: string; to: string }) {
  const compared = useProcedure('policies.compare', { from, to }, { keepPrevious: true });
  if (compared.isError && compared.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The texts could not be compared', compared.error)}
        onRetry={() => void compared.refetch()}
      />
    );
  }
  if (compared.data === undefined) return <SkeletonRows what="the changes" />;
  if (compared.data.every(({ kind }) => kind === 'skipped' || kind === 'same')) {
    return <Empty text="The text is the one in force; nothing is changed yet." />;
  }
  return (
    <>
      <p className={styles['quiet']}>Against the policy in force</p>
      <ol
        className={styles['difference']}
        aria-label="Changes against the policy in force"
        tabIndex={0}
      >
        {compared.data.map(({ kind, text, line, lineBefore }, index) => (
          <li key={index} data-kind={kind}>
            <span className={styles['lineNumber']}>{line ?? lineBefore ?? ''}</span>
            <span className={styles['sign']} aria-hidden>
              {signs[kind]}
            </span>
            <span className="visually-hidden">{words[kind]}</span>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}
