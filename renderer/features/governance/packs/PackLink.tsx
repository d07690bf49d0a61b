import Button from '@mui/material/Button';
import { FileSignature } from 'lucide-react';

/** The way from the gates of a release to a pack on them. */
export function PackLink({ releaseId }: { releaseId: string }) {
  return (
    <Button
      size="small"
      startIcon={<FileSignature />}
      href={`#/cab/packs?sel=new&release=${releaseId}`}
      title="One file for reviewers without a network"
    >
      Make a CAB pack…
    </Button>
  );
}
