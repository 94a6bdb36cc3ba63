// Runs on any Node >= 20 with nothing installed: installs from the lockfile with the pinned pnpm, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const neededNode = 24
const root = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '..'))
const isWindows = process.platform === 'win32'
const bin = join(root, 'node_modules', '.bin')
const stamp = join(root, 'node_modules', '.install-stamp')
const lock = join(root, '.data', 'install.lock')
// npm exports its own configuration as npm_config_*, and pnpm would obey it.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_(config|package|lifecycle)_/i.test(name)))

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** What an installation depends on; the platform too, because a folder may be shared with a container. */
function wanted() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** One installation at a time in this folder; the lock of a killed one is taken over. */
async function withInstallLock(action) {
  mkdirSync(dirname(lock), { recursive: true })
  for (let told = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = Number(read(lock))
      if (!told) console.log('another installation runs in this folder, waiting for it')
      told = true
      await pause(300) // also time for the holder to write its number
      if (holder === Number(read(lock)) && !isAlive(holder)) rmSync(lock, { force: true })
    }
  }
  try {
    return await action()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** The stamp goes first: an installation that was broken off must never look complete. */
async function install(version) {
  const began = Date.now()
  rmSync(stamp, { force: true })
  const have = spawnSync('pnpm', ['--version'], { cwd: root, env, encoding: 'utf8', shell: isWindows })
  const store = process.env.PNPM_STORE ? ['--store-dir', process.env.PNPM_STORE] : []
  // The lockfile names each package by its hash, and its age was judged when it was written: asking for 600 ages again takes longer
  // than the rest on a slow line. Whoever changes the lockfile calls pnpm, with that guard.
  const args = ['install', '--frozen-lockfile', '--config.minimum-release-age=0', ...store]
  console.log(`installing packages with pnpm ${version} (needed once, and after each change of the lockfile)`)
  const code =
    have.stdout?.trim() === version ? await hand('pnpm', args, env) : await hand('npx', ['--yes', `pnpm@${version}`, ...args], env)
  if (code !== 0) {
    console.error(`the installation failed (code ${code}): is the npm registry within reach?`)
    process.exitCode = code
    return false
  }
  writeFileSync(stamp, wanted())
  console.log(`installed in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  return true
}

/** The pinned Node where the registry has it for this platform and it runs here, else the one that runs this script if it will do. */
function chooseNode() {
  const pinned = join(bin, isWindows ? 'node.cmd' : 'node')
  if (existsSync(pinned) && !isWindows && spawnSync(pinned, ['--version']).status === 0) return realpathSync(pinned)
  return Number(process.versions.node.split('.')[0]) >= neededNode ? process.execPath : null
}

/** Runs a child to its end. Signals are passed on and waited for, so that nothing is left behind; resolves with its exit code. */
function hand(command, args, childEnv, stdio = 'inherit') {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio, env: childEnv, shell: isWindows && !command.endsWith('.exe') })
    // Ctrl-C reaches the whole group by itself; being killed or hung up on does not.
    const pass = (signal) => child.kill(signal)
    const wait = () => {}
    process.on('SIGINT', wait).on('SIGTERM', pass).on('SIGHUP', pass)
    // npm hands a signal to a shell that ends without handing it on: gone, it leaves this process to somebody else.
    const npm = process.env.npm_lifecycle_event ? process.ppid : null
    const watch = setInterval(() => {
      if (npm !== null && process.ppid !== npm) child.kill('SIGTERM')
    }, 500)
    child.on('error', (error) => {
      clearInterval(watch)
      console.error(error.message)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      process.off('SIGINT', wait).off('SIGTERM', pass).off('SIGHUP', pass)
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1))
    })
  })
}

async function main() {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config.pnpm
  if (read(stamp) !== wanted()) {
    const isInstalled = await withInstallLock(async () => read(stamp) === wanted() || (await install(version)))
    if (!isInstalled) return
  }
  const node = chooseNode()
  if (!node) {
    console.error(
      `Oeuvre needs Node ${neededNode}; this is ${process.version}, and the npm registry has no build of it for ${process.platform} ${process.arch}.`,
    )
    console.error(`Install Node ${neededNode} from https://nodejs.org and run the same command again.`)
    process.exitCode = 1
    return
  }
  const paths = [dirname(node), bin, process.env.PATH].join(delimiter)
  // The fourth channel tells the child when this process is gone, however it ended.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  process.exitCode = await hand(node, [join('scripts', 'run.ts'), ...process.argv.slice(2)], { ...env, PATH: paths }, stdio)
}

await main()
