import { createRootRoute } from '@tanstack/react-router';
import { LostPage } from '../shell/LostPage.tsx';
import { Shell } from '../shell/Shell.tsx';

/** The frame around every address; its rooms are in the files beside this one. */
export const root = createRootRoute({ component: Shell, notFoundComponent: LostPage });
