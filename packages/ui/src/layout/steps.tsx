import styles from './steps.module.css'

export type Step = { key: string; label: string; onGo?: () => void }

/** The steps of a long task, numbered, the present one ruled; a step that may be gone back to is a button. */
export function Steps({ steps, current, label }: { steps: readonly Step[]; current: string; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.key} aria-current={step.key === current ? 'step' : undefined}>
            {step.onGo && step.key !== current ? (
              <button type="button" onClick={step.onGo}>
                {step.label}
              </button>
            ) : (
              step.label
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
