import { createTheme, type MantineColorsTuple } from '@mantine/core'
import { themeComponents } from './theme-components.tsx'
import { variantColors } from './variant-colors.ts'

// For Mantine's own variants only; every other value of the interface comes from tokens.css.
const terracotta: MantineColorsTuple = [
  '#FBEFEA',
  '#F3D9D0',
  '#E7B4A4',
  '#DB8E76',
  '#CF6D4F',
  '#BF5130',
  '#B2472B',
  '#9C3B22',
  '#85311B',
  '#6B2614',
]
const stone: MantineColorsTuple = [
  '#FBF9F5',
  '#F4F0E8',
  '#E6E1D7',
  '#D3CCBF',
  '#CFC8BB',
  '#8D867B',
  '#6A645C',
  '#4B4641',
  '#2E2B28',
  '#1D1B19',
]
const night: MantineColorsTuple = [
  '#F1ECE3',
  '#CBC4B9',
  '#A59D91',
  '#7F776C',
  '#423C36',
  '#2D2925',
  '#25211E',
  '#171513',
  '#12100F',
  '#0D0C0B',
]

/** The primary colour is ink, so that selection, tabs and checkboxes cannot turn terracotta by accident. */
export const theme = createTheme({
  colors: { terracotta, gray: stone, dark: night },
  primaryColor: 'gray',
  primaryShade: { light: 9, dark: 0 },
  white: '#FFFEFC',
  black: '#1D1B19',
  variantColorResolver: variantColors,
  fontFamily: 'var(--oe-sans)',
  fontFamilyMonospace: 'var(--oe-sans)',
  headings: {
    fontFamily: 'var(--oe-serif)',
    fontWeight: '400',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '3.5rem', lineHeight: '3.75rem' },
      h2: { fontSize: '1.375rem', lineHeight: '1.75rem' },
      h3: { fontSize: '1.125rem', lineHeight: '1.5rem' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1rem', sm: '1.25rem', md: '1.25rem', lg: '1.5rem', xl: '2rem' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '8px' },
  defaultRadius: 'sm',
  breakpoints: { xs: '30em', sm: '45em', md: '64em', lg: '75em', xl: '90em' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: themeComponents,
})
