import { chapter, MISSPELT } from './advice-row.ts'

const NO_STANDARD_LIBRARY =
  /(?:can't find crate for `(?:core|std)`[\s\S]{0,400}?)?the `([\w.-]{1,100})` target may not be installed|can't find crate for `(?:core|std)`/

/** What compilers and package managers say of the code. */
export const TOOLCHAINS = chapter(
  'Compilers and package managers',
  [
    {
      id: 'pip-version',
      pattern: /Could not find a version that satisfies|No matching distribution found|Requires-Python/,
      symptom: '`Could not find a version that satisfies the requirement …`',
      cause: 'pip found no such version for this Python: the platform has 3.12, an image its own.',
      cure: 'Check the line in requirements.txt, or the RUN of the Dockerfile.'
    },
    {
      id: 'pip-requirements',
      pattern: /Invalid requirement: |conflicting dependencies|ResolutionImpossible/,
      symptom: '`Invalid requirement: …`, `conflicting dependencies`',
      cause: 'pip cannot satisfy requirements.txt.',
      cure: 'Try it with `pip install --dry-run -r requirements.txt` under Python 3.12.'
    },
    {
      id: 'pip-wheel',
      pattern: /metadata-generation-failed|Failed building wheel|subprocess-exited-with-error/,
      symptom: '`metadata-generation-failed`, `Failed building wheel for …`',
      cause: 'A package of requirements.txt has no wheel for the platform and could not be built there.',
      cure: 'Choose a version with wheels for Linux and Python 3.12.'
    },
    {
      id: 'npm-no-package',
      pattern: /npm (?:error|ERR!) 404[^\n]{0,20} GET (?:\S{0,300}\/)?([\w.%@-]{1,100}) - Not found/,
      symptom: '`npm error 404 Not Found - GET https://registry.npmjs.org/expres - Not found`',
      cause: 'npm finds no package of this name.',
      cure: 'Mend `NAME` in package.json or in the Dockerfile. For a private package the build has no credentials: build the image in a step of the workflow, and deploy it with `image-ref`.'
    },
    {
      id: 'cargo-manifest',
      pattern:
        /could not find `?Cargo\.toml`? in|(?:\S{0,200}\/)?Cargo\.toml['"`]?:? (?:is |was |does )?(?:not found|missing|no such file or directory|not exist)/i,
      symptom: '``could not find `Cargo.toml` in …``',
      cause: 'Rust apps need Cargo.toml at the root of `code`.',
      cure: 'Check that `code` names the directory that holds it.'
    },
    {
      id: 'cargo-crate',
      pattern:
        /use of (?:unresolved module or unlinked crate|undeclared crate or module) `([^`\n]{1,100})`|(?:maybe a missing|you might be missing) crate `([^`\n]{1,100})`|can't find crate for `(?!(?:core|std)`)([^`\n]{1,100})`/,
      misses: 'rust',
      symptom: '``use of unresolved module or unlinked crate `rand` ``',
      cause: 'The code uses a crate that Cargo.toml does not name, or a module that is not declared.',
      cure: 'Add the crate with `cargo add NAME`, and commit Cargo.toml and Cargo.lock.',
      misspelt: MISSPELT
    },
    {
      id: 'cargo-no-crate',
      pattern: /no matching package named `([^`\n]{1,100})` found/,
      symptom: '``no matching package named `serd` found``',
      cause: 'Cargo.toml names a crate that crates.io does not have.',
      cure: 'Correct the spelling of `NAME` under `[dependencies]` in Cargo.toml; a crate of your own is named by its path there, and must lie in `code`.'
    },
    {
      id: 'cargo-version',
      pattern: /failed to select a version for (?:the requirement )?`([^`\n]{1,100})`/,
      symptom: '``failed to select a version for the requirement `serde = "^9"` ``',
      cause: 'No version of this crate meets what Cargo.toml and the other crates ask for.',
      cure: 'Correct the version in Cargo.toml (`cargo search` shows the newest), run `cargo update` in `code`, and commit Cargo.toml and Cargo.lock.'
    },
    {
      id: 'rust-version',
      pattern:
        /(?:requires rustc \d[\w.]{0,20}|is not supported by the following packages?|rustc \d[\w.]{0,20} is not supported)/,
      symptom: '``package `x` cannot be built because it requires rustc 1.88 or newer``',
      cause: 'A crate wants a newer compiler than the platform used.',
      cure: 'Write that version in `toolchain`, in quotes, or an older version of the crate in Cargo.toml.'
    },
    {
      id: 'cargo-lock',
      pattern: /lock file \S{1,400} needs to be updated but --(?:locked|frozen) was passed/,
      symptom: '`the lock file … needs to be updated but --locked was passed`',
      cause: 'Cargo.lock does not fit Cargo.toml.',
      cure: 'Run `cargo check` in `code`, and commit Cargo.lock.'
    },
    {
      id: 'rust-target-of-toolchain',
      pattern: NO_STANDARD_LIBRARY,
      given: ['toolchain'],
      symptom: '``the `wasm32-wasip2` target may not be installed``, with `toolchain` set',
      cause: 'The compiler that `toolchain` names has no standard library for the target that it builds for.',
      cure: 'Leave `toolchain` out, or name a version in it for which the platform has that target.'
    },
    {
      id: 'rust-target-set',
      pattern: NO_STANDARD_LIBRARY,
      given: ['rust-target'],
      symptom: '``the `wasm32-wasip2` target may not be installed``, with `rust-target` set',
      cause: 'The compiler has no standard library for the target that it builds for.',
      cure: 'Leave `rust-target` out, or set `rust-target: native`.'
    },
    {
      id: 'rust-target',
      pattern: NO_STANDARD_LIBRARY,
      symptom: '``the `wasm32-wasip2` target may not be installed``',
      cause: 'The compiler has no standard library for the target that it builds for.',
      cure: 'Remove the target from `.cargo/config.toml`; where none is named there, set `rust-target: native`.'
    },
    {
      id: 'cargo-no-target',
      pattern: /no bin target|a bin target must be available|no targets specified in the manifest/,
      symptom: '`no bin target named …`, `no targets specified in the manifest`',
      cause: 'cargo finds nothing to build.',
      cure: 'Check that src/main.rs or src/lib.rs lies beside Cargo.toml in `code`, and what Cargo.toml says under `[[bin]]` and `[lib]`.'
    },
    {
      id: 'go-sum',
      pattern: /missing go\.sum entry/,
      symptom: '`missing go.sum entry for module providing package …`',
      cause: 'go.sum does not hold the checksums of all modules.',
      cure: 'Run `go mod tidy` in `code`, and commit go.mod and go.sum.'
    },
    {
      id: 'go-module',
      pattern: /(?:no required module provides|cannot find module providing) package ([^\s;:]{1,300})/,
      misses: 'go',
      symptom: '`no required module provides package …`, `cannot find module providing package …`',
      cause: 'go.mod does not name a module that the code imports.',
      cure: 'Run `go get NAME` in `code`, and commit go.mod and go.sum; a package of your own must lie in `code`.',
      misspelt: MISSPELT
    },
    {
      id: 'go-no-mod',
      pattern: /go\.mod file not found in current directory or any parent directory|cannot find main module/,
      symptom: '`go.mod file not found in current directory or any parent directory`, `cannot find main module`',
      cause: 'There is no go.mod at the root of `code`.',
      cure: 'Run `go mod init app` and `go mod tidy` there, and commit go.mod and go.sum; where go.mod lies in another directory, point `code` at that.'
    },
    {
      id: 'go-no-files',
      pattern: /no Go files in \S{1,400}/,
      symptom: '`no Go files in …`',
      cause: 'There is no Go file at the root of `code`.',
      cure: 'Point `code` at the directory that holds `package main`; where the app is of another language, remove `runtime: go`.'
    },
    {
      id: 'go-main',
      pattern: /(?:runtime\.main_main·f: )?function main is undeclared in the main package|is not a main package/,
      symptom: '`function main is undeclared in the main package`',
      cause: 'Go apps are started by `func main()` in `package main`, at the root of `code`.',
      cure: 'Write `func main() { ignite.Start(handler) }` there, and check that `code` names that directory.'
    }
  ],
  { isOfPlatform: false }
)
