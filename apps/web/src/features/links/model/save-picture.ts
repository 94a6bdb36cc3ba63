import { saveFile } from '../../../lib/save-file.ts'

export function saveSvg(svg: string, name: string): void {
  saveFile(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)
}

type Modules = readonly (readonly boolean[])[]

/** Large enough for paper: each module is so many pixels. */
const pixels = 16

export function savePng(modules: Modules, name: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = modules.length * pixels
  canvas.height = canvas.width
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.width)
  pen.fillStyle = '#000'
  for (const [y, row] of modules.entries())
    for (const [x, isDark] of row.entries()) if (isDark) pen.fillRect(x * pixels, y * pixels, pixels, pixels)
  canvas.toBlob((blob) => blob && saveFile(blob, `${name}.png`), 'image/png')
}
