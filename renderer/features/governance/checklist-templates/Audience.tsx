import { riskBands } from '#shared/model/governance/risks.ts';
import type { RiskBand } from '#shared/model/governance/risks.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { capital } from '../../../components/filter/filter-part.ts';
import styles from './checklist-templates.module.css';

type Chosen = { types: ReleaseType[]; bands: RiskBand[] };

type AudienceProps = Chosen & { onChange: (next: Chosen) => void };

/** Which releases something is for; with nothing chosen it is for all. */
export function Audience({ types, bands, onChange }: AudienceProps) {
  return (
    <>
      <FieldGroup label="For the types" help="None chosen: all of them.">
        <div className={styles['choices']}>
          {releaseTypes.map((type) => (
            <CheckboxInput
              key={type}
              label={capital(type)}
              checked={types.includes(type)}
              onChange={() => onChange({ bands, types: toggled(releaseTypes, types, type) })}
            />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup label="For the risk bands" help="None chosen: all of them.">
        <div className={styles['choices']}>
          {riskBands.map((band) => (
            <CheckboxInput
              key={band}
              label={capital(band)}
              checked={bands.includes(band)}
              onChange={() => onChange({ types, bands: toggled(riskBands, bands, band) })}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}

/** In the order of the list, so that the same choices are the same content. */
function toggled<T>(all: readonly T[], chosen: readonly T[], value: T): T[] {
  return all.filter((each) => chosen.includes(each) !== (each === value));
}
