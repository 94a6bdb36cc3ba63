import { formatWordsAdministration, type WordsAdministration, wordKinds } from '@oeuvre/domain/outcomes/types/schema'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { MainLink, PlainLink } from '../../../components/screen-links.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { ArchivedWords, WordList } from '../components/word-list.tsx'
import { WordPanel } from '../components/word-panel.tsx'
import classes from '../components/words.module.css'
import { useWordList } from '../model/use-words.ts'

type WordsProps = { readonly state: WordsAdministration; readonly onState: (next: WordsAdministration) => void }

/** Types, channels and skills: added, renamed, put in order, archived. */
export function WordsScreen({ state, onState }: WordsProps) {
  const t = useTranslations('outcomesWords')
  usePageTitle(t('title'))
  const { organization } = useShell()
  const kind = state.view ?? 'type'
  const { vocabulary, used, archived } = useWordList(kind)
  const word = [...used, ...archived].find((one) => one.id === state.word) ?? null
  // The panel has the one main action while it is open.
  const Add = state.word ? PlainLink : MainLink
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      <div className={classes.bar}>
        <Pick
          label={t('views.label')}
          value={kind}
          options={wordKinds.map((key) => ({ key, label: t(`views.${key}`) }))}
          onPick={(view) => onState({ view: view === 'type' ? undefined : view })}
        />
        <Add
          resetScroll={false}
          to="/$organization/admin/words"
          params={{ organization }}
          search={formatWordsAdministration({ ...state, word: 'new' })}
        >
          {t(`add.${kind}`)}
        </Add>
      </div>
      <p className={classes.say}>{t(`say.${kind}`)}</p>
      <WordList key={kind} kind={kind} words={used} />
      {archived.length > 0 && (
        <SideHead title={t('archivedTitle')} note={t('archivedNote')}>
          <ArchivedWords words={archived} />
        </SideHead>
      )}
      {(word || state.word === 'new') && (
        <WordPanel
          key={state.word}
          kind={kind}
          word={word}
          vocabulary={vocabulary}
          onClose={() => onState({ ...state, word: undefined })}
        />
      )}
    </>
  )
}
