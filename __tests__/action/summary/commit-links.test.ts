import { expect, test } from '@jest/globals'
import { commitLink, fileUrl } from '../../../src/action/summary/commit-links.ts'

const PLACE = { repositoryUrl: 'https://github.com/acme/shop', commit: '0123456789abcdef' }

test('a file is shown at the commit, whatever its name holds', () => {
  expect(fileUrl(PLACE, 'a b/#c?.py', 7)).toBe('https://github.com/acme/shop/blob/0123456789abcdef/a%20b/%23c%3F.py#L7')
  expect(fileUrl(PLACE, 'main.go')).toBe('https://github.com/acme/shop/blob/0123456789abcdef/main.go')
})

test('without a repository or a commit there is no link', () => {
  for (const missing of [{ repositoryUrl: undefined }, { commit: undefined }]) {
    expect(fileUrl({ ...PLACE, ...missing }, 'a')).toBeUndefined()
    expect(commitLink({ ...PLACE, ...missing })).toBe('')
  }
})
