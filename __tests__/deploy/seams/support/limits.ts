/** `timeout-minutes`. */
export const MAIN_MS = 10 * 60_000
export const POST_MS = 4 * 60_000
