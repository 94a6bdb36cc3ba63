import { useId, useState } from 'react'
import styles from './chart.module.css'
import { HatchPattern, PaintedRect, paintOf } from './fill.tsx'
import { PointLayer } from './point-layer.tsx'
import { labelWidth, placeInRow } from './prepare-labels.ts'
import { SeriesList } from './series-key.tsx'
import type { Open, Part } from './types.ts'
import { useWidth } from './use-width.ts'

export type PartsBarProps = {
  parts: readonly Part[]
  /** The whole in one sentence. */
  label: string
  onOpen?: Open
  height?: number
}

type Box = { left: number; width: number }
const gap = 2

/** Widths that fill the bar; what is small stays visible at 3 px, what is zero is not drawn. */
function boxesOf(parts: readonly Part[], width: number): Box[] {
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const room = width - gap * (parts.length - 1)
  const least = parts.map((part) => Math.max(3, (room * part.value) / total))
  const shrink = room / least.reduce((sum, value) => sum + value, 0)
  let left = 0
  return least.map((value) => {
    const box = { left, width: value * shrink }
    left += box.width + gap
    return box
  })
}

function RowLabels({ parts, places, y }: { parts: readonly Part[]; places: readonly number[]; y: number }) {
  return parts.map((part, index) => (
    <text key={part.key} className="word" x={places[index]} y={y}>
      <tspan className="strong">{part.text}</tspan> {part.label}
    </text>
  ))
}

/** The parts of a whole in one bar: solid, hatched, stone, dotted. Labels stand beneath their parts, or in a list where they do not fit. */
export function PartsBar({ parts, label, onOpen, height = 20 }: PartsBarProps) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const [active, setActive] = useState<number>()
  const patternId = useId()
  const drawn = parts.filter((part) => part.value > 0)
  const boxes = width > 0 && drawn.length > 0 ? boxesOf(drawn, width) : []
  const places = placeInRow(
    drawn.map((part, index) => ({ start: boxes[index]?.left ?? 0, width: labelWidth(`${part.text} ${part.label}`) })),
    width,
  )
  const points = drawn.map((part, index) => {
    const box = boxes[index] ?? { left: 0, width: 0 }
    const hit = Math.max(box.width, 24)
    return {
      key: part.key,
      label: `${part.text} ${part.label}`,
      // Never beyond the end of the bar.
      left: Math.max(0, Math.min(box.left, width - hit)),
      top: -2,
      width: hit,
      height: height + 4,
    }
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: places ? height + 24 : height }}>
        <svg aria-hidden="true" width={width} height={height + 24} viewBox={`0 0 ${Math.max(1, width)} ${height + 24}`}>
          <defs>
            <HatchPattern id={patternId} />
          </defs>
          {boxes.map((box, index) => {
            const part = drawn[index]
            if (!part) return null
            return (
              <PaintedRect
                key={part.key}
                x={box.left}
                y={0}
                width={box.width}
                height={height}
                paint={paintOf(part.fill, patternId)}
                opacity={active === undefined || active === index ? undefined : 0.55}
              />
            )
          })}
          {places && <RowLabels parts={drawn} places={places} y={height + 18} />}
        </svg>
        {width > 0 && (
          <PointLayer
            points={points}
            active={active}
            entry={0}
            onActive={setActive}
            onOpen={onOpen && ((index) => onOpen(drawn[index]?.key ?? ''))}
          />
        )}
      </div>
      {!places && width > 0 && (
        <SeriesList
          entries={drawn.map((part) => ({ key: part.key, label: part.label, fill: part.fill, figure: part.text }))}
          onOpen={onOpen}
        />
      )}
    </div>
  )
}
