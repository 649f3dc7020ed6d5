import type { Sample } from './samples.ts'

/** CPython 3.11 and Node 24, run. */
export const PROGRAM_SAMPLES: Readonly<Record<string, Sample>> = {
  'handler-arguments': {
    said: [
      'TypeError: handler() takes 1 positional argument but 2 were given',
      'TypeError: handler() takes 0 positional arguments but 2 were given',
      "TypeError: handler() missing 1 required positional argument: 'user'"
    ],
    nearMisses: [
      'TypeError: parse_handler() takes 1 positional argument but 2 were given',
      'TypeError: handler() takes 3 positional arguments but 4 were given',
      'TypeError: Router.handler() takes 1 positional argument but 2 were given'
    ]
  },
  'lfs-pointer': {
    said: [
      '  File "handler.py", line 1\n    version https://git-lfs.github.com/spec/v1\n            ^^^^^\nSyntaxError: invalid syntax'
    ],
    nearMisses: [
      'https://git-lfs.github.com/spec/v1',
      'version https://git-lfs.github.com/spec/v1.md',
      'conversion https://git-lfs.github.com/'
    ]
  },
  'handler-function': {
    said: [
      "ImportError: cannot import name 'handler' from 'handler' (/app/handler.py)",
      "AttributeError: module 'handler' has no attribute 'handler'"
    ],
    nearMisses: [
      "ImportError: cannot import name 'helper' from 'handler' (/app/handler.py)",
      "ImportError: cannot import name 'handler' from 'shop.handler' (/app/shop/handler.py)",
      "AttributeError: module 'handlers' has no attribute 'handler'"
    ]
  },
  'handler-file': {
    said: [
      "ModuleNotFoundError: No module named 'handler'",
      'entrypoint handler.py not found',
      "python3: can't open file '/app/handler.py': [Errno 2] No such file or directory",
      'the archive is missing handler.py',
      'the archive has no handler.py at its root'
    ],
    nearMisses: [
      'Publishing acme/missing-items: FAILED_PRECONDITION: handler.py was not accepted',
      'File "/app/handler.py", line 7, in handler\nKeyError: \'missing\'',
      "ModuleNotFoundError: No module named 'handlers'",
      "ModuleNotFoundError: No module named 'handler.prices'"
    ]
  },
  'process-killed': {
    said: ['the Go process ended: SIGKILL; the request was not answered', 'the Python process ended: SIGSEGV'],
    nearMisses: [
      'the child process ended: SIGKILL',
      'the Python process ended: exit code 137',
      'the Rust process ended: signal 9'
    ]
  },
  'process-ended-python': {
    said: ['the Python process ended: exit code 3', 'SystemExit: 1, handler.py:7'],
    nearMisses: [
      'the child process ended: exit code 3',
      'the Python process ended well',
      "KeyError: 'SystemExit', handler.py:7",
      'MySystemExit: 1'
    ]
  },
  'process-ended-go': {
    said: ['the Go process ended: exit code 3', 'the Go process ended: exit status 2'],
    nearMisses: ['the go process ended: exit code 3', 'the Go process ended well', 'the Go process ended: exit']
  },
  'process-ended-rust': {
    said: ['the Rust process ended: exit code 101'],
    nearMisses: ['the rust process ended: exit code 3', 'the Rust process ended well', 'the Rust process ended: exit']
  },
  'process-ended-deno': {
    said: ['the Deno process ended: exit code 3'],
    nearMisses: ['the deno process ended: exit code 3', 'the Deno process ended well', 'the Deno process ended: exit']
  },
  'own-network': {
    said: [
      'Error: connect ECONNREFUSED 127.0.0.1:5432',
      'ConnectionError: dial tcp 10.0.0.5:5432: i/o timeout, handler.py:7',
      'psycopg2.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused',
      'redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.'
    ],
    nearMisses: [
      'dial tcp 10.2.9.133:80: connect: connection refused',
      'connect ECONNREFUSED 34.120.1.2:5432',
      'connected to 127.0.0.1:5432',
      'ECONNREFUSED 127.0.0.1:54321'
    ]
  },
  'result-not-json': {
    said: ['TypeError: Object of type datetime is not JSON serializable'],
    nearMisses: [
      'a payload that is not JSON serializable was skipped',
      'Object of type Order is JSON serializable',
      '1 test of 1 failed: tests/Object of type x is not JSON serializable.json (failed)'
    ]
  },
  'python-module-in-image': {
    said: ["ModuleNotFoundError: No module named 'flask'"],
    nearMisses: [
      "KeyError: 'ModuleNotFoundError'",
      'ModuleNotFoundError: No module',
      "LazyModuleNotFoundError: No module named 'flask'"
    ]
  },
  'python-module': {
    said: ["ModuleNotFoundError: No module named 'numpy'", "ModuleNotFoundError: No module named 'yaml.foo'"],
    nearMisses: [
      "KeyError: 'ModuleNotFoundError'",
      'warning: No module named x, going on without it',
      'ModuleNotFoundError: No module',
      "LazyModuleNotFoundError: No module named 'numpy'"
    ]
  },
  'variable-missing': {
    said: [
      '  File "handler.py", line 7, in handler\n    return os.environ["DATABASE_URL"]\n  File "<frozen os>", line 679, in __getitem__\nKeyError: \'DATABASE_URL\''
    ],
    nearMisses: [
      "KeyError: 'DATABASE_URL'",
      'url = os.environ["DATABASE_URL"]\nValueError: no port',
      "os.environ.get('MODE')\nKeyError: 'titel'"
    ]
  },
  'node-file': {
    said: ["Error: Cannot find module '/app/server.js'", "Error: Cannot find module './lib/prices'"],
    nearMisses: [
      "Error: Cannot find module 'express'",
      "src/app.ts(1,20): error TS2307: Cannot find module './prices' or its corresponding type declarations.",
      'Cannot find module of the invoice'
    ]
  },
  'node-package': {
    said: [
      "Error: Cannot find module 'express'\nRequire stack:\n- /app/server.js",
      "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/a.mjs"
    ],
    nearMisses: [
      "src/app.ts(1,20): error TS2307: Cannot find module 'express' or its corresponding type declarations.",
      'Cannot find package of order 7',
      "pkg/Cannot find module 'express'"
    ]
  }
}
