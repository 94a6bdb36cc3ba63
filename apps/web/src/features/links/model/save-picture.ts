/** Hands a file to the browser, as if it had been followed to. */
function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

export function saveSvg(svg: string, name: string): void {
  save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`)
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
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), 'image/png')
}
