import { create } from 'zustand';

/** Id of the workspace that all answers at hand belong to; null while none is open. */
export const useKnownWorkspace = create<{ id: string | null }>(() => ({ id: null }));
