import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import styles from './questions.module.css';
import { impacts, likelihoods } from './risk-words.ts';
import { freeKey } from './use-questions.ts';
import type { TypedQuestion } from './use-questions.ts';

type QuestionEditorProps = {
  question: TypedQuestion;
  number: number;
  onChange: (patch: Partial<TypedQuestion>) => void;
  onRemove: () => void;
};

/** One question with its weight, and its answers with the level each stands for. */
export function QuestionEditor({ question, number, onChange, onRemove }: QuestionEditorProps) {
  const { answers, axis } = question;
  const levels = axis === 'likelihood' ? likelihoods : impacts;
  const change = (at: number, patch: Partial<TypedQuestion['answers'][number]>) =>
    onChange({ answers: answers.map((each, n) => (n === at ? { ...each, ...patch } : each)) });
  return (
    <Panel padded>
      <div className={styles['head']}>
        <TextInput
          label={`Question ${number}`}
          width={520}
          value={question.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <TextInput
          label="Weight"
          inputMode="decimal"
          width={80}
          value={question.weight}
          onChange={(event) => onChange({ weight: event.target.value })}
        />
        <Button variant="text" onClick={onRemove}>
          Remove<span className="visually-hidden"> question {number}</span>
        </Button>
      </div>
      <ol className={styles['answers']} aria-label={`Answers to question ${number}`}>
        {answers.map((answer, at) => (
          <li key={answer.key}>
            <SelectInput
              label={`Level of answer ${at + 1}`}
              width={170}
              options={levels}
              value={answer.level}
              onChange={(event) => change(at, { level: event.target.value })}
            />
            <TextInput
              label={`Answer ${at + 1}`}
              width={420}
              value={answer.text}
              onChange={(event) => change(at, { text: event.target.value })}
            />
            <IconButton
              size="small"
              aria-label={`Remove answer ${at + 1} of question ${number}`}
              disabled={answers.length <= 2}
              onClick={() => onChange({ answers: answers.filter((_each, n) => n !== at) })}
            >
              <X size={16} />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        variant="text"
        startIcon={<Plus />}
        disabled={answers.length >= 10}
        onClick={() =>
          onChange({
            answers: [...answers, { key: freeKey('answer', answers), text: '', level: '3' }],
          })
        }
      >
        Add an answer<span className="visually-hidden"> to question {number}</span>
      </Button>
    </Panel>
  );
}
