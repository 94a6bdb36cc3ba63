import type { CSSVariablesResolver } from '@mantine/core'

const toTokens = {
  '--mantine-color-body': 'var(--oe-paper)',
  '--mantine-color-text': 'var(--oe-ink)',
  '--mantine-color-bright': 'var(--oe-ink)',
  '--mantine-color-dimmed': 'var(--oe-ink-3)',
  '--mantine-color-placeholder': 'var(--oe-ink-3)',
  '--mantine-color-anchor': 'var(--oe-ink)',
  '--mantine-color-error': 'var(--oe-error-ink)',
  '--mantine-color-success': 'var(--oe-ok-ink)',
  '--mantine-color-default': 'var(--oe-raised)',
  '--mantine-color-default-hover': 'var(--oe-hover)',
  '--mantine-color-default-color': 'var(--oe-ink)',
  '--mantine-color-default-border': 'var(--oe-line-strong)',
  '--mantine-color-disabled': 'var(--oe-sunken)',
  '--mantine-color-disabled-color': 'var(--oe-ink-3)',
  '--mantine-color-disabled-border': 'var(--oe-line-strong)',
  '--mantine-primary-color-filled': 'var(--oe-ink)',
  '--mantine-primary-color-filled-hover': 'var(--oe-ink-2)',
  '--mantine-primary-color-contrast': 'var(--oe-paper)',
  '--mantine-primary-color-light': 'var(--oe-sunken)',
  '--mantine-primary-color-light-hover': 'var(--oe-hover)',
  '--mantine-primary-color-light-color': 'var(--oe-ink)',
}

/** Mantine writes these per colour scheme, so they are replaced per scheme: under `:root` alone they would lose. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-shadow-xs': 'none',
    '--mantine-shadow-sm': 'var(--oe-shadow)',
    '--mantine-shadow-md': 'var(--oe-shadow)',
    '--mantine-shadow-lg': 'var(--oe-shadow)',
    '--mantine-shadow-xl': 'var(--oe-shadow)',
  },
  light: toTokens,
  dark: toTokens,
})
