import type { ApiReply, Repository } from './github-routes.ts'

type Asked = { readonly variables: Readonly<Record<string, string>>; readonly repository: Repository }

/** The questions that are asked by GraphQL: who the token is for, by the action; the others by `gh release`. */
const QUESTIONS: readonly (readonly [query: RegExp, data: (asked: Asked) => unknown])[] = [
  [/^query\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}$/, ({ repository: { login } }) => ({ viewer: { login } })],
  [/\{ref\(qualifiedName: \$tagName\)\{id\}\}\}$/, (asked) => ({ repository: { ref: refOf(asked) } })],
  [
    /\{release\(tagName: \$tagName\)\{databaseId,isDraft\}\}\}$/,
    (asked) => ({ repository: { release: releaseOf(asked) } })
  ]
]

export function answerGraphql(body: Readonly<Record<string, unknown>>, repository: Repository): ApiReply {
  const data = QUESTIONS.find(([query]) => query.test(String(body['query'])))?.[1]
  if (!data) return { code: 200, json: { errors: [{ message: 'The fake does not know this question.' }] } }
  const variables = (body['variables'] ?? {}) as Asked['variables']
  return { code: 200, json: { data: data({ variables, repository }) } }
}

function refOf({ variables: { tagName = '' }, repository: { store } }: Asked): unknown {
  return store.refs.has(tagName) ? { id: `REF_${tagName}` } : null
}

/** Of several drafts, the one that is oldest: GitHub promises no order. */
function releaseOf({ variables: { tagName }, repository: { store } }: Asked): unknown {
  const release = [...store.releases.values()].find(({ tag }) => tag === tagName)
  return release ? { databaseId: release.id, isDraft: release.isDraft } : null
}
