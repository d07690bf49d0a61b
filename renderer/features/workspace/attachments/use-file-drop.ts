import { useEffect, useState } from 'react';
import type { DragEvent } from 'react';

export type FileDrop = {
  /** A file is held over the place. */
  isOver: boolean;
  /** What the place needs to take files. */
  place: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
};

/** Takes files that are dropped; folders are told apart, since a browser cannot send them. */
export function useFileDrop(
  enabled: boolean,
  onFiles: (files: File[], folders: string[]) => void,
): FileDrop {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    // A file dropped beside the place would be opened by the browser in place of the application.
    const keepPage = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, [enabled]);
  return {
    isOver,
    place: {
      onDragOver(event) {
        if (!enabled || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave(event) {
        const { currentTarget, relatedTarget } = event;
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setOver(false);
      },
      onDrop(event) {
        if (!enabled) return;
        event.preventDefault();
        setOver(false);
        const { items, files } = event.dataTransfer;
        const folders = [...(items ?? [])].flatMap((item) => {
          const entry = item.webkitGetAsEntry?.();
          return entry?.isDirectory === true ? [entry.name] : [];
        });
        onFiles(
          [...files].filter(({ name }) => !folders.includes(name)),
          folders,
        );
      },
    },
  };
}
