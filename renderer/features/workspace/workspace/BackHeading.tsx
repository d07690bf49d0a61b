import Button from '@mui/material/Button';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import styles from './BackHeading.module.css';

type BackHeadingProps = { title: string; onBack: () => void };

/** Title of a step of the first run; takes the focus, since what had it is gone. */
export function BackHeading({ title, onBack }: BackHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['head']}>
      <Button variant="text" startIcon={<ArrowLeft />} onClick={onBack}>
        All ways to start
      </Button>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </div>
  );
}
