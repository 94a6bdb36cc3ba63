import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextLink } from '../src/actions/text-link.tsx'
import { FileDrop } from '../src/data/file-drop.tsx'
import { PreviewCells } from '../src/data/preview-cells.tsx'
import { Notice } from '../src/feedback/notice.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { Steps } from '../src/layout/steps.tsx'
import styles from './gallery.module.css'

export function Import() {
  return (
    <>
      <PageHead title="Import people" />
      <Steps
        label="Steps"
        current="columns"
        steps={[
          { key: 'file', label: 'File', onGo: () => undefined },
          { key: 'columns', label: 'Columns' },
          { key: 'dry', label: 'Dry run' },
          { key: 'done', label: 'Done' },
        ]}
      />
      <div className={styles.stack} style={{ marginTop: 32 }}>
        <FileDrop
          chooseLabel="Choose a file"
          note="CSV, up to 50 MB. Nothing is written until you have seen the dry run."
          onFiles={() => undefined}
        >
          Drop a CSV file here
        </FileDrop>
        <Notice
          tone="error"
          title="Row 87: the e-mail address is not complete."
          actions={
            <>
              <PlainAction>Use m.diarra@atelier-valmont.fr</PlainAction>
              <QuietAction>Leave row 87 out</QuietAction>
            </>
          }
        >
          The other 213 rows are ready; this one waits for you.
          <PreviewCells
            caption="Rows 86 to 88"
            headers={['matricule', 'nom_complet', 'courriel', 'equipe']}
            rows={[
              { key: '86', number: 86, focus: false, cells: ['V-0511', 'Lucie Tran', 'l.tran@atelier-valmont.fr', 'RH'] },
              { key: '87', number: 87, faulty: [2], cells: ['V-0518', 'Mamadou Diarra', 'm.diarra@atelier-valmont', 'Chaudronnerie'] },
            ]}
          />
        </Notice>
        <Notice title="Plain.">
          {' '}
          “SAV” is not a team yet. <TextLink href="#match">Match it</TextLink>
        </Notice>
        <Notice tone="ok" title="Done.">
          {' '}
          214 people are here.
        </Notice>
      </div>
    </>
  )
}
