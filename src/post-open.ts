import { warning } from '@actions/core'

/** Main ended in the middle of publishing: says what is not known. */
export async function postOpen(_state: string): Promise<void> {
  warning('The deployment ended while it was publishing. Look at the app’s versions to see which one is active.')
}
