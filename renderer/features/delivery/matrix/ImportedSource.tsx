import { Link } from '@tanstack/react-router';
import type { ImportedFrom } from '#shared/model/delivery/matrix.ts';
import { ProviderLink } from '../pipelines/index.ts';

/** The connection that told it, with the provider's own page where that is known. */
export function ImportedSource({ imported }: { imported: ImportedFrom }) {
  const { connectionId, connection, url } = imported;
  return (
    <>
      <Link to="/pipelines/$connectionId" params={{ connectionId }}>
        <bdi>{connection}</bdi>
      </Link>{' '}
      <ProviderLink url={url} what="it" />
    </>
  );
}
