import { type AdviceRow, chapter, MISSPELT } from './advice-row.ts'

/** What only its own network reaches. */
const OWN_HOST = String.raw`localhost|127\.0\.0\.1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}`
/** Of databases and queues; of no app. */
const PORTS = '5432|3306|6379|27017|5672|9092|9200|1433|1521'
const AWAY = 'connection refused|timed? ?out|no route to host|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|connecting to'

const MODULE_NOT_FOUND = /ModuleNotFoundError: No module named ['"]?([\w.]{1,200})/

/** What the user's own program says as it ends. */
export const PROGRAM = chapter(
  'The app’s own program',
  [
    {
      id: 'handler-arguments',
      pattern:
        /handler\(\) takes \d{1,3} positional arguments? but 2 were given|handler\(\) missing \d{1,3} required positional arguments?/,
      symptom: '`handler() takes 1 positional argument but 2 were given`',
      cause: 'The platform calls the handler with two arguments.',
      cure: 'Write it as `def handler(payload, ctx):`.'
    },
    {
      id: 'lfs-pointer',
      pattern: /version https:\/\/git-lfs\.github\.com\/spec\/v1/,
      symptom: '`SyntaxError`, at a line `version https://git-lfs.github.com/spec/v1`',
      cause: 'A file of the code is a pointer of Git LFS, not the file itself.',
      cure: 'Let actions/checkout fetch the files: write lfs: true under its `with:`.'
    },
    {
      id: 'handler-function',
      pattern:
        /cannot import name ['"]handler['"] from ['"]handler['"]|module ['"]handler['"] has no attribute ['"]handler['"]/,
      symptom: "`cannot import name 'handler' from 'handler'`",
      cause: 'handler.py has no function of the name handler.',
      cure: 'Define `def handler(payload, ctx):` at its top level.'
    },
    {
      id: 'handler-file',
      pattern:
        /No module named ['"]?handler['"]?|(?:\S{0,200}\/)?handler\.py['"`]?:? (?:\[Errno 2\] )?(?:is |was |does )?(?:not found|missing|no such file or directory|not exist)|(?:not found|missing|has no|no such file or directory|(?:can't|cannot|could not) find):? (?:the )?(?:file )?['"`]?(?:\S{0,200}\/)?handler\.py/i,
      symptom: "`No module named 'handler'`, `handler.py not found`",
      cause: 'Python apps begin with `handler.py` at the root of `code`, with `handler(payload, ctx)` in it.',
      cure: 'Check that `code` names the directory that holds it; a file of another name must be renamed.'
    },
    {
      id: 'variable-missing',
      pattern: /os\.environ\[[\s\S]{0,4000}KeyError: ['"](\w{1,200})['"]/,
      symptom: "`KeyError: 'DATABASE_URL'`, of `os.environ`",
      cause: 'The code reads an environment variable that the app does not have.',
      cure: 'Write it on a line of this action’s input `env`, as NAME=VALUE; the value of a secret comes from the repository’s secrets there.'
    },
    {
      id: 'process-killed',
      pattern: /the (?:Python|Go|Rust|Deno) process ended: SIG[A-Z]{1,10}/,
      symptom: '`the Python process ended: SIGKILL`',
      cause: 'The process in which the platform calls the handler was killed.',
      cure: 'SIGKILL is most often a lack of memory: set a larger `tier` (small, medium, large or xlarge).'
    },
    processEnded('python', /the Python process ended: exit (?:code|status)|SystemExit(?:: \d|, \S)/, {
      symptom: '`the Python process ended: exit code 3`, `SystemExit: 1`',
      ways: '`sys.exit()`, `exit()` and `os._exit()`'
    }),
    processEnded('go', /the Go process ended: exit (?:code|status)/, {
      symptom: '`the Go process ended: exit code 3`',
      ways: '`os.Exit()`, `log.Fatal()` and a panic in a goroutine'
    }),
    processEnded('rust', /the Rust process ended: exit (?:code|status)/, {
      symptom: '`the Rust process ended: exit code 3`',
      ways: '`std::process::exit()`'
    }),
    processEnded('deno', /the Deno process ended: exit (?:code|status)/, {
      symptom: '`the Deno process ended: exit code 3`',
      ways: '`Deno.exit()`'
    }),
    {
      id: 'own-network',
      pattern: new RegExp(
        `(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b[^\\n]{0,80}(?:${AWAY})|(?:${AWAY})[^\\n]{0,60}?\\b(?:${OWN_HOST})[^\\n]{0,40}?\\b(?:${PORTS})\\b`,
        'i'
      ),
      symptom: '`connect ECONNREFUSED 127.0.0.1:5432`, `dial tcp 10.0.0.5:5432: i/o timeout`, of a database',
      cause:
        'The app looks for a database, or the like, on its own machine or in a network of yours, and it runs in the platform’s network.',
      cure: 'Give it an address that the internet reaches, on a line of the input `env`.'
    },
    {
      id: 'result-not-json',
      pattern: /Object of type \S{1,200} is not JSON serializable/,
      symptom: '`Object of type datetime is not JSON serializable`',
      cause: 'The handler returned a value that JSON has no form for.',
      cure: 'Return text, bytes, or dicts and lists of text, numbers and booleans; write a date as text, with `str()` or `.isoformat()`.'
    },
    {
      id: 'python-module-in-image',
      headline: 'a module is missing',
      pattern: MODULE_NOT_FOUND,
      given: ['dockerfile-path', 'image-ref'],
      misses: 'python',
      symptom: "`ModuleNotFoundError: No module named 'flask'`, of an image",
      cause: 'The code imports a module that is not in the image.',
      cure: 'Add the package of `NAME` to requirements.txt, and install it in the Dockerfile with `RUN pip install -r requirements.txt`; a module of your own must be copied into the image.',
      misspelt: MISSPELT
    },
    {
      id: 'python-module',
      headline: 'a module is missing',
      pattern: MODULE_NOT_FOUND,
      misses: 'python',
      symptom: "`ModuleNotFoundError: No module named 'numpy'`",
      cause: 'The code imports a module that is not there.',
      cure: 'Add the package of `NAME` to requirements.txt at the root of `code`; a module of your own must lie in `code`.',
      misspelt: MISSPELT
    },
    {
      id: 'node-file',
      headline: 'a file of the code is missing',
      pattern: /Cannot find module ['"]((?:\/|\.{1,2}\/)[^'"\n]{0,300})['"](?! or its corresponding)/,
      misses: 'node',
      symptom: "`Cannot find module '/app/server.js'`",
      cause: 'Node was told to load a file that is not in the image.',
      cure: 'Check the path after CMD or in the import, and that the Dockerfile copies the file to where it is looked for; what is built must be built in the Dockerfile, for example with `RUN npm run build`.'
    },
    {
      id: 'node-package',
      headline: 'a package is missing',
      pattern: /Cannot find (?:module|package) ['"]([^'"\n]{1,200})['"](?! or its corresponding)/,
      misses: 'node',
      symptom: "`Cannot find module 'express'`",
      cause: 'The image lacks a package that the code needs: node_modules of the checkout is not sent.',
      cure: 'Name `NAME` under dependencies (not devDependencies) in package.json, and install in the Dockerfile: `COPY package*.json ./`, then `RUN npm ci --omit=dev`.',
      misspelt: MISSPELT
    }
  ],
  { isOfPlatform: false }
)

/** What ends a process differs from language to language; that it must not does not. */
function processEnded(
  language: string,
  pattern: RegExp,
  { symptom, ways }: { readonly symptom: string; readonly ways: string }
): AdviceRow {
  return {
    id: `process-ended-${language}`,
    pattern,
    symptom,
    cause: 'The code ends its own process, in which the platform calls the handler, before there is a result.',
    cure: `Look in it, and in what it calls, for ${ways}: return a result, or an error, in its place.`
  }
}
