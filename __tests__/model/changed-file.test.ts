import { expect, test } from '@jest/globals'
import { againIfChanged, FileChanged } from '../../src/model/changed-file.ts'

function changing(times: number, failure: Error = new FileChanged('`a`')) {
  const found: number[] = []
  const work = async (listed: number): Promise<string> => {
    found.push(listed)
    if (found.length <= times) throw failure
    return `packed ${listed}`
  }
  const told: string[] = []
  const result = againIfChanged(1, work, async (changed) => {
    told.push(changed.message)
    return 2
  })
  return { result, found, told }
}

test('what has not changed is worked on once', async () => {
  const { result, found, told } = changing(0)
  expect(await result).toBe('packed 1')
  expect({ found, told }).toEqual({ found: [1], told: [] })
})

test('what changed is listed anew and worked on once more', async () => {
  const { result, found, told } = changing(1)
  expect(await result).toBe('packed 2')
  expect({ found, told }).toEqual({ found: [1, 2], told: ['`a` changed while it was being packed.'] })
})

test('what goes on changing is not tried a third time', async () => {
  const { result, found } = changing(2)
  await expect(result).rejects.toThrow('`a` changed while it was being packed.')
  expect(found).toEqual([1, 2])
})

test('any other failure is not tried again', async () => {
  const { result, found } = changing(1, new Error('no'))
  await expect(result).rejects.toThrow('no')
  expect(found).toEqual([1])
})
