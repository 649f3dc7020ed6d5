import { createRequire } from 'node:module'
import { TestEnvironment } from 'jest-environment-node'

const require = createRequire(import.meta.url)

/** Gives a file of tests the modules that share-module.mjs names, and the variables that these read. */
export default class ShareEnvironment extends TestEnvironment {
  #variables = { ...process.env }

  constructor(config, context) {
    super(config, context)
    this.global.sharedModule = (path) => require(path)
    this.global.process.env = process.env
  }

  async teardown() {
    await super.teardown()
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name]
    Object.assign(process.env, this.#variables)
  }
}
