import Button from '@mui/material/Button';
import { Server } from 'lucide-react';
import { Empty } from '../../../components/Empty.tsx';

type MatrixEmptyProps = {
  environments: number;
  isNarrowed: boolean;
  /** Only services that drift were asked for. */
  isDrifting: boolean;
  onClear: () => void;
};

/** Why the matrix has no row, and the way on. */
export function MatrixEmpty({ environments, isNarrowed, isDrifting, onClear }: MatrixEmptyProps) {
  if (isNarrowed) {
    return (
      <Empty
        text="No service fits these filters."
        action={<Button onClick={onClear}>Clear all filters</Button>}
      />
    );
  }
  if (isDrifting) {
    return (
      <Empty
        text="Nothing drifts: production runs what staging validated, and nothing is older than the limit."
        action={<Button onClick={onClear}>Show all services</Button>}
      />
    );
  }
  const lacks = environments === 0 ? 'environments' : 'services';
  return (
    <Empty
      picture={<Server size={32} />}
      text="Which version of each service runs in each environment, since when and by which deployment. It fills by itself from the deployments recorded at releases."
      action={
        <Button variant="contained" href={`#/settings/${lacks}`}>
          Add {lacks}
        </Button>
      }
    />
  );
}
