import '../src/theme/global.css'
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Button.layer.css'
import '@mantine/core/styles/Loader.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ActionIcon.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Tabs.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import '@mantine/core/styles/Notification.layer.css'
import { MantineProvider } from '@mantine/core'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { cssVariablesResolver } from '../src/theme/css-variables-resolver.ts'
import { theme } from '../src/theme/theme.ts'
import styles from './gallery.module.css'

const pages = {
  controls: lazy(() => import('./controls.tsx').then((module) => ({ default: module.Controls }))),
  reading: lazy(() => import('./reading.tsx').then((module) => ({ default: module.Reading }))),
  charts: lazy(() => import('./charts.tsx').then((module) => ({ default: module.Charts }))),
  working: lazy(() => import('./working.tsx').then((module) => ({ default: module.Working }))),
}
const asked = new URLSearchParams(location.search)
const dark = asked.has('dark')
const name = asked.get('page') ?? 'controls'
const Page = name in pages ? pages[name as keyof typeof pages] : pages.controls
const root = document.getElementById('root')
if (!root) throw new Error('no root')

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={dark ? 'dark' : 'light'}>
      <main className={styles.page}>
        <Suspense>
          <Page />
        </Suspense>
      </main>
    </MantineProvider>
  </StrictMode>,
)
