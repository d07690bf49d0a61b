import type { StatusKind } from '../app/theme/tokens.ts';
import styles from './ReadinessRing.module.css';

type ReadinessRingProps = {
  /** How many are passed, of how many. */
  passed: number;
  of: number;
  /** The worst state among the rest; the ring takes its colour. Passed when all are. */
  tone?: StatusKind;
  /** What is counted, told to screen readers. */
  what?: string;
  /** Pixels across; without it, what the figures need. Under 30 they stay out. */
  size?: number;
};

/** How many gates are through, as a ring. */
export function ReadinessRing(props: ReadinessRingProps) {
  const { passed, of, what = 'gates passed' } = props;
  const text = `${passed}/${of}`;
  const size = props.size ?? (text.length > 4 ? 44 : 38);
  const tone = props.tone ?? (of > 0 && passed >= of ? 'passed' : 'waiting');
  const stroke = size >= 30 ? 4 : 3;
  const radius = (size - stroke) / 2;
  const around = 2 * Math.PI * radius;
  const share = of === 0 ? 0 : Math.min(1, passed / of);
  return (
    <svg
      className={styles['ring']}
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={`${passed} of ${of} ${what}`}
    >
      <g fill="none" strokeWidth={stroke} transform={`rotate(-90 ${size / 2} ${size / 2})`}>
        <circle className={styles['track']} cx={size / 2} cy={size / 2} r={radius} />
        {share > 0 && (
          <circle
            stroke={`var(--sl-${tone})`}
            strokeLinecap={share < 1 ? 'round' : 'butt'}
            strokeDasharray={`${around * share} ${around}`}
            cx={size / 2}
            cy={size / 2}
            r={radius}
          />
        )}
      </g>
      {size >= 30 && (
        <text
          className={styles['text']}
          x="50%"
          y="50%"
          dominantBaseline="central"
          textAnchor="middle"
          fontSize={Math.max(12, Math.round(size * 0.28))}
        >
          {text}
        </text>
      )}
    </svg>
  );
}
