import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { Grid3x3 } from 'lucide-react';

/** From the releases to the risks of all of them. */
export const riskRegister = (
  <Button component={Link} to="/releases/risks" variant="text" startIcon={<Grid3x3 />}>
    Risk register
  </Button>
);
