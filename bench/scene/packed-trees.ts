import { execFileSync } from 'node:child_process'
import type { Scene } from './scene.ts'
import { makeBinary, makeTextTree } from './trees.ts'

type TreeAndTar = { readonly root: string; readonly tar: string }

/** A tree of sources, and the tar of it. */
export function textTree(scene: Scene, size: { readonly files: number; readonly bytes: number }): Promise<TreeAndTar> {
  return tree(scene, `text-${size.files}-${size.bytes}`, (root) => makeTextTree(root, size))
}

/** A tree of one large file, and the tar of it. */
export function binaryTree(scene: Scene, bytes: number): Promise<TreeAndTar> {
  return tree(scene, `binary-${bytes}`, (root) => makeBinary(`${root}/app`, bytes))
}

function tree(scene: Scene, name: string, make: (root: string) => void): Promise<TreeAndTar> {
  return scene.once(name, () => {
    const root = scene.at(name)
    make(root)
    execFileSync('tar', ['-cf', `${root}.tar`, '-C', root, '.'])
    return { root, tar: `${root}.tar` }
  })
}
