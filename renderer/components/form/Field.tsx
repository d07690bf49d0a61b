import { useId } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import styles from './Field.module.css';

/** What every field of a form takes. */
export type FieldProps = {
  label: string;
  /** Under the field: what it is for, or an example. */
  help?: ReactNode;
  /** Beside the field, in words: what was expected, what was found, what to do. */
  error?: string | undefined;
  /** Says "optional" after the label; all other fields are needed. */
  optional?: boolean;
  /** Pixels the control grows to. */
  width?: number;
};

/** Attributes that tie a control to its label, help and error. */
export type ControlTies = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

type Shown = FieldProps & { children: (ties: ControlTies) => ReactNode };

/** A control with its label above, help under and error beside. Children get the ties to spread. */
export function Field({ label, help, error, optional = false, width, children }: Shown) {
  const id = useId();
  const hasError = error !== undefined && error !== '';
  const described = [hasError && `${id}-error`, help !== undefined && `${id}-help`];
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
        {optional && <Optional />}
      </label>
      <div className={styles['middle']}>
        <div className={styles['control']} style={widthStyle(width)}>
          {children({
            id,
            'aria-describedby': described.filter(Boolean).join(' ') || undefined,
            'aria-invalid': hasError ? true : undefined,
          })}
        </div>
        {hasError && <FieldError id={`${id}-error`} text={error} />}
      </div>
      {help !== undefined && <FieldHelp id={`${id}-help`}>{help}</FieldHelp>}
    </div>
  );
}

/** The same around several controls that answer one question (radio buttons, date with time). */
export function FieldGroup({
  label,
  help,
  error,
  optional = false,
  children,
}: FieldProps & { children: ReactNode }) {
  const id = useId();
  const hasError = error !== undefined && error !== '';
  return (
    <fieldset
      className={styles['field']}
      aria-describedby={hasError ? `${id}-error` : help !== undefined ? `${id}-help` : undefined}
    >
      <legend className={styles['label']}>
        {label}
        {optional && <Optional />}
      </legend>
      <div className={styles['middle']}>
        {children}
        {hasError && <FieldError id={`${id}-error`} text={error} />}
      </div>
      {help !== undefined && <FieldHelp id={`${id}-help`}>{help}</FieldHelp>}
    </fieldset>
  );
}

/** Fields that belong together, side by side where there is room: a date and its time. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

function widthStyle(width: number | undefined): CSSProperties | undefined {
  return width === undefined ? undefined : { flexBasis: width, maxWidth: width };
}

function Optional() {
  return <span className={styles['optional']}> optional</span>;
}

function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <span id={id} className={styles['error']} role="alert">
      <CircleAlert size={14} aria-hidden />
      {text}
    </span>
  );
}

function FieldHelp({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className={styles['help']}>
      {children}
    </span>
  );
}
