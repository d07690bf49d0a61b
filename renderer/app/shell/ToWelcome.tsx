import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to the first run, once: the router's own `Navigate` goes again with every rendering. */
export function ToWelcome() {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '/welcome', replace: true });
  }, [navigate]);
  return null;
}
