import { type ModelWorld, OURS, Refusal } from './model-world.ts'
import type { OtherDeed } from './schedule.ts'

/** Another run, or a person, does something of its own to the app; what the platform refuses is not done. */
export function doAsAnother(world: ModelWorld, what: OtherDeed['what']): void {
  try {
    world.deed('other', what, () => ACTS[what](world))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

const ACTS: Readonly<Record<OtherDeed['what'], (world: ModelWorld) => void>> = {
  publish: (world) => {
    world.save('theirs')
    world.publish('other')
  },
  save: (world) => void world.save('theirs'),
  'publish-slot': (world) => void world.publish('other'),
  'publish-same': (world) => {
    world.save(OURS)
    world.publish('other')
  },
  tier: (world) => world.update({ tier: 'large' } as object),
  'env-added': (world) => setVariable(world, 'THEIRS', 'theirs'),
  'env-changed': (world) => setVariable(world, 'MODE', 'theirs'),
  rollback: (world) => world.rollBack(world.versions.at(-1)?.number ?? 0),
  delete: (world) => world.remove(),
  create: (world) => world.create({})
}

function setVariable(world: ModelWorld, name: string, value: string): void {
  world.update({ env: { ...world.app?.settings.env, [name]: value } })
}
