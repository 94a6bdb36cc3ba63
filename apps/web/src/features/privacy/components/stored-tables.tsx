import { columnsOf } from '@oeuvre/domain/privacy/columns/rules'
import type { StoredTable } from '@oeuvre/domain/privacy/columns/schema'
import { useTranslations } from 'use-intl'
import classes from './stored.module.css'

/** Each table by what it is called, and each of its columns by what it holds; the machine's names beside the words. */
export function StoredTables({ tables, isOpen }: { readonly tables: readonly StoredTable[]; readonly isOpen: boolean }) {
  const t = useTranslations('privacyColumns')
  const rows = tables.map((table) => ({ table, facts: columnsOf(table) }))
  const count = rows.reduce((sum, { facts }) => sum + facts.reduce((own, { columns }) => own + columns.length, 0), 0)
  return (
    <details className={classes.columns} open={isOpen || undefined}>
      <summary>
        {t('title')} <span>{t('count', { tables: tables.length, columns: count })}</span>
      </summary>
      {rows.map(({ table, facts }) => (
        <section key={table} aria-label={t(`tables.${table}`)}>
          <h3>
            {t(`tables.${table}`)} <code>{table}</code>
          </h3>
          <ul>
            {facts.map(({ fact, columns }) => (
              <li key={fact}>
                {t(`facts.${fact}`)} <code>{columns.join(', ')}</code>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  )
}
