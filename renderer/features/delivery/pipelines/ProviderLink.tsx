import Button from '@mui/material/Button';
import { ExternalLink } from 'lucide-react';
import { safeLink } from './run-words.ts';
import styles from './pipelines.module.css';

/** The way to a row at its provider, in a cell; nothing where the address is none to follow. */
export function ProviderLink({ url, what }: { url: string | null; what: string }) {
  const href = safeLink(url);
  if (href === null) return null;
  return (
    <a
      href={href}
      className={styles['link']}
      target="_blank"
      rel="noreferrer"
      aria-label={`Open ${what} at the provider`}
      title="Open at the provider"
    >
      <ExternalLink size={14} aria-hidden />
    </a>
  );
}

/** What an inspector offers of it: the button, or why there is none. */
export function providerActions(url: string | null) {
  const href = safeLink(url);
  if (href === null) {
    const actionsNote =
      url === null
        ? undefined
        : 'The provider gave an address that is no web address, so it is not offered as a link.';
    return { actions: undefined, actionsNote };
  }
  const actions = (
    <Button component="a" href={href} target="_blank" rel="noreferrer" startIcon={<ExternalLink />}>
      Open at the provider
    </Button>
  );
  return { actions, actionsNote: undefined };
}
