import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';

/** Opens the form for a new lesson. */
export function AddLesson() {
  return (
    <Button variant="contained" startIcon={<Plus />} href="#/improve?show=lessons&sel=new">
      Add a lesson
    </Button>
  );
}
