import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/**
 * Leaves the ways to start when a workspace opens, whoever opened it: this window, another one, the
 * menu. `openId` is undefined until it is known. People who came here with a workspace open, to
 * choose another, stay.
 */
export function useLeaveWelcome(openId: string | null | undefined, path: string): void {
  const navigate = useNavigate();
  const before = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    const was = before.current;
    before.current = openId;
    if (was === undefined || openId === undefined || openId === null || openId === was) return;
    // Passes on by itself when somebody was chosen on this device before.
    if (path === '/welcome') void navigate({ to: '/who', replace: true });
  }, [openId, path, navigate]);
}
