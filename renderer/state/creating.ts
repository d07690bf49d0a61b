import { create } from 'zustand';

/** True while this window makes a workspace and its first person: it has no need to ask who works. */
export const useCreating = create<{ creating: boolean }>(() => ({ creating: false }));
