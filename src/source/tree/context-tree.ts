import { join, posix } from 'node:path'
import { Problem } from '../../model/errors.ts'
import type { ContextPath } from '../../model/ports/inspection-port.ts'
import { firstOf } from '../../model/values/words.ts'
import { printable } from '../files/names.ts'
import { DockerRules } from '../rules/docker-rules.ts'
import { IgniteRules } from '../rules/ignite-rules.ts'
import { type IgnoreFile, readIgnoreFile } from '../rules/ignore-file.ts'
import { type FoundSource, findSource, nothingIn, type Surroundings } from './find-source.ts'
import type { ListedTree } from './listed-tree.ts'
import { walk } from './walk.ts'

const DOCKER_IGNORE = '.dockerignore'
const SHOWN_DOCKERFILES = 5

/** A context that was found, with the path of its Dockerfile as the paths in it are written. */
export type ContextPlace = FoundSource & { readonly dockerfile: string | undefined }

/** Finds out what `code` and `dockerfile-path` name. What no image can be built from is a Problem. */
export function locateContext(source: ContextPath, around: Surroundings): ContextPlace | { problem: Problem } {
  const place = findSource(source, around)
  if ('problem' in place) return place
  if (place.kind === 'source') return { problem: singleFile(place) }
  const { dockerfilePath } = source
  if (dockerfilePath === undefined) return { ...place, dockerfile: undefined }
  const dockerfile = posix.normalize(dockerfilePath).replace(/^\//, '\0')
  if (/^(\0|\.\.?(\/|$))/.test(dockerfile)) return { problem: outsideContext(place, dockerfilePath) }
  return { ...place, dockerfile }
}

/** Lists the files of a context that is a directory. Throws SourceError, as `walk` does. */
export function contextTree(place: ContextPlace, { exclude }: Surroundings): Promise<ListedTree> {
  const dockerIgnore = ignoreFileOf(place)
  const docker = DockerRules.read(dockerIgnore, place.dockerfile)
  return walk({
    root: place.directory,
    shownRoot: place.shownPath,
    exclude,
    purpose: 'context',
    rules: { ignite: IgniteRules.none, docker },
    rulesFrom: dockerIgnore
  })
}

/** What is wrong with the files of a context, by their paths. */
export function contextFault(place: ContextPlace, paths: readonly string[]): Problem | undefined {
  if (paths.length === 0) return nothingIn(place, [])
  return place.dockerfile === undefined || paths.includes(place.dockerfile)
    ? undefined
    : noDockerfile(place, place.dockerfile, paths)
}

/** The file beside the Dockerfile wins, as with docker. */
function ignoreFileOf({ directory, shownPath, dockerfile }: ContextPlace): IgnoreFile | undefined {
  const read = (path: string) => readIgnoreFile(join(directory, path), posix.join(shownPath, path))
  return (dockerfile === undefined ? undefined : read(`${dockerfile}${DOCKER_IGNORE}`)) ?? read(DOCKER_IGNORE)
}

function singleFile({ shownPath }: FoundSource): Problem {
  return new Problem({
    inputs: ['code'],
    message: `\`${printable(shownPath)}\` is a single file, and an image is built from several.`,
    fix: 'Point `code` at a directory or an archive.'
  })
}

function outsideContext({ shownPath }: FoundSource, dockerfilePath: string): Problem {
  return new Problem({
    inputs: ['dockerfile-path'],
    message: `\`${printable(dockerfilePath)}\` is no path inside \`${printable(shownPath)}\`.`,
    fix: 'Set `dockerfile-path` to the path of the Dockerfile from the root of `code`, for example `docker/Dockerfile`.'
  })
}

function noDockerfile(place: FoundSource, dockerfile: string, paths: readonly string[]): Problem {
  const name = `\`${printable(dockerfile)}\``
  const found = paths.filter((path) => /(^|\/)([^/]+\.)?(Docker|Container)file(\.[^/]+)?$/i.test(path))
  const names = found.map((path) => `\`${printable(path)}\``)
  return new Problem({
    inputs: ['dockerfile-path'],
    message: `${name} is no file of \`${printable(place.shownPath)}\` that is sent.`,
    fix:
      names.length > 0
        ? `Set \`dockerfile-path\` to one of these: ${firstOf(names, SHOWN_DOCKERFILES)}.`
        : 'Set `dockerfile-path` to the path of the Dockerfile from the root of `code`, and leave it in where an `.igniteignore` names it.'
  })
}
