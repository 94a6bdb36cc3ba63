import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { TypeMark } from '../components/outcome-marks.tsx'
import { Age } from '../components/queue-list.tsx'
import { leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'

const shown = 5

/** What waits for the reader, the oldest first; nothing for those who decide nothing, a calm line where nothing waits. */
export function Waiting() {
  const t = useTranslations('review.queue')
  const { can, organization } = useShell()
  const { title } = useOutcomeWords()
  const { data } = useQuery(trpc.review.queue.queryOptions({ limit: shown }, { enabled: can['outcome.review'] }))
  if (!data) return null
  return (
    <RowHead
      title={t('waitingTitle')}
      end={
        data.items.length > 0 && (
          <ScreenLink to="/$organization/review" params={{ organization }} look="more">
            {t('all')}
          </ScreenLink>
        )
      }
    >
      {data.items.length === 0 && <p>{t('empty')}</p>}
      <ItemList
        label={t('waitingTitle')}
        items={data.items.map((item) => ({
          key: item.outcome.id,
          title: (
            <ScreenLink to="/$organization/review" params={{ organization }} search={{ outcome: item.outcome.id }} look="plain">
              {title(item.outcome)}
            </ScreenLink>
          ),
          below: (
            <>
              <TypeMark type={item.outcome.type} /> {leadFirst(item.outcome.contributors)[0]?.name}
            </>
          ),
          end: <Age item={item} promiseDays={data.promiseDays} />,
        }))}
      />
    </RowHead>
  )
}
