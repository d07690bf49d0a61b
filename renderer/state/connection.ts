import { create } from 'zustand';

type Connection = {
  link: 'connected' | 'lost' | 'refused';
  /** What the host said when it had to start the core again; null when it never did. */
  restarted: string | null;
  setLink: (link: Connection['link']) => void;
  setRestarted: (message: string | null) => void;
};

/** Whether the core can be heard; the frame shows it. */
export const useConnection = create<Connection>((set) => ({
  link: 'connected',
  restarted: null,
  setLink: (link) => set({ link }),
  setRestarted: (restarted) => set({ restarted }),
}));
