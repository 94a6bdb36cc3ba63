import type { WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { formatWordsAdministration } from '@oeuvre/domain/outcomes/types/schema'
import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Swatch } from '@oeuvre/ui/marks/swatch.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../embed/pigments.ts'
import { useArchive, useWordName } from '../model/use-words.ts'
import type { Word } from '../model/words.ts'
import { useWordMoves } from './use-word-moves.ts'
import classes from './words.module.css'

type WordListProps = { readonly kind: WordKind; readonly words: readonly Word[] }

/** The words in use, each movable by buttons or by Alt and an arrow. */
export function WordList({ kind, words }: WordListProps) {
  const t = useTranslations('outcomesWords')
  const nameOf = useWordName()
  const archive = useArchive()
  const { list, said, move, onKeyDown } = useWordMoves(kind, words)
  if (words.length === 0) return <p className={classes.hint}>{t('nothing')}</p>
  return (
    <>
      <ol ref={list} className={classes.words} aria-label={t(`list.${kind}`)}>
        {words.map((word, at) => {
          const name = nameOf(word)
          return (
            <li key={word.id} data-word={word.id} onKeyDown={(event) => onKeyDown(event, word)}>
              <WordName kind={kind} word={word} />
              <span className={classes.does}>
                <IconAction
                  icon="up"
                  label={t('up', { name })}
                  data-move="-1"
                  aria-disabled={at === 0 || undefined}
                  onClick={() => move(word, -1)}
                />
                <IconAction
                  icon="down"
                  label={t('down', { name })}
                  data-move="1"
                  aria-disabled={at === words.length - 1 || undefined}
                  onClick={() => move(word, 1)}
                />
                <QuietAction onClick={() => archive(word)} aria-label={`${t('archive')} ${name}`}>
                  {t('archive')}
                </QuietAction>
              </span>
            </li>
          )
        })}
      </ol>
      <p className={classes.keys}>{t('keys')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

function WordName({ kind, word }: { readonly kind: WordKind; readonly word: Word }) {
  const t = useTranslations('outcomesWords')
  const { organization } = useShell()
  const nameOf = useWordName()
  return (
    <span className={classes.name}>
      {word.word === 'type' && <Swatch pigment={pigmentOf(word)} />}
      <span>
        <ScreenLink
          look="plain"
          resetScroll={false}
          to="/$organization/admin/words"
          params={{ organization }}
          search={formatWordsAdministration({ view: kind === 'type' ? undefined : kind, word: word.id })}
        >
          {nameOf(word)}
        </ScreenLink>
        <span className={classes.about}>
          {word.word === 'type' && t(`valueKinds.${word.valueKind}`)}
          {word.word === 'channel' && t(`kinds.${word.kind}`)}
          {word.code !== null && word.name !== null && <> · {t('renamed')}</>}
        </span>
      </span>
    </span>
  )
}

/** Those no longer offered. */
export function ArchivedWords({ words }: { readonly words: readonly Word[] }) {
  const t = useTranslations('outcomesWords')
  const nameOf = useWordName()
  const restore = useArchive()
  return (
    <ul className={classes.words} aria-label={t('archivedTitle')}>
      {words.map((word) => (
        <li key={word.id}>
          <span className={classes.name}>
            {word.word === 'type' && <Swatch pigment={pigmentOf(word)} />}
            {nameOf(word)}
          </span>
          <span className={classes.does}>
            <QuietAction onClick={() => restore(word)} aria-label={`${t('restore')} ${nameOf(word)}`}>
              {t('restore')}
            </QuietAction>
          </span>
        </li>
      ))}
    </ul>
  )
}
