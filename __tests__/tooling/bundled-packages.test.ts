import { expect, test } from '@jest/globals'
import { packagesIn } from '../../tooling/bundle/bundled-packages.ts'

const chunks = [
  { id: 792, files: ['index.js'] },
  { id: 1, files: ['1.index.js'] }
]

function moduleAt(nameForCondition: string | null, size: number, of: readonly number[]) {
  return { nameForCondition, size, chunks: of }
}

test('a package is told with all its modules and the files that they are in', () => {
  const modules = [
    moduleAt('/w/build/main.js', 9, [792]),
    moduleAt(null, 9, [792]),
    moduleAt('/w/node_modules/a/one.js', 10, [792]),
    moduleAt('/w/node_modules/a/two.js', 20, [1, 792]),
    moduleAt('/w/node_modules/@s/b/lib/c.js', 5, [1])
  ]
  expect(packagesIn({ chunks, modules })).toEqual([
    {
      directory: '/w/node_modules/a',
      modules: ['/w/node_modules/a/one.js', '/w/node_modules/a/two.js'],
      files: new Map([
        ['1.index.js', 20],
        ['index.js', 30]
      ])
    },
    {
      directory: '/w/node_modules/@s/b',
      modules: ['/w/node_modules/@s/b/lib/c.js'],
      files: new Map([['1.index.js', 5]])
    }
  ])
})

test('modules that were merged are in the chunks of the one that holds them', () => {
  const merged = [moduleAt('/w/build/x.js', 1, []), moduleAt('/w/node_modules/a/one.js', 10, [])]
  const modules = [{ ...moduleAt('/w/build/x.js', 11, [1]), modules: merged }]
  expect(packagesIn({ chunks, modules }).map(({ files }) => [...files])).toEqual([[['1.index.js', 10]]])
})

test('a package that another one brings along is one of its own', () => {
  const modules = [moduleAt('C:\\w\\node_modules\\tar\\node_modules\\yallist\\index.js', 10, [1])]
  expect(packagesIn({ chunks, modules })[0]?.directory).toBe('C:/w/node_modules/tar/node_modules/yallist')
})

test('what is in no chunk is in no bundle', () => {
  const modules = [moduleAt('/w/node_modules/a/one.js', 10, [])]
  expect(packagesIn({ chunks, modules })).toEqual([])
})
