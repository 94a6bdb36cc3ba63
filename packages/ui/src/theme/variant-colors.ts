import { defaultVariantColorsResolver, type VariantColorsResolver } from '@mantine/core'

const line = (color: string) => `1px solid ${color}`

/** `main` is reserved for `<MainAction>`: it is the only way to a terracotta button. `filled` is ink. */
export const variantColors: VariantColorsResolver = (input) => {
  switch (input.variant) {
    case 'main':
      return {
        background: 'var(--oe-accent)',
        hover: 'var(--oe-accent-hover)',
        color: 'var(--oe-on-accent)',
        border: line('transparent'),
      }
    case 'default':
      return { background: 'transparent', hover: 'var(--oe-hover)', color: 'var(--oe-ink)', border: line('var(--oe-line-strong)') }
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--oe-hover)',
        color: 'var(--oe-ink-2)',
        hoverColor: 'var(--oe-ink)',
        border: line('transparent'),
      }
    case 'filled':
      return { background: 'var(--oe-ink)', hover: 'var(--oe-ink-2)', color: 'var(--oe-paper)', border: line('transparent') }
    default:
      return defaultVariantColorsResolver(input)
  }
}
