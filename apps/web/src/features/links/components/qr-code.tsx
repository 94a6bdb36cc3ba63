import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { encode } from 'uqr'
import { useTranslations } from 'use-intl'
import { savePng, saveSvg } from '../model/save-picture.ts'
import classes from './share.module.css'

/** With the quiet border that readers need. */
function drawingOf(address: string) {
  const { data, size } = encode(address, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { modules: data, size, path }
}

/** The address as a QR code, to look at and to take along. */
export function QrCode({ address, code }: { readonly address: string; readonly code: string }) {
  const t = useTranslations('links.share')
  const { modules, size, path } = drawingOf(address)
  const name = t('file', { code })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`
  return (
    <div className={classes.code}>
      <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={t('qr', { address })}>
        <path d={path} fill="#000" />
      </svg>
      <div className={classes.downloads}>
        <QuietAction onClick={() => saveSvg(svg, name)}>{t('svg')}</QuietAction>
        <QuietAction onClick={() => savePng(modules, name)}>{t('png')}</QuietAction>
      </div>
    </div>
  )
}
