import Button from '@mui/material/Button';
import { Sheet } from 'lucide-react';

/** The way to the import, from each list a sheet can fill. */
export function ImportLink() {
  return (
    <Button href="#/import" startIcon={<Sheet />}>
      Import a spreadsheet…
    </Button>
  );
}
