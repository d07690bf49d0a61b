import { CircleAlert, OctagonAlert, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { RiskBand as Band } from '#shared/model/governance/risks.ts';
import styles from './RiskBand.module.css';

const looks: Record<Band, { icon: LucideIcon; word: string }> = {
  low: { icon: ShieldCheck, word: 'Low risk' },
  medium: { icon: CircleAlert, word: 'Medium risk' },
  high: { icon: TriangleAlert, word: 'High risk' },
  critical: { icon: OctagonAlert, word: 'Critical risk' },
};

type RiskBandProps = {
  band: Band;
  /** Likelihood × impact of the riskiest thing; left out where it says nothing, as for no risks. */
  score?: number;
  /** The word alone, for columns whose head says "risk". */
  short?: boolean;
};

/** How risky a release is, by icon, word and colour together. */
export function RiskBand({ band, score, short = false }: RiskBandProps) {
  const { icon: Icon, word } = looks[band];
  const text = short ? word.replace(' risk', '') : word;
  return (
    <span className={`${styles['band']} ${styles[band]}`}>
      <Icon size={14} aria-hidden />
      {text}
      {score !== undefined && score > 0 && <span className={styles['score']}>{score}</span>}
    </span>
  );
}
