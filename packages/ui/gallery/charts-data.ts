import type { ColumnsData, Fill } from '../src/chart/types.ts'

const months = ['oct.', 'nov.', 'déc.', 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.']

const types: [string, Fill, number[]][] = [
  ['Clients gagnés', 1, [2, 3, 2, 2, 3, 3, 3, 4, 4, 4, 3, 7, 2]],
  ['Opportunités', 2, [4, 4, 2, 3, 4, 4, 5, 5, 5, 5, 4, 8, 2]],
  ['Recrutements', 3, [2, 3, 2, 2, 3, 3, 3, 3, 4, 4, 3, 5, 2]],
  ['Clients développés', 4, [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 2, 3, 1]],
  ['Messages reçus', 5, [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 1]],
  ['Autres', 'other', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 0]],
]

const cell = (value: number | null) => ({ value, text: value === null ? '—' : String(value) })

export const stacked: ColumnsData = {
  periods: months.map((label, index) => ({
    key: String(index),
    label,
    shortLabel: label[0] ?? '',
    longLabel: `${label} ${index < 3 ? 2025 : 2026}`,
    isChosen: index >= 9 && index <= 11,
    isUnfinished: index === 12,
  })),
  series: types.map(([label, fill, values]) => ({
    key: label,
    label,
    fill,
    figure: String(values.slice(9, 12).reduce((a, b) => a + b, 0)),
  })),
  cells: types.map(([, , values]) => values.map(cell)),
  totals: months.map((_, index) => cell(types.reduce((sum, [, , values]) => sum + (values[index] ?? 0), 0))),
  groups: [
    { key: 'q4', label: 'T4 2025', shortLabel: 'T4', from: 0, to: 2 },
    { key: 'q1', label: 'T1 2026', shortLabel: 'T1', from: 3, to: 5 },
    { key: 'q2', label: 'T2 · 52', shortLabel: 'T2', from: 6, to: 8 },
    { key: 'q3', label: 'T3 · 63', shortLabel: 'T3', from: 9, to: 11, isChosen: true },
    { key: 'now', label: '12 j', shortLabel: '12 j', from: 12, to: 12 },
  ],
  figureHead: 'T3',
}

export const channels: ColumnsData = {
  periods: ['T4', 'T1', 'T2', 'T3', 'T4'].map((label, index) => ({
    key: String(index),
    label,
    shortLabel: label,
    longLabel: `${label} 2026`,
    isChosen: index === 3,
    isUnfinished: index === 4,
  })),
  series: [
    { key: 's', label: 'Compte social', fill: 'solid', figure: '24' },
    { key: 'b', label: 'Les deux', fill: 'hatched', figure: '7' },
    { key: 'c', label: 'Canal conventionnel', fill: 'stone', figure: '36' },
  ],
  cells: [
    [12, 14, null, 24, 3],
    [4, 3, null, 7, 1],
    [20, 26, null, 36, 4],
  ].map((row) => row.map(cell)),
  totals: [36, 43, null, 67, 8].map(cell),
}

export const many: ColumnsData = {
  ...stacked,
  periods: Array.from({ length: 36 }, (_, index) => ({
    key: String(index),
    label: months[index % 12] ?? '',
    shortLabel: '',
    longLabel: `Mois ${index}`,
    isUnfinished: index === 35,
  })),
  cells: types.map(([, , values]) =>
    Array.from({ length: 36 }, (_, index) => cell(index === 7 ? null : (values[index % 12] ?? 0) * 20_000)),
  ),
  totals: Array.from({ length: 36 }, (_, index) =>
    index === 7 ? cell(null) : { value: types.reduce((sum, [, , values]) => sum + (values[index % 12] ?? 0) * 20_000, 0), text: '1,2 M€' },
  ),
  groups: [],
}
