import type { MantineThemeComponents } from '@mantine/core'
import { Icon } from '../marks/icon.tsx'
import controls from './controls.module.css'
import fields from './fields.module.css'
import overlays from './overlays.module.css'

// `Button.extend` and its like would bring every component that the theme dresses into the first screen; they only add types.
const dress = <T extends MantineThemeComponents[string]>(component: T): T => component

const calm = { duration: 160, timingFunction: 'cubic-bezier(0.2, 0, 0, 1)', transition: 'fade' } as const
const fieldSize = { defaultProps: { size: 'md' } }
const chevron = <Icon name="down" size={14} />
const choice = { body: fields.choice, label: fields.choice, description: fields.description, error: fields.error }

/** The head of a dialog is a `header`, which would pass for the page's. */
const noBanner = { header: { role: 'presentation' } }

// Mantine writes its sizes into the style attribute, where only `vars` reach them: 44 px fields, 36 px in tables (`sm`).
function fieldVars(_theme: unknown, props: { size?: unknown }) {
  const small = props.size === 'sm' || props.size === 'xs'
  return { wrapper: { '--input-height': small ? '36px' : 'var(--oe-field)', '--input-fz': small ? '0.9375rem' : '1rem' } }
}

// 36 px (44 on a phone), `md` for the tall 44 px button that ends a form; compact sizes stay Mantine's.
function buttonVars(_theme: unknown, props: { size?: unknown; variant?: string }) {
  if (String(props.size).startsWith('compact')) return { root: {} }
  const tall = props.size === 'md'
  const padding = tall ? '20px' : props.variant === 'subtle' ? '12px' : '16px'
  return {
    root: { '--button-height': tall ? '44px' : 'var(--oe-control)', '--button-padding-x': padding, '--button-fz': '0.9375rem' },
  }
}

const fieldsTheme: MantineThemeComponents = {
  Input: dress({ vars: fieldVars, classNames: { wrapper: fields.wrapper, input: fields.input, section: fields.section } }),
  InputWrapper: dress({
    classNames: { label: fields.label, required: fields.required, description: fields.description, error: fields.error },
  }),
  TextInput: fieldSize,
  Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
  NumberInput: { defaultProps: { size: 'md', hideControls: true } },
  PasswordInput: fieldSize,
  Select: { defaultProps: { size: 'md', allowDeselect: false, checkIconPosition: 'right', rightSection: chevron } },
  MultiSelect: { defaultProps: { size: 'md', checkIconPosition: 'right', rightSection: chevron } },
  Autocomplete: fieldSize,
  TagsInput: fieldSize,
  DateInput: fieldSize,
  DatePickerInput: fieldSize,
  FileInput: fieldSize,
  Checkbox: dress({ defaultProps: { size: 'sm' }, classNames: { ...choice, input: fields.box, icon: fields.tick } }),
  Radio: dress({ defaultProps: { size: 'sm' }, classNames: { ...choice, radio: fields.dot, icon: fields.tick } }),
  Switch: dress({
    defaultProps: { size: 'sm', withThumbIndicator: false },
    classNames: { ...choice, track: fields.track, thumb: fields.thumb },
  }),
}

const overlaysTheme: MantineThemeComponents = {
  Popover: dress({
    defaultProps: { radius: 'md', shadow: 'md', offset: 6, transitionProps: calm },
    classNames: { dropdown: overlays.floating },
  }),
  Menu: dress({
    defaultProps: {
      withInitialFocusPlaceholder: false,
      radius: 'md',
      shadow: 'md',
      offset: 6,
      position: 'bottom-start',
      transitionProps: calm,
    },
    classNames: { dropdown: overlays.menu, item: overlays.option, label: overlays.groupLabel, divider: overlays.divider },
  }),
  Combobox: dress({
    defaultProps: { radius: 'md', shadow: 'md', offset: 4, transitionProps: calm },
    classNames: {
      dropdown: overlays.menu,
      option: overlays.option,
      groupLabel: overlays.groupLabel,
      empty: overlays.empty,
    },
  }),
  Drawer: { defaultProps: { attributes: noBanner } },
  Modal: dress({
    defaultProps: {
      radius: 'md',
      padding: 'lg',
      overlayProps: { backgroundOpacity: 0.3 },
      transitionProps: calm,
      centered: true,
      attributes: noBanner,
    },
    classNames: {
      content: overlays.dialog,
      header: overlays.dialogHeader,
      title: overlays.dialogTitle,
      body: overlays.dialogBody,
      close: overlays.close,
    },
  }),
  CloseButton: dress({ classNames: { root: overlays.close } }),
  Tooltip: dress({
    defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 90, transition: 'fade' } },
    classNames: { tooltip: overlays.tooltip },
  }),
  Notification: dress({
    classNames: {
      root: overlays.toast,
      icon: overlays.toastIcon,
      title: overlays.toastTitle,
      description: overlays.toastText,
      closeButton: overlays.close,
    },
  }),
}

const controlsTheme: MantineThemeComponents = {
  Button: dress({
    defaultProps: { variant: 'default', size: 'sm' },
    vars: buttonVars,
    classNames: { root: controls.button, label: controls.buttonLabel },
  }),
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 36 } },
  Card: dress({ defaultProps: { padding: 0, withBorder: false, shadow: undefined } }),
  Tabs: dress({ classNames: { list: controls.tabList, tab: controls.tab, panel: controls.tabPanel } }),
  SegmentedControl: dress({
    classNames: { root: controls.segments, label: controls.segment, indicator: controls.segmentMark },
  }),
  Table: dress({
    defaultProps: { highlightOnHover: false, withRowBorders: true },
    classNames: { th: controls.th, td: controls.td, tr: controls.tr },
  }),
  Progress: dress({ classNames: { root: controls.bar, section: controls.barFill } }),
  Skeleton: dress({ defaultProps: { radius: 'xs' }, classNames: { root: controls.bone } }),
  Day: { classNames: { day: controls.day } },
}

export const themeComponents: MantineThemeComponents = { ...fieldsTheme, ...overlaysTheme, ...controlsTheme }
