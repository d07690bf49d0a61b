export { ConsultationsPart } from './ConsultationsPart.tsx';
