import type { Risk } from '#shared/model/governance/risks.ts';
import { riskBandOf } from '#shared/rules/governance/risk.ts';
import { PanelRow } from '../../../components/Panel.tsx';
import { Person } from '../../../components/Person.tsx';
import { RiskBand } from '../../../components/RiskBand.tsx';
import { AttachedMark } from '../../workspace/attachments/index.ts';
import type { AttachedCount } from '../../workspace/attachments/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { DueBy } from './DueBy.tsx';
import { arithmeticOf, leftOf, scoreOf, stateWords } from './risk-words.ts';
import styles from './risks.module.css';

type RiskRowProps = {
  risk: Risk;
  count: AttachedCount | undefined;
  names: ReleasePage['names'];
  today: string;
  selected: boolean;
  onOpen: () => void;
};

export function RiskRow({ risk, count, names, today, selected, onOpen }: RiskRowProps) {
  const isOpen = risk.state === 'open';
  return (
    <PanelRow
      lead={
        <span className={`${styles['score']} ${isOpen ? '' : styles['settled']}`}>
          <RiskBand short band={riskBandOf(scoreOf(risk))} score={scoreOf(risk)} />
        </span>
      }
      title={<bdi className={isOpen ? undefined : styles['settled']}>{risk.title}</bdi>}
      beside={<AttachedMark count={count} />}
      note={[arithmeticOf(risk), leftOf(risk), risk.mitigation].filter(Boolean).join(' · ')}
      end={
        <>
          {isOpen && <DueBy risk={risk} today={today} />}
          {risk.ownerId !== null && <Person discOnly name={names.person(risk.ownerId)} />}
          <span className={styles['state']}>{stateWords[risk.state]}</span>
        </>
      }
      selected={selected}
      onOpen={onOpen}
    />
  );
}
