import type { Sample } from './samples.ts'

/** Kaniko, BuildKit, Docker's classic builder and the buildpacks' lifecycle, from reports of their users. */
export const IMAGE_BUILDER_SAMPLES: Readonly<Record<string, Sample>> = {
  'copy-source': {
    said: [
      'error building image: error building stage: failed to get files used from context: failed to get fileinfo for /kaniko/buildcontext/requirements.txt: lstat /kaniko/buildcontext/requirements.txt: no such file or directory',
      'error building image: error building stage: failed to get files used from context: copy failed: no source files specified',
      'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 8b4a2281::a1udyhg: "/requirements.txt": not found',
      'COPY failed: file not found in build context or excluded by .dockerignore: stat requirements.txt: file does not exist'
    ],
    nearMisses: [
      'lstat /app/requirements.txt: no such file or directory',
      'COPY requirements.txt .',
      'upload to the COPY failed: stat: quota'
    ]
  },
  'dockerfile-context': {
    said: ['--dockerfile-path requires a context'],
    nearMisses: [
      'my-dockerfile-path requires a context',
      'dockerfile-path: Dockerfile requires a user',
      'a context requires a dockerfile-path'
    ]
  },
  'build-of-image': {
    said: ['build_args: not allowed for a prebuilt image', '--dockerfile-path: not supported for a prebuilt image'],
    nearMisses: [
      'build args: 3, none rejected-early',
      'acme/build-args not allowed',
      'the image of build 7 was rejected'
    ]
  },
  'build-args': {
    said: ['build_args are not allowed with --build-arg: rejected', 'build-args: not supported by this builder'],
    nearMisses: [
      'build args: 3, none rejected-early',
      'acme/build-args not allowed',
      'the builder has no arguments: rejected'
    ]
  },
  'buildpacks-detect': {
    said: [
      '[detector] ERROR: No buildpack groups passed detection.',
      '[detector] ERROR: failed to detect: no buildpacks participating'
    ],
    nearMisses: ['2 buildpack groups passed detection', 'no buildpacks were asked', 'acme/no buildpacks participating']
  },
  'dockerfile-missing': {
    said: [
      'Error: error resolving dockerfile path: please provide a valid path to a Dockerfile within the build context',
      'ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory'
    ],
    nearMisses: [
      'Dockerfile:4: no such file or directory: prices.txt',
      'RUN cat prices: no such file or directory',
      'the Dockerfile was read'
    ]
  },
  'git-secret': {
    said: ['error resolving source context: git secret "pat" not found'],
    nearMisses: ['git secret "pat" is of type registry', 'the secret ghcr was not found', 'no git secret is set']
  },
  'git-repository': {
    said: [
      'error resolving source context: repository not found: https://github.com/acme/gone',
      "fatal: could not read Username for 'https://github.com': No such device or address",
      "fatal: Authentication failed for 'https://github.com/acme/private/'"
    ],
    nearMisses: [
      'repository acme/web is archived',
      'authentication requires a token',
      'could not read the file Username'
    ]
  },
  'git-host': {
    said: [
      "error resolving source context: fatal: unable to access 'https://git.corp/acme/app/': Could not resolve host: git.corp",
      'error resolving source context: Get "https://10.0.0.5/acme/app/info/refs": dial tcp 10.0.0.5:443: i/o timeout',
      'ssh: git clone: connect to host git.corp port 22: Connection timed out'
    ],
    nearMisses: [
      'RUN curl https://x.example: Could not resolve host: x.example',
      'dial tcp 10.0.0.5:443: i/o timeout',
      'git clone https://git.corp/acme/timed-out'
    ]
  },
  'base-image': {
    said: [
      'error building image: GET https://ghcr.io/token?scope=repository%3Aacme%2Fbase%3Apull: UNAUTHORIZED: authentication required',
      'ERROR: failed to solve: ghcr.io/acme/base: failed to resolve source metadata for ghcr.io/acme/base:latest: pull access denied',
      'error building image: GET https://index.docker.io/v2/library/pyhton/manifests/3.12: MANIFEST_UNKNOWN: manifest unknown'
    ],
    nearMisses: [
      'error building image: error building stage: failed to execute command: exit status 1',
      'Failed to pull image "ghcr.io/a/b:1": 401 Unauthorized',
      'ERROR: failed to solve: acme/denied-boarding: exit code: 1'
    ]
  },
  'run-failed': {
    said: [
      'error building image: error building stage: failed to execute command: waiting for process to exit: exit status 3',
      'ERROR: failed to solve: process "/bin/sh -c pip install -r requirements.txt" did not complete successfully: exit code: 1'
    ],
    nearMisses: [
      'waiting for process to exit',
      'the process did not complete successfully',
      'failed to execute command ls'
    ]
  },
  buildpacks: {
    said: ['===> DETECTING\nheroku/python 1.0\nERROR: failed to build: exit status 1'],
    nearMisses: ['=> DETECTING', '===> BUILDING', '===> DETECTING-FACES']
  }
}
