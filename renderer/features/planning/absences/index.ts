export { AbsenceDialog } from './AbsenceDialog.tsx';
export { AbsenceList } from './AbsenceList.tsx';
export { PersonAbsences } from './PersonAbsences.tsx';
