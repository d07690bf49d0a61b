import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../../renderer/components/toasts/Toasts.tsx';
import {
  showToast,
  toastTime,
  useToasts,
} from '../../../renderer/components/toasts/toast-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
  useToasts.setState({ toasts: [] });
  render(<Toasts />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) =>
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
const show = (toast: Parameters<typeof showToast>[0]) =>
  act(() => {
    showToast(toast);
  });

describe('toasts', () => {
  it('leave after eight seconds', () => {
    show({ text: 'Risk removed' });
    pass(toastTime - 1);
    expect(screen.getByText('Risk removed')).toBeTruthy();
    pass(1);
    expect(screen.queryByText('Risk removed')).toBeNull();
  });

  it('stay while somebody points at them, and leave eight seconds after', () => {
    show({ text: 'Risk removed' });
    const bar = screen.getByText('Risk removed');
    fireEvent.pointerEnter(bar.parentElement ?? bar);
    pass(toastTime * 3);
    expect(screen.getByText('Risk removed')).toBeTruthy();
    fireEvent.pointerLeave(bar.parentElement ?? bar);
    pass(toastTime);
    expect(screen.queryByText('Risk removed')).toBeNull();
  });

  it('take it back once and go', () => {
    const undo = vi.fn();
    show({ text: 'Risk removed', undo });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText('Risk removed')).toBeNull();
  });

  it('offer no undo where there is none', () => {
    show({ text: 'Dossier written' });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });

  it('let the oldest go for a fourth', () => {
    for (const text of ['one', 'two', 'three', 'four']) show({ text });
    expect(screen.queryByText('one')).toBeNull();
    expect(screen.getByText('four')).toBeTruthy();
  });
});
