import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a deep blue. White on its shades 6 and 7 is 4.8:1 and 6.2:1; its shade 4 on the dark canvas is 7:1. */
const lectern: MantineColorsTuple = [
  '#eaf5fb',
  '#d5e9f4',
  '#a8d2ea',
  '#78bbdf',
  '#56a9d6',
  '#2f94cb',
  '#1878ab',
  '#0e6696',
  '#0a4f76',
  '#083a58',
];

/** For what is live and for what cannot be undone. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#fad7d4',
  '#f4aaa3',
  '#ff9b8e',
  '#ea6c5e',
  '#dc4c3d',
  '#c5362a',
  '#b42318',
  '#8f1c13',
  '#6b150e',
];

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef2f4',
  '#e2e8ec',
  '#d2dae0',
  '#b6c2cb',
  '#8593a0',
  '#627180',
  '#4b5967',
  '#333f4a',
  '#1a232b',
];

const dark: MantineColorsTuple = [
  '#e1e8ed',
  '#bcc7d0',
  '#9aa8b4',
  '#71808e',
  '#3f4c58',
  '#313c47',
  '#212a33',
  '#141b22',
  '#0f151b',
  '#090d11',
];

const sans = '"Noto Sans Variable", "Noto Sans Arabic Variable", system-ui, "Segoe UI", Roboto, sans-serif';

export const theme = createTheme({
  primaryColor: 'lectern',
  primaryShade: { light: 7, dark: 6 },
  colors: { lectern, gray, dark, red },
  black: '#1a232b',
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  radius: { xl: '1.25rem' },
  fontFamily: sans,
  lineHeights: { md: '1.6' },
  headings: {
    fontFamily: sans,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: 'clamp(1.625rem, 1.3rem + 1.4vw, 2.25rem)', lineHeight: '1.2' },
      h2: { fontSize: '1.375rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  components: {
    Paper: { styles: { root: { backgroundColor: 'var(--lectern-surface)' } } },
    Anchor: { defaultProps: { underline: 'hover' } },
  },
});

/**
 * What our own CSS may use beside Mantine's variables. Live is red, waiting is amber, done is quiet; `-soft` is a ground
 * on which the plain colour can be read (4.5:1 or better).
 */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--lectern-page': '74rem',
    '--lectern-reading': '42rem',
    '--lectern-stage': '#0b1014',
  },
  light: {
    '--mantine-color-body': gray[0],
    '--mantine-color-dimmed': gray[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': '#b42318',
    '--lectern-surface': '#ffffff',
    '--lectern-sunken': gray[1],
    '--lectern-line': gray[2],
    '--lectern-accent': lectern[7],
    '--lectern-accent-soft': lectern[0],
    '--lectern-live': '#b42318',
    '--lectern-live-soft': '#fdeceb',
    '--lectern-wait': '#855300',
    '--lectern-wait-soft': '#fdf3dc',
    '--lectern-done': '#1f6b45',
    '--lectern-done-soft': '#e6f4ec',
    '--lectern-mark': '#ffe9a8',
    '--lectern-shadow': '0 1px 2px rgb(26 35 43 / 6%), 0 8px 24px -16px rgb(26 35 43 / 18%)',
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': '#ff9b8e',
    '--lectern-surface': '#1b242c',
    '--lectern-sunken': '#10161c',
    '--lectern-line': '#2f3a45',
    '--lectern-accent': lectern[3],
    '--lectern-accent-soft': '#12303f',
    '--lectern-live': '#ff9b8e',
    '--lectern-live-soft': '#3c1c19',
    '--lectern-wait': '#f2c26b',
    '--lectern-wait-soft': '#33270f',
    '--lectern-done': '#84d3a7',
    '--lectern-done-soft': '#14301f',
    '--lectern-mark': '#6a5410',
    '--lectern-shadow': 'none',
  },
});
