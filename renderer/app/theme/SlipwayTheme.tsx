import { useEffect } from 'react';
import type { ReactNode } from 'react';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './base.css';
import { colourVariables, densityVariables, sizeVariables } from './css-variables.ts';
import { useDensity } from './density.ts';
import { readNonce } from './nonce.ts';
import { schemeAttribute, theme } from './theme.ts';

const nonce = readNonce(document);
// `prepend` lets the style sheets of our own components win over MUI's at equal weight.
const cache = createCache({ key: 'sl', prepend: true, ...(nonce !== undefined && { nonce }) });

const variables = {
  ':root': { ...sizeVariables(), ...densityVariables('comfortable'), ...colourVariables('light') },
  ':root[data-density="compact"]': densityVariables('compact'),
  [`:root[${schemeAttribute}="dark"]`]: colourVariables('dark'),
  // Paper is white, whatever the screen is.
  '@media print': { [`:root[${schemeAttribute}]`]: colourVariables('light') },
};

/**
 * Everything a window needs before its first screen: fonts, variables, MUI's theme, density and scheme.
 * The scheme (system, light, dark) is read and set with `useScheme`.
 */
export function SlipwayTheme({ children }: { children: ReactNode }) {
  const density = useDensity((store) => store.density);
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider
        theme={theme}
        defaultMode="system"
        modeStorageKey="slipway-scheme"
        colorSchemeStorageKey="slipway-scheme-name"
        noSsr
      >
        <GlobalStyles styles={variables} />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
