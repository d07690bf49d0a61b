import { formatLocales } from '#shared/model/workspace/formats.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { useDensity } from '../../../app/theme/density.ts';
import { useScheme } from '../../../app/theme/scheme.ts';
import { PassphraseForm } from '../../../components/editing/PassphraseForm.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { secretPlace, takesPassphrase } from '../../../components/secret-words.ts';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useFormats } from '../../../state/formats.ts';
import { whenText } from '../../../components/when-text.ts';
import { numberText } from '../../../components/number-text.ts';
import { AboutDevice } from './AboutDevice.tsx';
import styles from './device.module.css';

const schemes = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const densities = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
] as const;

const example = '2026-11-26T22:00:00.000Z';

const manners: Record<(typeof formatLocales)[number], string> = {
  'en-GB': 'English (United Kingdom)',
  'en-US': 'English (United States)',
  iso: 'International (ISO 8601)',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'fr-FR': 'Français',
  'it-IT': 'Italiano',
  'ja-JP': '日本語',
  'nl-NL': 'Nederlands',
  'pl-PL': 'Polski',
  'pt-BR': 'Português (Brasil)',
  'sv-SE': 'Svenska',
};

/** What belongs to this device and not to a workspace. */
export function DeviceSettings() {
  const info = useProcedure('device.info', {});
  const unlock = useCommand('device.unlockSecrets');
  const { choice, choose } = useScheme();
  const { density, setDensity } = useDensity();
  const { locale, setLocale } = useFormats();
  const secrets = info.data?.secrets;

  async function giveUnlock(passphrase: string) {
    const result = await unlock.run({ passphrase });
    if (!result.ok) return result.error;
    showToast({ text: 'The file of tokens is open' });
    return null;
  }

  return (
    <SplitView>
      <div className={styles['column']}>
        <Section title="Appearance" note="kept on this device">
          <Panel padded>
            <dl className={styles['choices']}>
              <dt>Colours</dt>
              <dd>
                <Segmented label="Colours" choices={schemes} value={choice} onPick={choose} />
              </dd>
              <dt>Rows</dt>
              <dd>
                <Segmented label="Rows" choices={densities} value={density} onPick={setDensity} />
              </dd>
              <dt>Dates and numbers</dt>
              <dd>
                <SelectInput
                  label="Language of dates and numbers"
                  width={280}
                  value={locale}
                  options={formatLocales.map((value) => ({ value, label: manners[value] }))}
                  help={`As in ${whenText(example, 'UTC', example)}, ${numberText(12345.6)}. Sentences and exports stay in English.`}
                  onChange={({ target }) => {
                    const chosen = formatLocales.find((known) => known === target.value);
                    if (chosen !== undefined) setLocale(chosen);
                  }}
                />
              </dd>
            </dl>
          </Panel>
        </Section>
        {info.isError && (
          <ErrorPanel
            {...errorParts('This device could not be asked about', info.error)}
            onRetry={() => void info.refetch()}
          />
        )}
        {secrets && (
          <Section title="Tokens" note="of pipeline connections">
            <Panel padded>
              <div className={styles['tokens']}>
                <p>
                  Tokens are kept {secretPlace(secrets)} They never enter a workspace file, a
                  backup, an export or an answer to this window.
                </p>
                {takesPassphrase(secrets) && (
                  <PassphraseForm starts={secrets.protection === 'memory'} submit={giveUnlock} />
                )}
              </div>
            </Panel>
          </Section>
        )}
        {info.data && <AboutDevice info={info.data} />}
      </div>
    </SplitView>
  );
}
