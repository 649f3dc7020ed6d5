import type { Sample } from './samples.ts'

/** pip 24 and 26, cargo 1.95 and older, Go 1.26, run. */
export const TOOLCHAIN_SAMPLES: Readonly<Record<string, Sample>> = {
  'pip-version': {
    said: [
      'ERROR: Could not find a version that satisfies the requirement foo==9 (from versions: none)',
      'ERROR: No matching distribution found for foo==9',
      'ERROR: Ignored the following versions that require a different python version: 1.0 Requires-Python >=3.13'
    ],
    nearMisses: [
      'Looking for a version that satisfies foo',
      'docs/no-matching-distribution-found.md',
      'Requirement already satisfied: foo==9'
    ]
  },
  'pip-requirements': {
    said: [
      "ERROR: Invalid requirement: 'foo=9' (from line 2 of requirements.txt)",
      'ERROR: Cannot install a and b because these package versions have conflicting dependencies.',
      'ERROR: ResolutionImpossible: for help visit https://pip.pypa.io'
    ],
    nearMisses: [
      'ValueError: Invalid requirements: 3 apples',
      'ResolutionImpossibleError is not defined',
      'app/conflicting dependencies.txt'
    ]
  },
  'npm-no-package': {
    said: [
      'npm error 404 Not Found - GET https://registry.npmjs.org/expres - Not found',
      'npm ERR! 404 Not Found - GET https://registry.npmjs.org/@acme%2fprices - Not found'
    ],
    nearMisses: [
      'npm error code E404',
      'pnpm error 404 Not Found - GET https://registry.npmjs.org/expres - Not found',
      'npm http fetch GET 404 https://registry.npmjs.org/expres'
    ]
  },
  'pip-wheel': {
    said: ['error: metadata-generation-failed', '  ERROR: Failed building wheel for psycopg2'],
    nearMisses: [
      'Successfully built wheel for psycopg2',
      'Deploying acme/metadata-generation-failed',
      'subprocess exited with error'
    ]
  },
  'cargo-manifest': {
    said: [
      'error: could not find `Cargo.toml` in `/workspace` or any parent directory',
      'Cargo.toml not found at the root of the archive'
    ],
    nearMisses: [
      'error: failed to parse manifest at `/workspace/Cargo.toml`',
      'Cargo.toml: app acme/missing-crate was read',
      'no such file or directory: prices.toml'
    ]
  },
  'cargo-crate': {
    said: [
      '  |     ^^^^^ use of unresolved module or unlinked crate `serde`',
      'error[E0433]: failed to resolve: use of undeclared crate or module `rand`',
      "error[E0463]: can't find crate for `serde`",
      '  |     ^^^^^ maybe a missing crate `serde`?',
      '  |     ^^^^^ you might be missing crate `serde`'
    ],
    nearMisses: [
      'help: you might be missing a type parameter',
      "error[E0463]: can't find crate for `core`",
      'error[E0432]: unresolved import `crate::prices`',
      'error[E0425]: cannot find value `rand` in this scope'
    ]
  },
  'cargo-no-crate': {
    said: [
      'error: no matching package named `serd` found\nlocation searched: crates.io index\nrequired by package `app v0.1.0 (/code)`'
    ],
    nearMisses: [
      'no matching package named so was found',
      'error: no matching package found\nsearched package name: `serd`',
      'acme/no matching package named `serd` found'
    ]
  },
  'cargo-version': {
    said: [
      'error: failed to select a version for the requirement `serde = "^9"`',
      'error: failed to select a version for `openssl-sys`.'
    ],
    nearMisses: [
      'failed to select a version of the app',
      'failed to select a version for serde',
      'we failed to select versions for the requirement `serde`'
    ]
  },
  'rust-version': {
    said: [
      'error: package `clap v4.6.0` cannot be built because it requires rustc 1.88 or newer, while the currently active rustc version is 1.85.0',
      'error: rustc 1.85.0 is not supported by the following packages:'
    ],
    nearMisses: [
      'rustc 1.85.0 (4d91de4e4 2025-02-17)',
      'it requires rustc',
      'this is not supported by the following rule'
    ]
  },
  'cargo-lock': {
    said: ['error: the lock file /code/Cargo.lock needs to be updated but --locked was passed to prevent this'],
    nearMisses: [
      'Updating the lock file /code/Cargo.lock',
      'the lock file /code/Cargo.lock needs to be parsed',
      'blocking waiting for file lock on package cache'
    ]
  },
  'rust-target-of-toolchain': {
    said: ['  = note: the `wasm32-wasip2` target may not be installed'],
    nearMisses: [
      "error[E0463]: can't find crate for `serde`",
      'the target is installed',
      'rust-target may not be installed-here'
    ]
  },
  'rust-target-set': {
    said: ['  = note: the `wasm32-wasip2` target may not be installed'],
    nearMisses: [
      "error[E0463]: can't find crate for `serde`",
      'the target is installed',
      'rust-target may not be installed-here'
    ]
  },
  'rust-target': {
    said: ['  = note: the `wasm32-wasip2` target may not be installed', "error[E0463]: can't find crate for `core`"],
    nearMisses: [
      "error[E0463]: can't find crate for `serde`",
      'the target is installed',
      'rust-target may not be installed-here'
    ]
  },
  'cargo-no-target': {
    said: [
      'error: no bin target named `app`',
      'error: a bin target must be available for `cargo run`',
      'error: failed to parse manifest\n  no targets specified in the manifest'
    ],
    nearMisses: ['no bin targets were skipped', 'a lib target must be available', 'acme/no bin target']
  },
  'go-sum': {
    said: ['main.go:2:8: missing go.sum entry for module providing package github.com/google/uuid (imported by x)'],
    nearMisses: ['missing go.summary entry', 'go: updating go.sum entry', 'app missing: go.sum was read']
  },
  'go-module': {
    said: [
      'main.go:2:8: no required module provides package github.com/google/uuid; to add it:',
      'main.go:4:2: cannot find module providing package github.com/nobody/nothing',
      'main.go:4:2: cannot find module providing package github.com/nobody/nothing: import lookup disabled by -mod=readonly'
    ],
    nearMisses: [
      'go: finding module for package github.com/google/uuid',
      'no required module provides the answer',
      "Error: Cannot find module 'package'"
    ]
  },
  'go-no-mod': {
    said: [
      "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
      'go: cannot find main module, but found .git/config in /src\n\tto create a module there, run:\n\tgo mod init'
    ],
    nearMisses: [
      'go.mod file indicates replacement with relative path',
      'cannot find the main module of the app',
      'open /src/go.mod: permission denied'
    ]
  },
  'go-no-files': {
    said: ['no Go files in /code', 'go: warning: "./..." matched no packages\nno Go files in /workspace/app'],
    nearMisses: [
      'no Go file in /code',
      'build constraints exclude all Go files in /code',
      'there are no Gophers in here'
    ]
  },
  'go-main': {
    said: [
      'runtime.main_main·f: function main is undeclared in the main package',
      'package command-line-arguments is not a main package'
    ],
    nearMisses: [
      'main redeclared in this block',
      './main.go:3:2: undefined: main',
      'function maintain is undeclared in the main package'
    ]
  }
}
