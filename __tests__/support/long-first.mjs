import Sequencer from '@jest/test-sequencer'

/** They wait for minutes, or work for one; a long run's last lines tell which files take the most. */
const LONG =
  /\/__tests__\/(?:faults|deploy\/seams|e2e\/(?:modes|sources)|e2e\/(?:compile|inputs\/inputs|killed-runs|matrix|rollback|settings-existing|settings-meaning)\.|e2e\/(?:github\/trouble|logs\/compile-log)|chaos\/chaos|log\/(?:flood|remote-log)|emulator\/ignite\/runtimes\/rust)/

/**
 * Files that take minutes begin first, so that none is waited for at the end, and take turns with the others: those
 * work while they wait.
 */
export default class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const { long = [], other = [] } = Object.groupBy(sorted, ({ path }) => (LONG.test(path) ? 'long' : 'other'))
    const pairs = sorted.keys().flatMap((at) => [long[at], other[at]])
    return [...pairs].filter((test) => test !== undefined)
  }
}
