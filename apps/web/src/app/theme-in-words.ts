import { createTheme, type MantineThemeOverride } from '@mantine/core'

/** Mantine's own labels are English; here they are given in the reader's language. */
export function themeInWords(t: (key: 'words.close' | 'words.clear' | 'words.showPassword') => string): MantineThemeOverride {
  const close = { closeButtonProps: { 'aria-label': t('words.close') } }
  return createTheme({
    components: {
      Modal: { defaultProps: close },
      Drawer: { defaultProps: close },
      Notification: { defaultProps: close },
      Alert: { defaultProps: { closeButtonLabel: t('words.close') } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('words.showPassword') } } },
      Select: { defaultProps: { clearButtonProps: { 'aria-label': t('words.clear') } } },
      DatePickerInput: { defaultProps: { clearButtonProps: { 'aria-label': t('words.clear') } } },
    },
  })
}
