import { create } from 'zustand';

export type Toast = {
  id: number;
  /** What was done, in the past tense: "Risk removed". */
  text: string;
  tone: 'done' | 'failed';
  /** Takes it back; the toast offers "Undo" when there is one. */
  undo?: (() => void) | undefined;
  /** Another way on, with a verb of its own: "Redo". */
  action?: { label: string; run: () => void };
};

/** Milliseconds a toast stays, unless somebody points at it or has the focus in it. */
export const toastTime = 8000;

/** At most so many at once: the oldest leaves for a fourth. */
const most = 3;

type ToastStore = {
  toasts: readonly Toast[];
  lastId: number;
  show: (toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }) => number;
  dismiss: (id: number) => void;
};

export const useToasts = create<ToastStore>((set, get) => ({
  toasts: [],
  lastId: 0,
  show: (toast) => {
    const id = get().lastId + 1;
    const shown: Toast = { tone: 'done', ...toast, id };
    set((store) => ({ lastId: id, toasts: [...store.toasts, shown].slice(-most) }));
    return id;
  },
  dismiss: (id) => set((store) => ({ toasts: store.toasts.filter((toast) => toast.id !== id) })),
}));

/** Tells that something was done, from anywhere: `showToast({ text: 'Risk removed', undo })`. */
export function showToast(toast: Parameters<ToastStore['show']>[0]): number {
  return useToasts.getState().show(toast);
}
