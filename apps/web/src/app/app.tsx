import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { cssVariablesResolver } from '@oeuvre/ui/theme/css-variables-resolver.ts'
import { theme } from '@oeuvre/ui/theme/theme.ts'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { IntlProvider, useTranslations } from 'use-intl'
import { queryClient } from '../lib/api.ts'
import { useSpoken } from '../lib/language.ts'
import type { SourceMessages } from '../locales/catalogue.ts'
import { router } from './router.ts'
import { themeInWords } from './theme-in-words.ts'

export function App() {
  const { language, messages } = useSpoken()
  // Keys and arguments are typed by the French words themselves; another language has the same keys, not the same words.
  return (
    <IntlProvider locale={language} messages={messages as SourceMessages} timeZone="UTC" onError={throwError}>
      <QueryClientProvider client={queryClient}>
        <Looks />
      </QueryClientProvider>
    </IntlProvider>
  )
}

function Looks() {
  const t = useTranslations()
  return (
    <MantineProvider
      theme={mergeThemeOverrides(theme, themeInWords(t))}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
    >
      <RouterProvider router={router} />
    </MantineProvider>
  )
}

/** A missing word is a defect: it fails loudly in tests and shows the error page rather than a key. */
function throwError(error: Error): never {
  throw error
}
