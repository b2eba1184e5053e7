import { BadField } from '../domain/goods/index.ts'
import { StartError } from '../store/start-error.ts'

/** Runs a command's work; what is wrong with a flag is told by the flag's name. */
export async function withFlagNames(work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (!(error instanceof BadField)) throw error
    const name = error.field === 'id' ? 'id' : `--${error.field.replaceAll('_', '-')}`
    throw new StartError(`${name}: ${error.reason}`)
  }
}
