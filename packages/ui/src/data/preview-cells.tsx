import styles from './preview-cells.module.css'

export type PreviewRow = { key: string; number: number; cells: readonly string[]; focus?: boolean; faulty?: readonly number[] }

/** A few rows of a file as they stand in it, the faulty cell framed. The one table that may scroll sideways. */
export function PreviewCells({ caption, headers, rows }: { caption: string; headers: readonly string[]; rows: readonly PreviewRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, a preview is not one
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.cells}>
        <thead>
          <tr>
            <td />
            {headers.map((header, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
              <th key={index} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-dim={row.focus === false || undefined}>
              <th scope="row">{row.number}</th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their place
                <td key={index} data-faulty={row.faulty?.includes(index) || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
