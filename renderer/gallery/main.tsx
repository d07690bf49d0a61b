import '../api/schema-mode.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SlipwayTheme } from '../app/theme/SlipwayTheme.tsx';
import { Gallery } from './Gallery.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('gallery.html has no element with the id root.');
createRoot(container).render(
  <StrictMode>
    <SlipwayTheme>
      <Gallery />
    </SlipwayTheme>
  </StrictMode>,
);
