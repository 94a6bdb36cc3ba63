/** The frame and the log form are kept on the device, so that they open without a line. What loads for it comes after the first screen. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => setTimeout(() => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined), 2_000)
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
