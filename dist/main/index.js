import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 298:
/***/ ((module) => {

// A simple implementation of make-array
function makeArray (subject) {
  return Array.isArray(subject)
    ? subject
    : [subject]
}

const UNDEFINED = undefined
const EMPTY = ''
const SPACE = ' '
const ESCAPE = '\\'

// The characters that carry a meaning of their own inside a regular
//   expression, so a literal one has to be escaped before it is emitted.
const REGEX_LITERAL_SPECIAL = /[.*+?()[\]{}^$|\\/]/
const BOM = '\uFEFF'
// A run of two or more asterisks is a globstar (#175)
const REGEX_ANCHORED_GLOBSTAR = /^\/\*{2,}$/
const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/
const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/
const REGEX_SPLITALL_CRLF = /\r?\n/g

// Invalid:
// - /foo,
// - ./foo,
// - ../foo,
// - .
// - ..
// Valid:
// - .foo
const DOUBLE_SLASH = '//'
const SLASH_CODE = 47
const DOT_CODE = 46


const SLASH = '/'

// Do not use ternary expression here, since "istanbul ignore next" is buggy
let TMP_KEY_IGNORE = 'node-ignore'
/* istanbul ignore else */
if (typeof Symbol !== 'undefined') {
  TMP_KEY_IGNORE = Symbol.for('node-ignore')
}
const KEY_IGNORE = TMP_KEY_IGNORE

const define = (object, key, value) => {
  Object.defineProperty(object, key, {value})
  return value
}

const RETURN_FALSE = () => false

// > The range notation, e.g. [a-zA-Z],
// > can be used to match one of the characters in a range.
//
// gitignore(5) defers to fnmatch(3) for this, and git implements it in
//   `wildmatch.c`.  A bracket expression has a sub-grammar of its own, which
//   is neither the surrounding pattern grammar nor the JavaScript one:
//
//   - a `]` right after `[` or `[!` is a literal member, not the terminator
//   - `[:alpha:]` names one of twelve POSIX classes
//   - `\` escapes the next member, `]` included
//   - `*`, `?` and `.` are plain literal members
//   - an unterminated expression makes the whole pattern match nothing
//
// which means the expression can not be located -- let alone translated -- by
//   a regular expression.  It is scanned out of the pattern before the
//   replacers below run, and put back once they are done, so that neither the
//   metacharacter escaper nor the `?` / `*` replacers ever see its body.

// git classifies with its own ASCII-only ctype macros (`wildmatch.c`), never
//   with the C library ones, so these must not be mapped onto `\d` / `\w` /
//   `\s`, which are wider.  `/` is left out of every expansion, because a
//   bracket expression never matches a path separator.
const POSIX_CLASSES = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-.0-~',
  lower: 'a-z',
  print: ' -.0-~',
  punct: '!-.:-@\\[-`{-~',
  // git's `sane-ctype.h` classifies \v and \f as control, not space,
  //   unlike C's `isspace`
  space: ' \\t\\n\\r',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f'
}

const CLASS_MEMBERS_TO_ESCAPE = '\\]^-['

const escapeMember = char => CLASS_MEMBERS_TO_ESCAPE.indexOf(char) < 0
  ? char
  : ESCAPE + char

// > if (matched == negated || ((flags & WM_PATHNAME) && text_ch == '/'))
// >   return WM_ABORT_TO_STARSTAR;                     (git, `wildmatch.c`)
// A bracket expression never matches a path separator, whatever its members
//   say, so a negated class gets `/` as one more excluded character, while a
//   plain one -- where a literal member or a range could still let `/` in --
//   is guarded with a lookahead, `/` being impossible to subtract from a
//   JavaScript character class.
const NON_SLASH = '(?!\\/)'

const classSource = (negated, body) => {
  if (negated) {
    return `[^\\/${body}]`
  }

  const source = `[${body}]`

  return new RegExp(source).test('/')
    ? NON_SLASH + source
    : source
}

// Scan the bracket expression that starts at `pattern[start] === '['`,
//   mirroring the member loop of git's `wildmatch.c`.
// @returns {{end: number, source: string} | null} `null` if the expression is
//   never terminated, which makes the whole pattern match nothing.
const scanBracket = (pattern, start) => {
  const {length} = pattern
  let index = start + 1
  let negated = EMPTY

  const lead = pattern[index]
  if (lead === '!' || lead === '^') {
    negated = '^'
    index ++
  }

  let body = EMPTY

  // The member a `-` could start a range from, or EMPTY when the previous
  //   member can not open one (start of the body, or a range / POSIX class
  //   that has just closed)
  let prev = EMPTY

  // git scans the members with a do-while, so the first one is consumed
  //   unconditionally.  That is the whole reason a leading `]` is a member
  //   and not the terminator.
  for (;;) {
    const char = pattern[index]

    if (char === UNDEFINED) {
      return null
    }

    if (char === ESCAPE) {
      // A pattern can not end on a lone backslash -- `createRule` has
      //   already thrown it away -- so there is a character to read.
      const escaped = pattern[++ index]
      body += escapeMember(escaped)
      prev = escaped
    } else if (
      char === '-'
      && prev
      && index + 1 < length
      && pattern[index + 1] !== ']'
    ) {
      index ++
      let to = pattern[index]
      if (to === ESCAPE) {
        to = pattern[index += 1]
      }
      // An out-of-order range matches nothing in git but is a syntax error in
      //   JavaScript, so it is dropped.  Its lower bound stays: git tests it
      //   as a plain member before it ever looks at the `-`, so `[c-a]` does
      //   match `c`.
      if (prev <= to) {
        body += `-${escapeMember(to)}`
      }
      prev = EMPTY
    } else if (char === '[' && pattern[index + 1] === ':') {
      const nameStart = index + 2
      let end = nameStart
      while (end < length && pattern[end] !== ']') {
        end ++
      }

      if (end === length) {
        return null
      }

      if (end > nameStart && pattern[end - 1] === ':') {
        const name = pattern.slice(nameStart, end - 1)

        // An unknown class name makes the whole pattern match nothing
        if (!Object.prototype.hasOwnProperty.call(POSIX_CLASSES, name)) {
          return null
        }

        body += POSIX_CLASSES[name]
        prev = EMPTY
        index = end
      } else {
        // No `:]` to close it, so the `[` is a plain member and scanning
        //   resumes right after it.
        body += escapeMember('[')
        prev = '['
        index = nameStart - 2
      }
    } else {
      body += escapeMember(char)
      prev = char
    }

    index ++

    if (pattern[index] === ']') {
      return {
        end: index,
        source: classSource(negated, body)
      }
    }
  }
}

// An empty JavaScript class can never match, which is how a pattern that git
//   gives up on (`WM_ABORT_ALL`) is expressed here.
const NEVER_MATCH = '[]'

// A NUL can appear in neither a `.gitignore` line nor a path, which makes it
//   the one safe placeholder character.  A literal one in the pattern is
//   held aside all the same, so a collision is impossible by construction.
const PLACEHOLDER = '\u0000'
const REGEX_RESTORE_PLACEHOLDER = new RegExp(
  `${PLACEHOLDER}(\\d+)${PLACEHOLDER}`, 'g'
)

// The one wildcard the chain does not expand for itself is a trailing `*`. How
//   it expands depends on the mode (`regex` vs `checkRegex`), so `_make` is
//   left to do it, and until then the pending wildcard travels as this marker.
//   That is what keeps it apart from a user-escaped literal `\*`: the unescape
//   steps collapse the escaped one to the exact `\*` a wildcard would leave
//   behind, so by the time `_make` runs the two are otherwise the same string
//   and a literal star gets wrongly rewritten into a wildcard. The marker is a
//   private-use character, and `extractBrackets` keeps one that came out of the
//   pattern apart from it, so the only marker `_make` ever turns back into a
//   real wildcard is the one this chain put there itself.
const TRAILING_WILDCARD = '\uE000'

// A trailing "/**" is deferred the same way, because `checkRegex` has to tell
//   it apart from a trailing "/*" (see `checkSourceOf`). For `.ignores()` it
//   still never matches the folder itself (#21).
const TRAILING_DOUBLESTAR = '\uE001'

// The three characters above mean something to the chain that builds the
//   source rather than to the path, so one that came out of the pattern is
//   held aside like a bracket expression instead of going straight out. Being
//   held is what makes it safe: the restore runs after the step that anchors
//   the source, so the character comes back in the middle of the source and
//   not at its end, which is the one place `_make` and `checkSourceOf` look
//   for a marker. Without it a pattern's own character lands where a pending
//   marker sits, and `_make` turns it into a real trailing wildcard.
//
// It is held as a one-member class rather than bare, in both of the branches
//   a reserved character can reach, so that the property can be
//   read off this function alone -- a reserved character never goes out on
//   its own -- rather than depending on where in the chain the restore
//   happens to run. In the expression built here `[x]` matches exactly what
//   `x` matches, none of the three being special to a regular expression or
//   inside a class, so no test can tell the two apart: the class is insurance,
//   and the paragraph above is the reason it is not needed.
const isReserved = char =>
  char === PLACEHOLDER
  || char === TRAILING_WILDCARD
  || char === TRAILING_DOUBLESTAR

// Replace every bracket expression with a placeholder the replacers below
//   leave alone, and translate it separately.
const extractBrackets = pattern => {
  const sources = []
  const hold = source =>
    `${PLACEHOLDER}${sources.push(source) - 1}${PLACEHOLDER}`

  const {length} = pattern
  let out = EMPTY
  let index = 0

  while (index < length) {
    const char = pattern[index]

    if (char === ESCAPE) {
      // > Put a backslash ("\") in front of ... a character to make it literal.
      //                                            (gitignore(5) -> fnmatch(3))
      // A backslash quotes the next character, whatever it is, so `\d` is a
      //   literal `d`, not the regex digit class, and `\?` is a literal `?`,
      //   not a wildcard. Held aside as its literal here, the escape never
      //   reaches the replacers below, which would otherwise let `\d`, `\b`,
      //   `\1`, `\/` keep their regular-expression meaning, and would turn a
      //   `\?` into `[^\/]`.
      //
      // Three escapes are still left for the chain: `\*` (a literal star,
      //   told apart from a wildcard by `TRAILING_WILDCARD` and the wildcard
      //   replacers), `\[` (a literal bracket, the one `[` the bracket
      //   replacer still expects), and `\ ` (a quoted space, which one pass
      //   below rewrites in bulk -- holding each one aside instead costs more
      //   on a pattern built out of them).
      //
      // A quoted backslash is not among them. The chain doubles every
      //   backslash, then takes the doubling back out again, and a quoted one
      //   standing next to a character the chain also escapes left the two
      //   counts sharing a run, so one of the escapes was lost. Held here as
      //   the literal it means, it never joins that run.
      const escaped = pattern[index + 1]

      if (escaped === SLASH && index + 2 === length) {
        // Git removes a final directory slash before matching. An escape
        //   without a character after that removal makes the pattern invalid.
        out += hold(NEVER_MATCH)
      } else if (
        escaped === '*'
        || escaped === '['
        || escaped === SPACE
      ) {
        out += pattern.slice(index, index + 2)
      } else {
        out += hold(
          REGEX_LITERAL_SPECIAL.test(escaped)
            ? ESCAPE + escaped
            : isReserved(escaped)
              ? `[${escaped}]`
              : escaped
        )
      }

      index += 2
    } else if (isReserved(char)) {
      out += hold(`[${char}]`)
      index ++
    } else if (char === '[') {
      const scanned = scanBracket(pattern, index)

      if (scanned === null) {
        // git gives up on the whole pattern (`WM_ABORT_ALL`), so whatever
        //   follows can not make it match either.
        out += hold(NEVER_MATCH)
        index = length
      } else {
        out += hold(scanned.source)
        index = scanned.end + 1
      }
    } else {
      out += char
      index ++
    }
  }

  return {
    source: out,
    sources
  }
}

// A step of the chain below is normally a `[matcher, replacer]` pair handed
//   to `String.replace`. `DIRECT` marks the ones that are plain string work
//   instead, and take `(source, pattern)`.
//
// Anchoring the two ends is exactly that -- a test of one character and a
//   concatenation -- and putting it through the regular expression engine
//   cost a third of this chain for nothing: 167ns where 10ns does the same
//   job. The two are still steps in the same list, in the same places,
//   because their position in the order is part of what they mean.
const DIRECT = null

// A separator at the beginning or in the middle of a pattern, as opposed to
//   one at the very end.
const REGEX_INNER_SLASH = /\/(?!$)/
const WILDCARD = '[^\\/]*'

// > If the pattern ends with a slash,
// > it is removed for the purpose of the following description,
// > but it would only find a match with a directory.
// > In other words, foo/ will match a directory foo and paths underneath it,
// > but will not match a regular file or a symbolic link foo
// >  (this is consistent with the way how pathspec works in general in Git).
// '`foo/`' will not match regular file '`foo`' or symbolic link '`foo`'
// -> ignore-rules will not deal with it, because it costs extra `fs.stat` call
//      you could use option `mark: true` with `glob`

// '`foo/`' should not continue with the '`..`'
// The chain that turns one gitignore pattern into a regular expression
//   source, in order. A step is either
//
//   [matcher, replacer]            handed to `String.replace`
//   [matcher, replacer, required]  the same, but skipped outright unless
//                                    `required` appears in the string, which
//                                    the matcher cannot match without
//   [DIRECT, transform]            plain string work, taking (source, pattern)
//
// The `required` character is only ever a shortcut: finding it does not mean
//   the matcher will match, and not finding it means it cannot. It is there
//   because scanning for one character costs a fraction of running a matcher
//   that then finds nothing -- for the wildcard step, whose `[^\\]+`
//   backtracks its way through the whole string before giving up, 11ns
//   against 400ns.
const REPLACERS = [

  // Replace (\ ) with ' '
  // Only a space: an escaped tab or other whitespace is already a literal by
  //   the time it reaches here, and a bare tab must be left as one, not turned
  //   into a space.
  // (\ ) -> ' '
  // (\\ ) -> '\\ '
  // (\\\ ) -> '\\ '
  [
    // A run of backslashes is taken whole, from its first one, so no match
    //   ever starts again inside it -- `(\\+?) ` did, which made a long run
    //   quadratic.
    /(\\+)( ?)/g,
    (_, run, space) => space
      ? run.slice(0, run.length - run.length % 2) + SPACE
      : run,
    ESCAPE + SPACE
  ],

  // git's wildmatch() reads a run of two or more asterisks as one globstar
  //   whenever the run fills a path segment: it starts the pattern or follows
  //   a `/`, and it ends the pattern or comes before a `/`. A run of two is
  //   already `**`; a longer one is folded into `**` here, so the steps
  //   below only ever have to know `**`.
  // `***/foo` -> `**/foo`, `a/***/b` -> `a/**/b`, `a/***` -> `a/**`
  // git also takes a run beside a literal prefix (`a***/b`) or beside an
  //   escaped slash (`***\/b`) as a globstar, and this does not; the README
  //   lists both, under "A run of asterisks".
  [
    /(^|\/)\*{3,}(?=\/|$)/g,
    (_, start) => `${start}**`,
    '*'
  ],

  // Escape metacharacters
  // which is written down by users but means special for regular expressions.

  // > There are 12 characters with special meanings:
  // > - the backslash \,
  // > - the caret ^,
  // > - the dollar sign $,
  // > - the period or dot .,
  // > - the vertical bar or pipe symbol |,
  // > - the question mark ?,
  // > - the asterisk or star *,
  // > - the plus sign +,
  // > - the opening parenthesis (,
  // > - the closing parenthesis ),
  // > - and the opening square bracket [,
  // > - the opening curly brace {,
  // > These special characters are often called "metacharacters".
  [
    /[\\$.|*+(){^]/g,
    match => `\\${match}`
  ],

  [
    // > a question mark (?) matches a single character
    /(?!\\)\?/g,
    () => '[^/]',
    '?'
  ],

  // leading slash
  [

    // > A leading slash matches the beginning of the pathname.
    // > For example, "/*.c" matches "cat-file.c" but not "mozilla-sha1/sha1.c".
    // A leading slash matches the beginning of the pathname
    /^\//,
    () => '^',
    SLASH
  ],

  // replace special metacharacter slash after the leading slash
  [
    /\//g,
    () => '\\/',
    SLASH
  ],

  [
    // > A leading "**" followed by a slash means match in all directories.
    // > For example, "**/foo" matches file or directory "foo" anywhere,
    // > the same as pattern "foo".
    // > "**/foo/bar" matches file or directory "bar" anywhere that is directly
    // >   under directory "foo".
    // Notice that the '*'s have been replaced as '\\*'
    /^\^*(?:\\\*\\\*\\\/)+/,

    // '**/foo' <-> 'foo'
    () => '(?:^|\\/)',
    '*'
  ],

  // starting
  [
    // there will be no leading '/'
    //   (which has been replaced by section "leading slash")
    // If starts with '**', adding a '^' to the regular expression also works
    DIRECT,
    (source, pattern) => {
      // Nothing to anchor to, or already anchored (`^` or `(?:^|\/)`)
      if (!source || source[0] === '^' || source[0] === '(') {
        return source
      }

      // If has a slash `/` at the beginning or middle
      const anchor = !REGEX_INNER_SLASH.test(pattern)
        // > Prior to 2.22.1
        // > If the pattern does not contain a slash /,
        // >   Git treats it as a shell glob pattern
        // Actually, if there is only a trailing slash,
        //   git also treats it as a shell glob pattern

        // After 2.22.1 (compatible but clearer)
        // > If there is a separator at the beginning or middle (or both)
        // > of the pattern, then the pattern is relative to the directory
        // > level of the particular .gitignore file itself.
        // > Otherwise the pattern may also match at any level below
        // > the .gitignore level.
        ? '(?:^|\\/)'

        // > Otherwise, Git treats the pattern as a shell glob suitable for
        // >   consumption by fnmatch(3)
        : '^'

      return anchor + source
    }
  ],

  // two globstars
  [
    // Use lookahead assertions so that we could match more than one `'/**'`
    /\\\/\\\*\\\*(?=\\\/|$)/g,

    // Zero, one or several directories
    // should not use '*', or it will be replaced by the next replacer

    // Check if it is not the last `'/**'`
    (_, index, str) => index + 6 < str.length

      // case: /**/ at the end of the pattern, i.e. a trailing `'/**/'`
      // > A trailing `"/**/"` (a trailing `"/**"` restricted to directories)
      // >   matches everything inside, but it should not match the current
      // >   folder itself, so it requires at least one directory segment.
      // 'a/**/' matches 'a/b/', 'a/x/y/' but not 'a/'
      ? str.slice(index + 6) === '\\/'
        ? '(?:\\/[^\\/]+)+'

        // case: /**/
        // > A slash followed by two consecutive asterisks then a slash matches
        // >   zero or more directories.
        // > For example, "a/**/b" matches "a/b", "a/x/b", "a/x/y/b" and so on.
        // '/**/'
        : '(?:\\/[^\\/]+)*'

      // case: /**
      // > A trailing `"/**"` matches everything inside.

      // #21: everything inside but it should not include the current folder,
      //   resolved by `_make`
      : `\\/${TRAILING_DOUBLESTAR}`,
    '*'
  ],

  // normal intermediate wildcards
  [
    // Never replace escaped '*'
    // ignore rule '\*' will match the path '*'

    // 'abc.*/' -> go
    // 'abc.*'  -> skip this rule,
    //    coz trailing single wildcard will be handed by [trailing wildcard]
    /(^|[^\\])(?:\\\*)+(?!$)/g,

    // '*.js' matches '.js'
    // '*.js' doesn't match 'abc'
    // 1. An asterisk "*" matches anything except a slash.
    // 2. Other consecutive asterisks are considered regular asterisks
    //    and collapse into one non-slash wildcard run.
    (_, p1) => p1 + WILDCARD,
    '*'
  ],

  // trailing wildcard, held apart from a literal star
  [
    // The step above leaves a trailing `*` alone, so a single `\*` is all that
    //   can be left at the end here, and what stands in front of it says which
    //   kind it is. A wildcard arrives as the escaper wrote it, `\*` with
    //   nothing before it; a literal arrives as the user's own escape, which
    //   the escaper doubled, and then the star's own -- `\\` and then `\*`.
    //   There is no third case: every backslash still reaching the chain is
    //   one `\*`, `\[` or `\ ` carries itself, and each is followed by its
    //   own character, so a longer run can never form. This runs while the
    //   two are still distinct, before the unescape steps below collapse the
    //   literal onto the very `\*` a wildcard leaves behind.
    /(^|[^\\])((?:\\\\)*)\\\*$/,

    (match, p1, p2) =>
      p2 === EMPTY
        // A real wildcard: carry it to `_make` as the marker, so the unescape
        //   steps and the trailing-wildcard rewrite can never mistake it for a
        //   literal `\*` (nor the reverse).
        ? p1 + TRAILING_WILDCARD
        // A literal star: leave it exactly as it stands for the unescape steps.
        : match,
    '*'
  ],

  [
    // unescape, revert step 3 except for back slash
    // For example, if a user escape a '\\*',
    // after step 3, the result will be '\\\\\\*'
    /\\\\\\(?=[$.|*+(){^])/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // '\\\\' -> '\\'
    /\\\\/g,
    () => ESCAPE,
    ESCAPE + ESCAPE
  ],

  [
    // Every real bracket expression -- POSIX classes included -- has already
    //   been held aside by `extractBrackets`, so the only `[` left in the
    //   pattern is an escaped, literal one.

    // A backslash could only stand at the end of the range if it quoted the
    //   `]`, and `\]` is held aside long before this.
    /\\\[([^\]/]*?)($|\])/g,

    // '\\[bar]' -> '\\\\[bar]'
    (match, range, close) => `\\[${range}${close}`,
    '['
  ],

  // ending
  [
    // 'js' will not match 'js.'
    // 'ab' will not match 'abc'
    DIRECT,

    // WTF!
    // https://git-scm.com/docs/gitignore
    // changes in [2.22.1](https://git-scm.com/docs/gitignore/2.22.1)
    // which re-fixes #24, #38

    // > If there is a separator at the end of the pattern then the pattern
    // > will only match directories, otherwise the pattern can match both
    // > files and directories.

    // 'js*' will not match 'a.js'
    // 'js/' will not match 'a.js'
    // 'js' will match 'a.js' and 'a.js/'
    source => {
      const last = source[source.length - 1]

      // The pattern is empty, or ends in a pending marker `_make` owns --
      //   the trailing wildcard, or a trailing "/**". A trailing `*` that is
      //   not the marker is a literal star, which anchors like any other
      //   final character.
      if (!last || last === TRAILING_WILDCARD || last === TRAILING_DOUBLESTAR) {
        return source
      }

      return last === SLASH
        // foo/ will not match 'foo'
        ? `${source}$`
        // foo matches 'foo' and 'foo/'
        : `${source}(?=$|\\/$)`
    }
  ]
]

const REGEX_REPLACE_TRAILING_WILDCARD = /(^|\\\/)?\uE000$/
const MODE_IGNORE = 'regex'
const MODE_CHECK_IGNORE = 'checkRegex'
const UNDERSCORE = '_'

const replaceTrailingWildcard = (_, p1) => {
  const prefix = p1
    // '\^':
    // '/*' does not match EMPTY
    // '/*' does not match everything

    // '\\\/':
    // 'abc/*' does not match 'abc/'
    ? `${p1}[^/]+`

    // 'a*' matches 'a'
    // 'a*' matches 'aa'
    : '[^/]*'

  return `${prefix}(?=$|\\/$)`
}

const REGEX_REPLACE_TRAILING_DOUBLESTAR = /\uE001$/

// 'abc/**' matches everything under 'abc', but not 'abc/' itself (#21):
//   requiring one arbitrary character (line terminators included, #176)
//   after 'abc/' is necessary and sufficient for `.test(path)`.
const replaceTrailingDoublestar = () => '[\\s\\S]'

// The fixed piece between the wildcard at `at` and the next wildcard of the
//   run: the tokens that separate them, joined as they appear in the source.
//   A run never holds two wildcards in a row, so there is always at least one
//   token.
const separatorAfter = (run, at) => {
  let separator = EMPTY

  for (let index = at + 1; index < run.length && !run[index].wildcard; index ++) {
    separator += run[index].single
  }

  return separator
}

// Where a run of non-slash wildcards is split by fixed pieces --
//   `[^/]*ab[^/]*cd...` -- the engine has many equivalent ways to lay the
//   input across the wildcards, and on input that does not match it works
//   through all of them, so the time grows with the number of wildcards
//   rather than the length of the path. Every wildcard but the last in such a
//   run can be pinned to stop where the piece after it begins, which leaves
//   one way to lay out the input and no rewinding, without changing which
//   paths match: the fixed pieces still bound the count, and the last
//   wildcard still absorbs the rest.
//
// A wildcard is pinned to the whole piece, never to the piece's first
//   character. The pin leaves no way back, so a wildcard that stopped at that
//   first character would hand over wherever the character happens to turn
//   up, including the places the rest of the piece cannot follow -- which is
//   how `f*o/*/*` came to miss `foo/b/c`, the first `o` of `foo` not being
//   the one the `o/` after it needs. Every token of a piece matches exactly
//   one character, so the first place the whole piece fits is the leftmost
//   place it can sit, and whatever is left over goes to the wildcards that
//   follow.
//
// The source is read one token at a time -- a wildcard, a single-character
//   piece (a literal, an escape, a class), or a parenthesised group or anchor
//   that ends the run -- so only a genuine wildcard is touched.
const pinWildcards = source => {
  if (source.indexOf(WILDCARD) < 0) {
    return source
  }

  const tokens = []
  const {length} = source
  let index = 0

  while (index < length) {
    const char = source[index]

    if (source.startsWith(WILDCARD, index)) {
      tokens.push({wildcard: true})
      index += WILDCARD.length
    } else if (char === '[') {
      let end = index + 1

      if (source[end] === '^') {
        end ++
      }

      if (source[end] === ']') {
        end ++
      }

      while (end < length && source[end] !== ']') {
        end += source[end] === ESCAPE
          ? 2
          : 1
      }

      end ++
      tokens.push({single: source.slice(index, end)})
      index = end
    } else if (char === ESCAPE) {
      tokens.push({single: source.slice(index, index + 2)})
      index += 2
    } else if (char === '(') {
      let depth = 0
      let end = index

      do {
        if (source[end] === ESCAPE) {
          end ++
        } else if (source[end] === '(') {
          depth ++
        } else if (source[end] === ')') {
          depth --
        }

        end ++
      } while (end < length && depth > 0)

      if ('*+?'.indexOf(source[end]) >= 0) {
        end ++
      }

      tokens.push({boundary: source.slice(index, end)})
      index = end
    } else if (char === '^' || char === '$') {
      tokens.push({boundary: char})
      index ++
    } else {
      tokens.push({single: char})
      index ++
    }
  }

  let out = EMPTY
  let run = []

  const flush = () => {
    let lastWildcard

    run.forEach((token, at) => {
      if (token.wildcard) {
        lastWildcard = at
      }
    })

    run.forEach((token, at) => {
      if (!token.wildcard) {
        out += token.single
        return
      }

      // Every wildcard but the last is pinned to the whole piece that
      //   follows it, for the reason set out above this function. The last
      //   one stays as it is and takes up the rest.
      out += at === lastWildcard
        ? WILDCARD
        : `(?:(?!${separatorAfter(run, at)})[^\\/])*`
    })

    run = []
  }

  tokens.forEach(token => {
    if (token.boundary === undefined) {
      run.push(token)
      return
    }

    flush()
    out += token.boundary
  })

  flush()

  return out
}

// @param {pattern}
const makeRegexPrefix = pattern => {
  // `/**` matches every path, as `**` does. The translation below only finds
  //   a globstar beside a slash it keeps, and the leading one is turned into
  //   an anchor, so `/**` would come out as `/*` and match one level only.
  //   Here rather than in `createRule`, so that `checkSourceOf`, which
  //   compiles `/**/` again without its trailing slash, gets it too.
  if (REGEX_ANCHORED_GLOBSTAR.test(pattern)) {
    pattern = '**'
  }

  const {source, sources} = extractBrackets(pattern)

  const replaced = REPLACERS.reduce(
    // A pass whose matcher finds nothing hands back the very string it was
    //   given, so asking first costs a search and saves a rewrite. Ten of the
    //   fifteen passes never fire for a typical .gitignore line, and between
    //   them they were 45% of this chain.
    (prev, [matcher, replacer, required]) => {
      if (matcher === DIRECT) {
        return replacer(prev, pattern)
      }

      if (required !== UNDEFINED && prev.indexOf(required) < 0) {
        return prev
      }

      // A pass whose matcher finds nothing hands back the very string it was
      //   given, so asking first costs a search and saves a rewrite.
      return matcher.test(prev)
        ? prev.replace(matcher, replacer.bind(pattern))
        : prev
    },
    source
  )

  // Most patterns hold no bracket expression at all, and then there is
  //   nothing to put back.
  return sources.length
    ? replaced.replace(
      REGEX_RESTORE_PLACEHOLDER,
      (match, index) => sources[index]
    )
    : replaced
}

// `checkRegex` tests a path with a trailing slash, 'abc/', the way
//   `git check-ignore` matches that literal string once the directory itself
//   is known not to be excluded (see `checkIgnore`): a trailing '/' of the
//   pattern is dropped, a basename pattern sees an empty basename, and only a
//   pattern whose last segment is a pending wildcard can match what is left
//   after the final slash -- 'abc/*' and 'abc/**' match 'abc/', and 'abc/**'
//   also matches 'abc/d/' (#77, #169).
const checkSourceOf = (body, prefix) => {
  if (body[body.length - 1] === SLASH) {
    prefix = makeRegexPrefix(body.slice(0, - 1))
  }

  const head = prefix.slice(0, - 1)
  const last = prefix[prefix.length - 1]

  return last === TRAILING_WILDCARD
    ? `${head}$`
    : last === TRAILING_DOUBLESTAR
      ? head
      : NEVER_MATCH
}

// A trailing slash does not stop a pattern being basename-only: it restricts
//   the match to a directory, it does not let the pattern reach across one.
//   Everything else a pattern can hold -- a wildcard, a character class, an
//   escape -- stays inside a single path segment too, so a pattern with no
//   separator in it can only ever describe the last one.
const matchesBasename = body => {
  const index = body.indexOf(SLASH)

  return index < 0 || index === body.length - 1
}

// The last segment of a path, keeping a trailing slash, because a pattern that
//   ends in one matches only a directory.
// 'a/b/c.js' -> 'c.js';  'a/b/' -> 'b/';  'c.js' -> 'c.js' (no copy made)
const basenameOf = path => {
  const end = path.length - 1

  const index = path.lastIndexOf(
    SLASH,
    path[end] === SLASH
      ? end - 1
      : end
  )

  return index < 0
    ? path
    : path.slice(index + 1)
}

// The parent directory of a path, with its trailing separator, or EMPTY when
//   the path has none.
// 'a/b/c' -> 'a/b/';  'a/b/' -> 'a/';  'a' -> EMPTY;  'a/' -> EMPTY
//
// A path holding an empty segment has to be taken apart, because its
//   ancestors are not prefixes of it: the parent of 'a//b' is 'a/', not
//   'a//', and the parent of '/a/' is nothing at all. Both shapes reach here
//   -- 'a//b' is accepted outright, and `checkIgnore` does not put the path
//   it is given through the relative-path check.
//
// Every other path is a prefix of itself, and cutting one costs a fraction of
//   splitting it into an array and joining that back at every level: 73ns
//   against 207ns.
const parentOf = path => {
  if (
    path.charCodeAt(0) === SLASH_CODE
    || path.indexOf(DOUBLE_SLASH) >= 0
  ) {
    const slices = path.split(SLASH).filter(Boolean)

    slices.pop()

    return slices.length
      ? slices.join(SLASH) + SLASH
      : EMPTY
  }

  const end = path.length - 1

  // Look back from before a trailing separator, since that one belongs to the
  //   path itself.
  //
  // A negative place to start would be a trap here: `lastIndexOf` clamps one
  //   to 0 and searches there rather than reporting no match, so '/' would
  //   come back as its own parent and the walk would never end. It cannot
  //   happen -- that is the only path short enough to produce one, and the
  //   test above has already sent it the other way.
  const cut = path.lastIndexOf(
    SLASH,
    path.charCodeAt(end) === SLASH_CODE
      ? end - 1
      : end
  )

  return cut < 0
    ? EMPTY
    : path.slice(0, cut + 1)
}

const isString = subject => typeof subject === 'string'

// Blank lines, comments and trailing lone backslashes are told by
//   `createRule`, once the pattern is normalized.
const checkPattern = pattern => pattern
  && isString(pattern)

// Git drops one CR before each LF, and one at the end of a final line that
//   has no LF after it.
const splitPattern = pattern => (
  pattern[pattern.length - 1] === '\r'
    ? pattern.slice(0, - 1)
    : pattern
)
.split(REGEX_SPLITALL_CRLF)
.filter(Boolean)

class IgnoreRule {
  constructor (
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    prefix
  ) {
    this.pattern = pattern
    this.mark = mark
    this.negative = negative

    define(this, 'body', body)
    define(this, 'ignoreCase', ignoreCase)
    define(this, 'regexPrefix', prefix)
  }

  // Worked out on first use and kept behind an own property, the way `regex`
  //   caches itself in `_regex`. Deciding it in the constructor instead would
  //   add a fourth `defineProperty` to every rule ever built, which cost 4% of
  //   every compile -- including the compiles of rules that are never matched
  //   against anything.
  get _basenameOnly () {
    return define(this, '_basenameOnly', matchesBasename(this.body))
  }

  get regex () {
    const key = UNDERSCORE + MODE_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_IGNORE, key)
  }

  get checkRegex () {
    const key = UNDERSCORE + MODE_CHECK_IGNORE

    if (this[key]) {
      return this[key]
    }

    return this._make(MODE_CHECK_IGNORE, key)
  }

  _make (mode, key) {
    const str = pinWildcards(
      mode === MODE_IGNORE
        ? this.regexPrefix
        .replace(REGEX_REPLACE_TRAILING_WILDCARD, replaceTrailingWildcard)
        .replace(REGEX_REPLACE_TRAILING_DOUBLESTAR, replaceTrailingDoublestar)
        : checkSourceOf(this.body, this.regexPrefix)
    )

    const regex = this.ignoreCase
      ? new RegExp(str, 'i')
      : new RegExp(str)

    return define(this, key, regex)
  }
}

const hasTrailingBackslash = str => {
  let count = 0

  while (str[str.length - count - 1] === ESCAPE) {
    count ++
  }

  return count % 2 === 1
}

// Read a line the way git does: when `stripLineEnd` is set (an unsplit array
//   or object pattern), drop any trailing blank lines along with the LF
//   before each and at most one CR at the end of the line; then trim trailing
//   spaces in the same backward pass. Git trims spaces only, and a space
//   escaped by an odd run of backslashes stays, unescaped, as the last one.
// Scanned from the end: a regular expression can only try each start in
//   turn, which is quadratic over a long run of spaces or backslashes.
// 'a  ' -> 'a';  'a\ ' -> 'a ';  'a\\ ' -> 'a\\';  'a\t' -> 'a\t'
// 'a\r\n' -> 'a';  'a\r\r' -> 'a\r';  'a\n\r' -> 'a'
const trimEnd = (body, stripLineEnd) => {
  let lineEnd = body.length
  let end

  for (;;) {
    if (stripLineEnd && body[lineEnd - 1] === '\r') {
      lineEnd --
    }

    end = lineEnd

    while (body[end - 1] === SPACE) {
      end --
    }

    if (!stripLineEnd || body[end - 1] !== '\n') {
      break
    }

    lineEnd = end - 1
  }

  if (end === lineEnd) {
    return body.slice(0, lineEnd)
  }

  let backslashes = 0

  while (body[end - backslashes - 1] === ESCAPE) {
    backslashes ++
  }

  return backslashes % 2
    ? body.slice(0, end - 1) + SPACE
    : body.slice(0, end)
}

const createRule = (
  pattern,
  mark,
  ignoreCase,
  stripLineEnd,
  stripBOM
) => {
  // Git drops a BOM before it reads the first line, so before anything else.
  let body = stripBOM && pattern[0] === BOM
    ? pattern.slice(1)
    : pattern

  // > A line starting with # serves as a comment.
  if (body[0] === '#') {
    return
  }

  let negative = false

  // > An optional prefix "!" which negates the pattern;
  if (body[0] === '!') {
    negative = true
    body = body.slice(1)
  }

  // Normalize the body before checking which slashes anchor the pattern.
  //   Otherwise `bar/ ` is mistaken for a pattern containing an inner slash.
  //   A line from `splitPattern` has already lost its line ending, so only a
  //   trailing space remains to trim there.
  const last = body[body.length - 1]

  if (
    last === SPACE
    || stripLineEnd && (last === '\r' || last === '\n')
  ) {
    body = trimEnd(body, stripLineEnd)
  }

  // > A blank line matches no files, so it can serve as a separator for
  // >   readability.
  // Nor does a lone "!", a pattern ending on an unpaired backslash, or
  //   anything else left empty here: an empty pattern would compile to a
  //   regex matching every path.
  if (!body || hasTrailingBackslash(body)) {
    return
  }

  body = body
  // > Put a backslash ("\") in front of the first "!" for patterns that
  // >   begin with a literal "!", for example, `"\!important!.txt"`.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, '!')
  // > Put a backslash ("\") in front of the first hash for patterns that
  // >   begin with a hash.
  .replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, '#')

  const regexPrefix = makeRegexPrefix(body)

  return new IgnoreRule(
    pattern,
    mark,
    body,
    ignoreCase,
    negative,
    regexPrefix
  )
}

class RuleManager {
  constructor (ignoreCase) {
    this._ignoreCase = ignoreCase
    this._rules = []

    // How many of the rules git would tag `EXC_FLAG_NODIR`.
    //
    // The scan uses it to decide, once for the whole set, whether handing
    //   those rules the basename is worth what it costs the others. The
    //   shortcut saves a full-path scan on every rule it applies to and costs
    //   a check on every rule it does not, so a set where almost nothing is
    //   basename-only comes out behind -- a 955 pattern set with 44 of them
    //   measured 19% slower with the shortcut always on.
    //
    // Deciding this by measurement rather than by meaning is safe: a
    //   basename-only pattern gives the very same answer against the whole
    //   path, it just takes longer to say so. The choice can only change how
    //   fast the scan runs, never what it returns.
    this._basenameCount = 0
  }

  _add (pattern, index) {
    // #32
    if (pattern && pattern[KEY_IGNORE]) {
      this._rules = this._rules.concat(pattern._rules._rules)
      this._basenameCount += pattern._rules._basenameCount
      this._added = true
      return
    }

    const isStr = isString(pattern)
    const raw = isStr
      ? pattern
      : pattern.pattern

    const rule = checkPattern(raw)
      && createRule(
        raw,
        isStr ? UNDEFINED : pattern.mark,
        this._ignoreCase,
        !this._split,
        this._stripBOM && !index
      )

    if (rule) {
      this._added = true
      this._rules.push(rule)

      // Deliberately not `rule._basenameOnly`: reading that would materialise
      //   the rule's own copy, and the whole point of leaving it lazy is that
      //   a rule which is compiled and never matched never pays for it.
      if (matchesBasename(rule.body)) {
        this._basenameCount ++
      }
    }
  }

  // @param {Array<string> | string | Ignore} pattern
  add (pattern) {
    this._added = false
    this._split = isString(pattern)
    this._stripBOM = !this._split || pattern[0] === BOM

    makeArray(
      this._split
        ? splitPattern(pattern)
        : pattern
    ).forEach(this._add, this)

    if (this._added) {
      this._literalRules = UNDEFINED
    }

    return this._added
  }

  // Match the literal 'abc/' for `checkIgnore`, last rule wins. Only a rule
  //   ending in a wildcard can match it (see `checkSourceOf`), so the rest
  //   are left out once, rather than tested or compiled for every path.
  testLiteral (path) {
    const rules = this._literalRules || (
      this._literalRules = this._rules.filter(
        ({body}) => body[body.length - (
          body[body.length - 1] === SLASH ? 2 : 1
        )] === '*'
      )
    )

    let ignored = false
    let unignored = false
    let matchedRule

    for (let index = rules.length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule.checkRegex.test(path)) {
        ignored = !rule.negative
        unignored = rule.negative
        matchedRule = rule.negative
          ? UNDEFINED
          : rule
        break
      }
    }

    const ret = {
      ignored,
      unignored
    }

    if (matchedRule) {
      ret.rule = matchedRule
    }

    return ret
  }

  // Test one single path without recursively checking parent directories
  //
  // - mode `string` either `MODE_IGNORE` or `MODE_CHECK_IGNORE`

  // @returns {TestResult}
  test (path, mode) {
    // Most of a .gitignore is patterns with no slash in them, and running
    //   those against the whole path makes the regular expression engine walk
    //   every directory name on the way to the only segment that could match.
    //   Handing them the basename instead is what git does, and it is where
    //   the time in a directory walk goes: the rule scan was two thirds of it.
    const rules = this._rules
    const {length} = rules

    const shortcut = this._basenameCount * 2 >= length

    const basename = shortcut
      ? basenameOf(path)
      : path

    // The last rule to match decides, as in git, and it is the rule
    //   `git check-ignore -v` reports, so the scan runs from the end and stops
    //   at the first match.
    // A plain loop rather than `forEach`, so that `path`, `basename` and
    //   `shortcut` are locals. As a callback they became closure variables,
    //   and reaching for one of those once per rule cost 10% of a scan over a
    //   large rule set -- more than the shortcut they were there to serve.
    for (let index = length - 1; index >= 0; index --) {
      const rule = rules[index]

      if (rule[mode].test(
        shortcut && rule._basenameOnly
          ? basename
          : path
      )) {
        const {negative} = rule

        const ret = {
          ignored: !negative,
          unignored: negative
        }

        if (!negative) {
          ret.rule = rule
        }

        return ret
      }
    }

    return {
      ignored: false,
      unignored: false
    }
  }
}

const throwError = (message, Ctor) => {
  throw new Ctor(message)
}

const checkPath = (path, originalPath, doThrow) => {
  if (!isString(path)) {
    return doThrow(
      `path must be a string, but got \`${originalPath}\``,
      TypeError
    )
  }

  // We don't know if we should ignore EMPTY, so throw
  if (!path) {
    return doThrow(`path must not be empty`, TypeError)
  }

  // Check if it is a relative path
  if (checkPath.isNotRelative(path)) {
    const r = '`path.relative()`d'
    return doThrow(
      `path should be a ${r} string, but got "${originalPath}"`,
      RangeError
    )
  }

  return true
}

// > pathname should be a `path.relative()`d one
//
// The same thing `REGEX_TEST_INVALID_PATH` says, spelled out: a path is not
//   relative if it begins with a separator, or with `./` or `../`, or is
//   nothing but `.` or `..`. Every match is decided by the first three
//   characters, and this runs on every path handed to the library -- where it
//   was 55% of a cached lookup, more than the cache lookup itself.
const isNotRelative = path => {
  const first = path.charCodeAt(0)

  if (first === SLASH_CODE) {
    return true
  }

  if (first !== DOT_CODE) {
    return false
  }

  // '.'
  if (path.length === 1) {
    return true
  }

  const second = path.charCodeAt(1)

  // './'
  if (second === SLASH_CODE) {
    return true
  }

  if (second !== DOT_CODE) {
    return false
  }

  // '..' or '../'
  return path.length === 2 || path.charCodeAt(2) === SLASH_CODE
}

checkPath.isNotRelative = isNotRelative

// On windows, the following function will be replaced
/* istanbul ignore next */
checkPath.convert = p => p


const convertPath = target =>
  isString(target) && checkPath.convert(target)


class Ignore {
  constructor ({
    ignorecase = true,
    ignoreCase = ignorecase,
    allowRelativePaths = false
  } = {}) {
    define(this, KEY_IGNORE, true)

    this._rules = new RuleManager(ignoreCase)
    this._strictPathCheck = !allowRelativePaths
    this._initCache()
  }

  _initCache () {
    // A cache for the result of `.ignores()`
    this._ignoreCache = Object.create(null)

    // A cache for the result of `.test()`
    this._testCache = Object.create(null)
  }

  add (pattern) {
    if (this._rules.add(pattern)) {
      // Some rules have just added to the ignore,
      //   making the behavior changed,
      //   so we need to re-initialize the result cache
      this._initCache()
    }

    return this
  }

  // legacy
  addPattern (pattern) {
    return this.add(pattern)
  }

  // @returns {TestResult}
  _test (originalPath, cache, path) {
    checkPath(
      path,
      originalPath,
      this._strictPathCheck
        ? throwError
        : RETURN_FALSE
    )

    return path
      ? this._t(path, cache)
      : {
        ignored: false,
        unignored: false
      }
  }

  checkIgnore (target) {
    // A Windows path is converted first, so that a directory given with a
    //   trailing separator, `\` or `/`, is told the same way
    const path = convertPath(target)

    // If the path does not end with a slash, `.ignores()` is much equivalent
    //   to `git check-ignore`
    if (!path || path.charCodeAt(path.length - 1) !== SLASH_CODE) {
      return this._test(target, this._testCache, path)
    }

    // Like `git check-ignore`: a directory excluded by itself or by an
    //   ancestor settles it, and only then is the literal 'abc/' matched
    //   against the rules (see `checkSourceOf`).
    const dir = this._t(path, this._testCache)

    if (dir.ignored) {
      return dir
    }

    const literal = this._rules.testLiteral(path)

    return literal.ignored || literal.unignored
      ? literal
      : dir
  }

  _t (
    // The path to be tested
    path,

    // The cache for the result of a certain checking
    cache
  ) {
    if (path in cache) {
      return cache[path]
    }

    const parentPath = parentOf(path)

    // If the path contains a parent directory, check the parent first
    const parent = parentPath
      ? this._t(parentPath, cache)
      : UNDEFINED

    return cache[path] = parent && parent.ignored
      // > It is not possible to re-include a file if a parent directory of
      // >   that file is excluded.
      ? parent
      : this._rules.test(path, MODE_IGNORE)
  }

  ignores (path) {
    return this._test(path, this._ignoreCache, convertPath(path)).ignored
  }

  createFilter () {
    return path => !this.ignores(path)
  }

  filter (paths) {
    return makeArray(paths).filter(this.createFilter())
  }

  // @returns {TestResult}
  test (path) {
    return this._test(path, this._testCache, convertPath(path))
  }
}

const factory = options => new Ignore(options)

const isPathValid = path =>
  checkPath(convertPath(path), path, RETURN_FALSE)

/* istanbul ignore next */
const setupWindows = () => {
  /* eslint no-control-regex: "off" */
  const makePosix = str => /^\\\\\?\\/.test(str)
  || /["<>|\u0000-\u001F]+/u.test(str)
    ? str
    : str.replace(/\\/g, '/')

  checkPath.convert = makePosix

  // 'C:\\foo'     <- 'C:\\foo' has been converted to 'C:/'
  // 'd:\\foo'
  const REGEX_TEST_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i
  checkPath.isNotRelative = path =>
    REGEX_TEST_WINDOWS_PATH_ABSOLUTE.test(path)
    || isNotRelative(path)
}


// Windows
// --------------------------------------------------------------
/* istanbul ignore next */
if (
  // Detect `process` so that it can run in browsers.
  typeof process !== 'undefined'
  && process.platform === 'win32'
) {
  setupWindows()
}

// COMMONJS_EXPORTS ////////////////////////////////////////////////////////////

module.exports = factory

// Although it is an anti-pattern,
//   it is still widely misused by a lot of libraries in github
// Ref: https://github.com/search?q=ignore.default%28%29&type=code
factory.default = factory

module.exports.isPathValid = isPathValid

// For testing purposes
define(module.exports, Symbol.for('setupWindows'), setupWindows)


/***/ }),

/***/ 3532:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("@grpc/proto-loader");

/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 8056:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 6632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ requireCommandFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9392);



const NAMES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
/**
 * Tries the files that the runner reads after the step, before anything is sent: what a run cannot tell, it must not do. A
 * runner without such files reads the log instead. Throws DeployError.
 */
function requireCommandFiles(env) {
    const faults = NAMES.flatMap((name) => {
        const fault = faultOf(env[name]);
        return fault === undefined ? [] : [{ name, fault }];
    });
    const [first] = faults;
    if (!first)
        return;
    const names = (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .enumerate */ .HL)(faults.map(({ name }) => `\`${name}\``));
    const user = process.getuid ? ` as user ${process.getuid()}` : '';
    throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .DeployError */ .sH('bad_input', `The runner\u2019s file${faults.length > 1 ? 's' : ''} ${names} cannot be written${user}: ${first.fault}.`, {
        hint: 'In a container job, run the container as the user who owns them: set `options: --user root` (or the runner\u2019s own ' +
            'user id) under `container:`.'
    });
}
function faultOf(file) {
    if (!file)
        return undefined;
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND));
        return undefined;
    }
    catch (error) {
        return (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .why */ .d8)(error);
    }
}


/***/ }),

/***/ 5541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   bK: () => (/* binding */ annotationLines),
/* harmony export */   pW: () => (/* binding */ besideWhatStays)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);

const REPORT = 'https://github.com/dodil/ignite-deploy/issues';
/** Tells the user's mistakes and the platform's answers from our own bugs. */
function explain(error, advise) {
    const cause = (0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .rootCause */ .es)(error);
    const stack = stackOf(error);
    if (cause instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz)
        return explainInputs(cause, stack);
    const title = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .StepError */ .zg ? `${error.step} failed` : 'The deployment failed';
    if (cause instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ExpectedError */ .Dh)
        return { title, stack, ...explainExpected(cause, advise) };
    const plain = { reason: 'internal_error', known: undefined, excerpt: [], snippet: [], stack };
    const trouble = diskTrouble(cause);
    if (trouble)
        return { ...plain, title, ...trouble };
    return {
        ...plain,
        title: `${title}: a bug in the action`,
        lines: [cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)],
        hint: `Please report it at ${REPORT}, with the log of this step (run again with debug logging on for details).`,
        headline: undefined
    };
}
function explainExpected(cause, advise) {
    const { excerpt, snippet } = cause instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH ? cause : { excerpt: [], snippet: [] };
    const known = knownBy(cause, excerpt, advise);
    return {
        reason: cause.reason,
        lines: [cause.message],
        hint: known?.advice ?? cause.hint,
        known,
        headline: known?.headline ?? cause.headline,
        excerpt,
        snippet
    };
}
/** A chain of causes that is longer has a circle in it. */
const MOST_CAUSES = 10;
function stackOf(error) {
    const stacks = [];
    for (let each = error; each instanceof Error && stacks.length < MOST_CAUSES; each = each.cause) {
        stacks.push(each.stack ?? each.message);
    }
    return stacks.length > 0 ? stacks.join('\nCaused by: ') : undefined;
}
/** What the runner's disk did not take, which is no bug of ours. */
function diskTrouble(error) {
    if (!(error instanceof Error) || !('code' in error))
        return undefined;
    switch (error.code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return {
                lines: [`The runner\u2019s disk is full: ${error.message}.`],
                hint: 'Free space on it, and run the job again.',
                headline: 'the runner\u2019s disk is full'
            };
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return {
                lines: [`The runner\u2019s disk cannot be written: ${error.message}.`],
                hint: 'Let the user of this step write there, and run the job again; in a container job, set `options: --user root` under `container:`.',
                headline: 'the runner\u2019s disk cannot be written'
            };
        default:
            return undefined;
    }
}
/** What is known of such words helps more than what the call or the phase says, which comes last. */
function knownBy(error, excerpt, advise) {
    const { reason, message } = error;
    // Who could not be reached, or did not know us, says nothing of the app.
    const isAnswer = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk && reason !== 'platform_unavailable' && reason !== 'auth_failed';
    if (!isAnswer && !PLATFORM_REASONS.includes(reason))
        return undefined;
    const speaker = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DeployError */ .sH ? error.speaker : 'platform';
    const words = error instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PlatformError */ .Wk ? error.words : message;
    return advise([words, ...excerpt].join('\n'), speaker);
}
/** Phases that end with words of the platform or of the app. */
const PLATFORM_REASONS = [
    'compile_failed',
    'build_failed',
    'test_failed',
    'publish_failed',
    'verify_failed',
    'permission_denied'
];
function explainInputs(error, stack) {
    const one = error.problems.length === 1;
    const headline = `${one ? 'an input is' : `${error.problems.length} inputs are`} wrong, nothing was sent`;
    return {
        reason: error.reason,
        title: headline.replace(/^a/, 'A'),
        lines: error.problems.map(({ text }, at) => `${one ? '' : `${at + 1}. `}${text}`),
        hint: undefined,
        known: undefined,
        headline,
        excerpt: [],
        snippet: [],
        stack
    };
}
/** That nothing was published is told beside it then, with what stays live. */
function besideWhatStays(failure) {
    const hint = failure.hint?.replace(/^Nothing was published\.\s*/, '');
    return { ...failure, hint: hint || undefined };
}
/** The lines of an annotation: a short hint goes on with what is wrong. */
function annotationLines({ lines, hint }) {
    if (hint === undefined)
        return lines;
    const [only, ...others] = lines;
    return others.length === 0 && !hint.includes('\n')
        ? [`${sentence(only ?? '')} ${hint}`]
        : [...lines, ...hint.split('\n')];
}
/** The platform's words often end without a full stop. */
function sentence(line) {
    return /[.:!?]$/.test(line) ? line : `${line}.`;
}


/***/ }),

/***/ 221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ RunnerLog)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: ./build/log/heartbeat.js
/** Longer silence is told (in milliseconds). */
const SILENCE_MS = 15_000;
const realTimers = {
    // What measures performance is a dozen modules.
    now: () => process.uptime() * 1000,
    after: (ms, run) => setTimeout(run, ms).unref()
};
/** Tells, every 15 s of silence, for how long the work has been going on. Ends when it is disposed of. */
class Heartbeat {
    #timers;
    #tell;
    #started;
    #lastSign;
    #timer;
    constructor(timers, tell) {
        this.#timers = timers;
        this.#tell = tell;
        this.#started = timers.now();
        this.#lastSign = this.#started;
        this.#timer = this.#wait();
    }
    /** Something was shown. A timer that is set anew by each line of a flood would cost more than this. */
    sign() {
        this.#lastSign = this.#timers.now();
    }
    [Symbol.dispose]() {
        this.#timer[Symbol.dispose]();
    }
    #wait() {
        const left = this.#lastSign + SILENCE_MS - this.#timers.now();
        return this.#timers.after(Math.max(0, left), () => this.#look());
    }
    #look() {
        const now = this.#timers.now();
        if (now - this.#lastSign >= SILENCE_MS) {
            this.#lastSign = now;
            this.#tell(now - this.#started);
        }
        this.#timer = this.#wait();
    }
}

// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/log/remote-text.js
var remote_text = __nccwpck_require__(415);
;// CONCATENATED MODULE: ./build/log/gutters.js

const LINE_FEEDS = /\n/g;
/** No UTF-16 unit takes more in UTF-8. */
const MAX_BYTES = 3;
/** Puts the gutters before cleaned lines, so that none of them is a command, and makes bytes of them. */
class Gutters {
    /** For one block after the other: new memory for each costs more than to clean it. */
    #memory = Buffer.alloc(0);
    /** Takes whole lines. The bytes are good until the next call. */
    before(lines) {
        // V8 has a quick way for a pattern of one character, which `replaceAll` does not take.
        const text = lines.replace(LINE_FEEDS, `\n${remote_text/* GUTTER */.SF}`);
        const most = remote_text/* GUTTER */.SF.length + text.length * MAX_BYTES;
        if (this.#memory.length < most)
            this.#memory = Buffer.allocUnsafe(most);
        const start = this.#memory.write(remote_text/* GUTTER */.SF);
        // What ends the text is the gutter of a line that is still to come.
        const end = start + this.#memory.write(text, start) - remote_text/* GUTTER */.SF.length;
        return { bytes: this.#memory.subarray(0, end), lineCount: (text.length - lines.length) / remote_text/* GUTTER */.SF.length };
    }
}

;// CONCATENATED MODULE: ./build/log/whole-lines.js
const LINE_FEED = 0x0a;
/** Where the last whole line ends that fits in so many bytes. */
function endWithin(lines, room) {
    if (lines.length <= room)
        return lines.length;
    return room <= 0 ? 0 : lines.lastIndexOf(LINE_FEED, room - 1) + 1;
}
/** How many lines end in these bytes. */
function lineCount(lines) {
    let count = 0;
    // A call of `indexOf` a line costs more than this.
    for (let at = 0; at < lines.length; at++)
        if (lines[at] === LINE_FEED)
            count++;
    return count;
}

;// CONCATENATED MODULE: ./build/log/last-lines.js

/** A ring of bytes: the last whole lines of all that came, in at most so many bytes. */
class LastLines {
    capacity;
    #ring = Buffer.alloc(1);
    #taken = 0;
    constructor(capacity) {
        this.capacity = capacity;
    }
    take(lines) {
        const ring = this.#ringFor(this.#taken + lines.length);
        const kept = lines.subarray(Math.max(0, lines.length - ring.length));
        this.#taken += lines.length;
        const start = (this.#taken - kept.length) % ring.length;
        const copied = kept.copy(ring, start);
        kept.copy(ring, 0, copied);
    }
    /** Most logs are short: the ring grows with what came until it is full for the first time. */
    #ringFor(bytes) {
        // One byte more than is given back tells whether the first line is whole.
        const most = this.capacity + 1;
        if (bytes < this.#ring.length || this.#ring.length === most)
            return this.#ring;
        const ring = Buffer.allocUnsafe(Math.min(most, 2 * bytes));
        this.#ring.copy(ring);
        this.#ring = ring;
        return ring;
    }
    lines() {
        const ring = this.#ring;
        if (this.#taken < ring.length)
            return ring.subarray(0, this.#taken);
        const oldest = this.#taken % ring.length;
        const all = Buffer.concat([ring.subarray(oldest), ring.subarray(0, oldest)]);
        return all.subarray(all.indexOf(LINE_FEED) + 1);
    }
}

;// CONCATENATED MODULE: ./build/log/line-stream.js
/** In UTF-16 units. What is held of a line that does not end is never longer. */
const MAX_PENDING = 64 * 1024;
/**
 * A line that is too long is cut at a space where its last part has one, else after another sign that no token holds, as
 * in JSON without spaces: half a token could not be redacted.
 */
const CUT_WINDOW = 4 * 1024;
const LAST_OUTSIDE_TOKENS = /[^\w.~+/=%-][\w.~+/=%-]*$/;
const LINE_END = /[\r\n]/g;
/** Stands at the start of each further part of a line that was too long. */
const CONTINUED = '\u2026 ';
/** So many lines of a progress bar are shown as they are; then each that has four times as many before it as the last. */
const FIRST_RETURNS = 3;
const RARER = 4;
/**
 * Bytes of UTF-8 in any chunks to whole lines, ended where the runner's reader ends them: at LF, CRLF and a lone CR. What
 * a lone CR ends would be written over on a terminal, as progress bars are: of a long run of such lines a few are kept, and
 * always what comes last. The lines do not depend on where the chunks are cut.
 */
class LineStream {
    #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    #pending = '';
    #heldReturn = false;
    /** How many lines in succession were ended by a lone CR. */
    #returns = 0;
    /** How many there are when the next one after the first few is shown. */
    #nextShown = RARER;
    /** The lines that this chunk completes, each ended by LF. Empty when there are none. */
    feed(chunk) {
        const text = this.#normalise(this.#decoder.decode(chunk, { stream: true }));
        if (this.#pending.length + text.length <= MAX_PENDING && !/[\r\n]/.test(text)) {
            this.#pending += text;
            return '';
        }
        return this.#take(this.#pending + text);
    }
    /** What is left when the bytes end, as whole lines. The stream can be fed anew afterwards. */
    flush() {
        const rest = this.#pending + this.#normalise(this.#decoder.decode());
        const complete = this.#heldReturn || (rest !== '' && !/[\r\n]$/.test(rest)) ? `${rest}\n` : rest;
        this.#heldReturn = false;
        return this.#take(complete);
    }
    /** Makes every CRLF an LF. A CR at the end is held back: an LF may follow in the next chunk. */
    #normalise(decoded) {
        if (decoded === '')
            return '';
        const text = this.#heldReturn ? `\r${decoded}` : decoded;
        this.#heldReturn = text.endsWith('\r');
        const settled = this.#heldReturn ? text.slice(0, -1) : text;
        return settled.includes('\r') ? settled.replaceAll('\r\n', '\n') : settled;
    }
    #take(text) {
        const folded = text.length > MAX_PENDING ? foldLongLines(text) : text;
        const end = lastEnd(folded);
        this.#pending = folded.slice(end);
        return this.#withoutOverwritten(folded.slice(0, end));
    }
    #withoutOverwritten(lines) {
        if (!lines.includes('\r')) {
            if (lines !== '')
                this.#returns = 0;
            return lines;
        }
        return lines.replace(/([^\r\n]*)([\r\n])/g, (line, words, end) => {
            if (end === '\n') {
                this.#returns = 0;
                return line;
            }
            return this.#isShown() ? `${words}\n` : '';
        });
    }
    #isShown() {
        this.#returns++;
        if (this.#returns === 1)
            this.#nextShown = RARER;
        if (this.#returns < this.#nextShown)
            return this.#returns <= FIRST_RETURNS;
        this.#nextShown *= RARER;
        return true;
    }
}
function foldLongLines(text) {
    let folded = '';
    let copied = 0;
    let start = 0;
    while (text.length - start > MAX_PENDING) {
        // All lines up to the last end that is near enough are short.
        const near = lastEnd(text.slice(start, start + MAX_PENDING + 1));
        if (near > 0) {
            start += near;
            continue;
        }
        const end = endOfLine(text, start);
        folded += text.slice(copied, start) + foldLine(text.slice(start, end));
        copied = end;
        start = end + 1;
    }
    return folded + text.slice(copied);
}
function foldLine(line) {
    let folded = '';
    let start = 0;
    let room = MAX_PENDING;
    while (line.length - start > room) {
        const cut = cutBefore(line, start + room);
        folded += `${line.slice(start, cut)}\n${CONTINUED}`;
        start = cut;
        room = MAX_PENDING - CONTINUED.length;
    }
    return folded + line.slice(start);
}
/** Where the last line ends that does; 0 where none does. */
function lastEnd(text) {
    // A search from behind for what is not there takes ten times as long as one from before.
    const lastReturn = text.includes('\r') ? text.lastIndexOf('\r') : -1;
    return Math.max(text.lastIndexOf('\n'), lastReturn) + 1;
}
function endOfLine(text, start) {
    LINE_END.lastIndex = start;
    return LINE_END.exec(text)?.index ?? text.length;
}
function cutBefore(text, limit) {
    const start = limit - CUT_WINDOW;
    const window = text.slice(start, limit);
    const space = window.lastIndexOf(' ');
    const last = space === -1 ? window.search(LAST_OUTSIDE_TOKENS) : space;
    const cut = last === -1 ? limit : start + last + 1;
    const isHighSurrogate = (text.charCodeAt(cut - 1) & 0xfc00) === 0xd800;
    return isHighSurrogate ? cut - 1 : cut;
}

;// CONCATENATED MODULE: ./build/log/log-window.js


/** People open the job log in a browser; the runner keeps, masks and uploads each line of it. */
const SHOWN = { first: 9_000_000, last: 1_000_000 };
/**
 * The part of one remote log that the job log shows: what comes first at once, what comes last when it ends. It holds
 * no more than the last part, however much comes.
 */
class LogWindow {
    #room;
    #last;
    #heldLines = 0;
    #heldBytes = 0;
    constructor({ first, last }) {
        this.#room = first;
        this.#last = new LastLines(last);
    }
    /** Whether lines that came are neither shown nor held. */
    get isLosing() {
        return this.#heldBytes > this.#last.capacity;
    }
    /** Those of these whole lines, so many, that are shown now. The others are held until the end, or until more come. */
    take(lines, count) {
        const end = endWithin(lines, this.#room);
        // What comes after a held line is held too.
        this.#room = end < lines.length ? 0 : this.#room - end;
        const shown = lines.subarray(0, end);
        if (end < lines.length)
            this.#hold(lines.subarray(end), count - lineCount(shown));
        return shown;
    }
    /**
     * What is shown at the end, and what is missing before it. A log that broke off has several ends: each shows half of
     * what the one before did, so that even then the whole stays bounded.
     */
    end() {
        const last = this.#last.lines();
        const leftOut = { lines: this.#heldLines - lineCount(last), bytes: this.#heldBytes - last.length };
        if (this.#heldBytes > 0)
            this.#last = new LastLines(Math.floor(this.#last.capacity / 2));
        this.#heldLines = 0;
        this.#heldBytes = 0;
        return { leftOut: leftOut.bytes > 0 ? leftOut : undefined, last };
    }
    #hold(lines, count) {
        this.#heldLines += count;
        this.#heldBytes += lines.length;
        this.#last.take(lines);
    }
}

;// CONCATENATED MODULE: ./build/log/step-lines.js

/** As many lines as stand in the open where a step fails. */
const MOST_OPEN = 40;
/**
 * What a step prints, until it is known where it belongs: in a group where the step goes well, in the open where it fails,
 * since nobody unfolds a group to look for a cause. So a few lines are held. More of them fold at once, and are shown as
 * they come.
 */
class StepLines {
    #outlet;
    #held = [];
    #lines = 0;
    #state = 'held';
    constructor(outlet) {
        this.#outlet = outlet;
    }
    /** Whether a part of it stands in a group. */
    get isFolded() {
        return this.#state === 'folded';
    }
    /** Whether nothing of it is shown yet. */
    get isHeld() {
        return this.#state === 'held';
    }
    /** Takes whole lines. */
    write(text) {
        if (this.#state !== 'folded')
            this.#lines += lineCount(typeof text === 'string' ? Buffer.from(text) : text);
        if (this.#state !== 'folded' && this.#lines > MOST_OPEN)
            this.#fold();
        if (this.#state !== 'held')
            return this.#outlet.write(text);
        this.#held.push(text);
        return true;
    }
    /** Shows what is held, and what comes, in the open: the step takes long, and somebody may be waiting. */
    release() {
        if (this.#state !== 'held')
            return;
        this.#state = 'open';
        this.#flush();
    }
    /** Shows what is still held. */
    end(isFailed) {
        if (this.#state !== 'held' || this.#held.length === 0)
            return;
        if (isFailed)
            this.release();
        else
            this.#fold();
    }
    #fold() {
        this.#state = 'folded';
        this.#outlet.fold();
        this.#flush();
    }
    #flush() {
        for (const text of this.#held)
            this.#outlet.write(text);
        this.#held = [];
    }
}

;// CONCATENATED MODULE: ./build/log/remote-log.js







/**
 * In bytes, or UTF-16 units of text. Messages of one turn are gathered up to here and written at once. A larger one is
 * taken in pieces, and the sink is waited for between them.
 */
const MAX_BLOCK = 64 * 1024;
const TAIL_LINES = MOST_OPEN;
/** A line is cut at so many UTF-16 units, of which none takes more than three bytes, and a little is said of the rest. */
const TAIL_BYTES = TAIL_LINES * (3 * remote_text/* MAX_LINE */.MV + 100);
/**
 * The way of a remote log to the job log: lines only, none of them a command, none with a known secret. Text of others
 * may be written to the sink between two writes, as it never ends in the middle of a line. Of a long log the middle is
 * left out, and a line of ours says so.
 */
class RemoteLog {
    #sink;
    #redact;
    #keeper;
    #reader;
    #shown;
    #window;
    #stream = new LineStream();
    #gathered = '';
    #gutters = new Gutters();
    #tail = new LastLines(TAIL_BYTES);
    #turn;
    #room = Promise.resolve();
    #lines = 0;
    #bytes = 0;
    #isLosing = false;
    #isCut = false;
    constructor({ sink, redact, keeper, reader, shown = SHOWN }) {
        this.#reader = reader;
        this.#sink = sink;
        this.#redact = redact;
        this.#keeper = keeper;
        this.#shown = shown;
        this.#window = new LogWindow(shown);
    }
    /** Bytes received. */
    get bytes() {
        return this.#bytes;
    }
    /** Lines that came of it, shown or left out. */
    get lines() {
        return this.#lines;
    }
    /** Whether a part of it was left out of what is shown. */
    get isCut() {
        return this.#isCut;
    }
    /** The last 40 lines as the job log has them, so they are as harmless anywhere else. */
    tail() {
        const text = this.#tail.lines().toString();
        return text === '' ? [] : text.slice(0, -1).split('\n').slice(-TAIL_LINES);
    }
    /** Takes any piece of the log. Resolves when the sink accepts more. */
    write(chunk) {
        this.#bytes += chunk.length;
        return chunk.length <= MAX_BLOCK ? this.#gather(this.#stream.feed(chunk)) : this.#writePieces(chunk);
    }
    /** Writes what is left, also of an unfinished line. Another stream of the same log may be written afterwards. */
    end() {
        this.#gathered += this.#stream.flush();
        this.#writeGathered();
        const { leftOut, last } = this.#window.end();
        if (leftOut) {
            this.#isCut = true;
            this.#say(`Left out here: ${(0,words/* count */.U9)(leftOut.lines, 'line')}, ${(0,words/* size */.Ej)(leftOut.bytes)}. ${this.#keeper?.where ?? ''}`);
        }
        this.#send(last);
        this.#isLosing = false;
        return this.#room;
    }
    async #writePieces(chunk) {
        for (let start = 0; start < chunk.length; start += MAX_BLOCK) {
            await this.#gather(this.#stream.feed(chunk.subarray(start, start + MAX_BLOCK)));
        }
    }
    #gather(lines) {
        if (this.#gathered.length + lines.length > MAX_BLOCK)
            this.#writeGathered();
        this.#gathered += lines;
        if (this.#gathered.length >= MAX_BLOCK)
            this.#writeGathered();
        else if (lines !== '')
            this.#turn ??= setImmediate(() => this.#writeGathered());
        return this.#room;
    }
    #writeGathered() {
        clearImmediate(this.#turn);
        this.#turn = undefined;
        if (this.#gathered === '')
            return;
        const cleaned = (0,remote_text/* cleanLines */.v3)(this.#gathered, this.#redact);
        this.#gathered = '';
        this.#reader?.(cleaned);
        const { bytes, lineCount } = this.#gutters.before(cleaned);
        this.#lines += lineCount;
        this.#tail.take(bytes);
        this.#keeper?.write(bytes);
        // What is sent may be held until the sink has room.
        this.#send(Buffer.from(this.#window.take(bytes, lineCount)));
        if (this.#window.isLosing && !this.#isLosing)
            this.#sayLosing();
    }
    #sayLosing() {
        this.#isLosing = true;
        const { first, last } = this.#shown;
        const where = this.#keeper?.where ?? '';
        this.#say(`The log is longer than ${(0,words/* size */.Ej)(first + last)}: from here on, only its end will be shown. ${where}`);
    }
    #say(text) {
        this.#send(Buffer.from(`${(0,remote_text/* ownLine */.D3)(this.#redact(text)).trimEnd()}\n`));
    }
    #send(lines) {
        if (lines.length === 0 || this.#sink.write(lines))
            return;
        this.#room = new Promise((resolve) => {
            this.#sink.once('drain', resolve);
        });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/log/whole-log.js





/** In bytes. The disk of a runner is shared with the rest of the job. */
const MOST_BYTES = 100_000_000;
/**
 * The whole remote log of a run in one file, made with its first text. What is written must be clean already.
 *
 * Each block is written at once and synchronously: that took a quarter of the time of a stream with back-pressure (35 ms
 * against 145 ms for 100 MB on 2 cores, and under 1 ms for all but one block of 8,000). Nothing waits in memory, the
 * file is complete whenever the process ends, and a full disk is seen where it can be said.
 */
class WholeLog {
    #keeping;
    #most;
    #cutLine;
    #file;
    #path;
    #bytes = 0;
    #state = 'whole';
    constructor(keeping) {
        this.#keeping = keeping;
        this.#most = keeping.most ?? MOST_BYTES;
        this.#cutLine = Buffer.from(`The log is longer than ${(0,words/* size */.Ej)(this.#most)}: its rest is not kept.\n`);
    }
    /** Undefined until there is a file. */
    get path() {
        return this.#path;
    }
    /** A sentence that says where the whole log is; empty where it is nowhere. */
    get where() {
        if (this.#path === undefined)
            return '';
        if (this.#state === 'whole')
            return `The whole log is in ${this.#path}.`;
        return this.#state === 'cut'
            ? `Its first ${(0,words/* size */.Ej)(this.#most)} are in ${this.#path}.`
            : `Its first part is in ${this.#path}.`;
    }
    /** The place for one stream, whose first text stands under the title. */
    section(title) {
        return new Section(this, title);
    }
    write(lines) {
        if (this.#state !== 'whole')
            return;
        try {
            this.#file ??= this.#make();
            const end = endWithin(lines, this.#most - this.#cutLine.length - this.#bytes);
            writeAll(this.#file, lines.subarray(0, end));
            this.#bytes += end;
            if (end === lines.length)
                return;
            this.#state = 'cut';
            writeAll(this.#file, this.#cutLine);
            this.#close();
        }
        catch (error) {
            this.#breakOff(error);
        }
    }
    #make() {
        const file = external_node_path_.join((0,external_node_fs_.mkdtempSync)(external_node_path_.join(this.#keeping.temp, 'ignite-log-')), 'platform.log');
        const opened = (0,external_node_fs_.openSync)(file, 'wx', 0o600);
        this.#path = file;
        this.#keeping.onMade(file);
        return opened;
    }
    #breakOff(error) {
        this.#state = 'broken';
        try {
            this.#close();
        }
        catch {
            // The first trouble is the one to tell.
        }
        const reason = Error.isError(error) ? error.message : String(error);
        const what = this.#path === undefined ? 'The whole log is not kept' : `The whole log in ${this.#path} ends early`;
        this.#keeping.onTrouble(`${what}: ${reason}`);
    }
    #close() {
        const file = this.#file;
        this.#file = undefined;
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}
/** One stream of the whole log, introduced by a line of ours. */
class Section {
    #whole;
    #title;
    #begun = false;
    constructor(whole, title) {
        this.#whole = whole;
        this.#title = title;
    }
    get where() {
        return this.#whole.where;
    }
    write(lines) {
        if (!this.#begun)
            this.#whole.write(Buffer.from(`${(0,remote_text/* ownLine */.D3)(`== ${this.#title} ==`)}\n`));
        this.#begun = true;
        this.#whole.write(lines);
    }
    /** A line of ours amid the remote text, such as one on a gap. Kept only where there is such text. */
    note(line) {
        if (this.#begun)
            this.#whole.write(Buffer.from(`${line}\n`));
    }
}
function writeAll(file, bytes) {
    // A disk that is nearly full takes a part, and refuses the next write.
    for (let written = 0; written < bytes.length;)
        written += (0,external_node_fs_.writeSync)(file, bytes, written);
}

// EXTERNAL MODULE: ./build/action/toolkit.js + 5 modules
var toolkit = __nccwpck_require__(6683);
;// CONCATENATED MODULE: ./build/action/log.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/**
 * The job log. Every text is redacted and made harmless here, our own sentences too: they carry names and answers that
 * came from elsewhere.
 */
class RunnerLog {
    /** Notices and warnings so far, for the summary. */
    remarks = [];
    #redactor;
    #timers;
    #reader;
    #whole;
    #remotes = [];
    #title;
    /** What the step that is under way prints. */
    #lines;
    /** Whether the last step that failed has its lines in a group. */
    #isFailureFolded = false;
    #heartbeat;
    /** Where the remote text of this group is kept. */
    #section;
    constructor(redactor, { temp, onKept = () => undefined, onRemoteLines, timers = realTimers } = {}) {
        this.#redactor = redactor;
        this.#reader = onRemoteLines;
        this.#timers = timers;
        this.#whole =
            temp === undefined ? undefined : new WholeLog({ temp, onMade: onKept, onTrouble: (text) => this.warning(text) });
    }
    /** Where the whole remote log is kept. Undefined until there is remote text. */
    get keptAt() {
        return this.#whole?.path;
    }
    /** Whether the job log shows less of a remote log than that. */
    get isCut() {
        return this.#remotes.some((remote) => remote.isCut);
    }
    /**
     * GitHub shows a group collapsed, also while it grows, and groups do not nest. A heartbeat opens none, so it is seen
     * where nothing else has come yet. In an open group it stays inside: to close the group for each would tear the output
     * of one step in pieces, and who waits for that output has unfolded it.
     */
    async group(title, work) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const lines = new StepLines({
                write: (text) => process.stdout.write(text),
                fold: () => toolkit/* startGroup */.Oh(this.clean(title))
            });
            const heartbeat = __addDisposableResource(env_1, new Heartbeat(this.#timers, (ms) => {
                lines.release();
                process.stdout.write(`${(0,remote_text/* ownLine */.D3)(`\u2026 ${this.clean(title)}: ${(0,words/* duration */.p0)(ms)}`)}\n`);
            }), false);
            this.#heartbeat = heartbeat;
            this.#title = title;
            this.#lines = lines;
            let isFailed = true;
            try {
                const result = await work();
                isFailed = false;
                return result;
            }
            finally {
                this.#endGroup(lines, isFailed);
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    info(text) {
        const line = (0,remote_text/* ownLine */.D3)(this.clean(text));
        this.#section?.note(line);
        this.#print(line);
    }
    /** Last lines of a failed step, where they are folded away: as they were shown, not cleaned a second time. */
    again(lines) {
        if (!this.#isFailureFolded)
            return;
        for (const line of lines) {
            if ((0,remote_text/* isCleaned */.Nz)(line))
                this.#print(this.#redactor.redact(line));
            else
                this.info(line);
        }
    }
    /** @param remark What the summary says in its place. */
    notice(text, remark = text) {
        this.#heartbeat?.sign();
        this.#remark('notice', remark);
        toolkit/* printAnnotation */.hi('notice', this.clean(text));
    }
    /** The one notice that says how a run ended well. The summary begins with it, so it is none of the remarks. */
    outcome({ title, text }) {
        toolkit/* printAnnotation */.hi('notice', this.clean(text), { title });
    }
    warning(text) {
        this.#heartbeat?.sign();
        toolkit/* printAnnotation */.hi('warning', this.#remark('warning', text));
    }
    /** Text that is not ours goes through the writer for remote text, and stands where our own lines of the step do. */
    remote() {
        this.#section = this.#whole?.section(this.clean(this.#title ?? 'Platform'));
        const sink = {
            write: (text) => this.#write(text),
            // A pipe that broke has room for all that nobody reads.
            once: (event, listener) => void (0,external_node_events_.once)(process.stdout, event).then(listener, listener)
        };
        const redact = (text) => this.#redactor.redact(text);
        const remote = new RemoteLog({ sink, redact, keeper: this.#section, reader: this.#reader });
        this.#remotes.push(remote);
        return remote;
    }
    debug(text) {
        for (const line of text.split('\n'))
            toolkit/* debug */.Yz(this.clean(line));
    }
    /** Pins a diagnostic to a line of the repository. */
    pin({ level, title, message, file, line, column }) {
        const place = {
            file: this.clean(file),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && { startColumn: column })
        };
        toolkit/* printAnnotation */.hi(level, this.clean(message), { title: this.clean(title), ...place });
    }
    error(title, lines) {
        toolkit/* printAnnotation */.hi('error', lines.map((line) => this.clean(line)).join('\n'), { title: this.clean(title) });
    }
    /** One harmless line without secrets, for places other than the log. */
    clean(text) {
        // Once before a cut could halve a secret, and once more when the escapes that may hide one are gone.
        return this.#redactor.redact((0,remote_text/* cleanLine */.Ow)(this.#redactor.redact(text)));
    }
    /** The same of a text of many lines, which stays one. */
    cleanText(text) {
        const redact = (each) => this.#redactor.redact(each);
        return (0,remote_text/* withoutColours */.mU)((0,remote_text/* cleanLines */.v3)(`${text}\n`, redact).slice(0, -1));
    }
    #endGroup(lines, isFailed) {
        this.#title = undefined;
        this.#lines = undefined;
        this.#section = undefined;
        this.#heartbeat = undefined;
        lines.end(isFailed);
        if (lines.isFolded)
            toolkit/* endGroup */.N4();
        if (isFailed)
            this.#isFailureFolded = lines.isFolded;
    }
    #print(line) {
        this.#write(`${line}\n`);
    }
    #write(text) {
        const room = this.#lines ? this.#lines.write(text) : process.stdout.write(text);
        // What is held is no sign of life yet.
        if (!this.#lines?.isHeld)
            this.#heartbeat?.sign();
        return room;
    }
    #remark(kind, text) {
        const line = this.clean(text);
        this.remarks.push({ kind, text: line });
        return line;
    }
}


/***/ }),

/***/ 2714:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* harmony import */ var _model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40);

/** A text from elsewhere as inert code in a summary: no markup, no mention, no link comes of it. */
function code(text) {
    return `<code>${escapeHtml(text)}</code>`;
}
/** A text of several lines in a block of its own, inert. */
function block(text) {
    return `<pre><code>${escapeHtml(text)}</code></pre>`;
}
/** A text of several lines that GitHub colours. Its fence is longer than any in the text, so nothing in it ends it. */
function fenced(language, text) {
    const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
/** Cells are Markdown. */
function table(head, rows) {
    const lines = [head, head.map(() => '---'), ...rows];
    return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Our own words, which may carry a name from elsewhere, as running text. What stands between backticks is code. */
function prose(text) {
    return text
        .split(/`([^`\n]+)`/)
        .map((piece, at) => (at % 2 === 0 ? withoutReferences(escapeHtml(piece)) : code(piece)))
        .join('');
}
/** The same as a paragraph of its own, which wraps: no line of it, rule or list comes of how it begins. */
function paragraph(text) {
    return prose(text.trim()).replace(/^[-+=]/, (sign) => `&#${sign.codePointAt(0)};`);
}
/** Markdown that no line ends in, however narrow its place is. */
function unbroken(markdown) {
    return markdown.replaceAll(' ', '&nbsp;');
}
/** A part that is unfolded by who wants it. The body is Markdown. */
function details(title, body) {
    return `<details><summary>${prose(title)}</summary>\n\n${body}\n\n</details>`;
}
/**
 * A link where the URL is https, or http on this machine; otherwise the URL as text. `shown` is Markdown, and left out the
 * URL.
 */
function markdownLink(url, shown) {
    const parsed = URL.parse(url);
    const safe = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && (0,_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(parsed.hostname));
    if (safe)
        return `<a href="${escapeHtml(parsed.href)}">${shown ?? escapeHtml(url)}</a>`;
    return shown ?? code(url);
}
/**
 * What has no width keeps `@` and `#` from what follows, since entities do not (docs/runner.md, Markdown). An image's digest
 * stays as it is, to be copied.
 */
function withoutReferences(html) {
    return html.replace(/(?<!\w)&#64;|&#64;(?!sha256:)|&#35;(?=\d)|\bgh(?=-\d)/gi, '$&&#8203;');
}
/** HTML's own signs, those that Markdown would read inside a line or a table, and what it would make a link of. */
function escapeHtml(text) {
    return text.replace(/[&<>"'|`*_~@#[\]\\$\r\n]|:(?=\/\/)|(?<=\bwww)\./gi, (sign) => `&#${sign.codePointAt(0)};`);
}


/***/ }),

/***/ 8839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ maskCredentials),
/* harmony export */   d: () => (/* binding */ mask)
/* harmony export */ });
/* harmony import */ var _inputs_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5866);
/* harmony import */ var _toolkit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6683);


/** A shorter text would hide digits and words all over the log, and make the runner drop job outputs. */
const SHORTEST = 4;
/** The same for a value inside a secret that is JSON (docs/runner.md, Masks). */
const SHORTEST_LEAF = 6;
/** What stands under such a name in a credential is printed by other tools, and no secret. */
const PUBLIC_NAME = /(id|mail|project|ur[il]|type|domain)$/i;
/**
 * Hides a credential in the job log, and in whatever else we write. False where it is too short to be hidden. The runner
 * hides each line of a secret by itself: a `{` on a line of its own would hide every `{`, so short lines are left out.
 */
function mask(secret, redactor) {
    const values = valuesOf(secret);
    for (const value of values)
        redactor.add(value);
    const lines = values.flatMap((value) => value.split(/[\r\n]+/)).map((line) => line.trim());
    const hidden = new Set(lines.filter((line) => line.length >= SHORTEST));
    for (const line of hidden)
        (0,_toolkit_js__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq)(line);
    return hidden.size > 0;
}
/** JSON of several lines is hidden by its values alone: its lines are words of every other JSON. */
function valuesOf(secret) {
    const leaves = leavesOf(secret);
    return leaves.length > 0 && /[\r\n]/.test(secret) ? leaves : [secret, ...leaves];
}
/** The strings in a JSON object that may be secret. */
function leavesOf(secret) {
    if (!secret.trimStart().startsWith('{'))
        return [];
    try {
        return secretsIn(JSON.parse(secret));
    }
    catch {
        return [];
    }
}
function secretsIn(value) {
    if (typeof value === 'string')
        return value.length >= SHORTEST_LEAF ? [value] : [];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([name, member]) => (PUBLIC_NAME.test(name) ? [] : secretsIn(member)));
}
/** Hides every credential that was given, before anything else is read or written. Gives those that are too short. */
function maskCredentials(inputs, redactor) {
    // The runner hides the job's token itself; the summary is ours.
    redactor.add(inputs.text('github-token') ?? '');
    return (0,_inputs_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .givenCredentials */ .mE)(inputs).flatMap(([name, secret]) => (mask(secret, redactor) ? [] : [name]));
}


/***/ }),

/***/ 8548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ Pinned)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/log/diagnostics/map-path.js
const LONGEST_PATH = 1024;
const DEEPEST = 64;
/** What lies under these belongs to a toolchain or a library, whatever its name. */
const LIBRARIES = /^\/(?:bin|boot|dev|etc|lib|lib64|proc|sbin|sys)(?:\/|$)|^\/usr\/(?!src|local\/src)|\/(?:\.cargo|\.rustup|rustlib|rustc|registry\/src|git\/checkouts|pkg\/mod|node_modules|deno-dir|site-packages|dist-packages)(?:\/|$)|\/lib\/python\d/;
/**
 * The path in the repository of the packed file that a tool means, undefined where it means another. Where the platform
 * unpacked the archive is not known: an absolute path is matched from its end, the longest match wins. A relative path
 * is taken as it is, else for the one packed file that ends so.
 */
function mapPath(written, code) {
    const packed = packedPath(written, code.paths);
    return packed === undefined ? undefined : inRepository(packed, code.root);
}
/** The same, relative to the archive's root. */
function packedPath(written, paths) {
    const path = written.length > LONGEST_PATH ? undefined : readPath(written);
    if (path === undefined)
        return undefined;
    if (path.startsWith('/'))
        return bySuffix(path, paths);
    return paths.has(path) ? path : paths.onlyOneEndingIn(path);
}
function isAbsolute(written) {
    return written.startsWith('/') || written.startsWith('file:');
}
/** Without scheme, `.` and `..`; undefined where it leaves its root or is no path of ours to begin with. */
function readPath(written) {
    const path = written.startsWith('file:///') ? decoded(written.slice('file://'.length)) : written;
    if (path === undefined || /^\/?[a-z][\w+.-]*:/i.test(path))
        return undefined;
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return undefined;
    }
    return (path.startsWith('/') ? '/' : '') + parts.join('/');
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return undefined;
    }
}
function bySuffix(path, paths) {
    let slash = 0;
    for (let depth = 0; slash !== -1 && depth < DEEPEST; depth++) {
        const suffix = path.slice(slash + 1);
        if (paths.has(suffix))
            return LIBRARIES.test(path.slice(0, slash)) ? undefined : suffix;
        slash = path.indexOf('/', slash + 1);
    }
    return undefined;
}
function inRepository(packed, root) {
    const parts = root.split('/').filter((part) => part !== '' && part !== '.');
    return root.startsWith('/') || parts.includes('..') ? undefined : [...parts, packed].join('/');
}

;// CONCATENATED MODULE: ./build/log/diagnostics/path-index.js
/** The packed files' paths, to be asked many times. */
class PathIndex {
    #paths;
    #byName = new Map();
    /** @param paths Relative to the archive's root. */
    constructor(paths) {
        this.#paths = new Set(paths);
        for (const path of this.#paths) {
            const name = lastPart(path);
            const same = this.#byName.get(name);
            if (same)
                same.push(path);
            else
                this.#byName.set(name, [path]);
        }
    }
    has(path) {
        return this.#paths.has(path);
    }
    /** The one path that is `path` under some directories; undefined where none or several are. */
    onlyOneEndingIn(path) {
        const ending = `/${path}`;
        const found = (this.#byName.get(lastPart(path)) ?? []).filter((packed) => packed.endsWith(ending));
        return found.length === 1 ? found[0] : undefined;
    }
}
function lastPart(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./build/log/diagnostics/statement.js
/** What may follow a requirement on its line: a marker, a comment, an option. */
const AFTER = /^(?:;|#|--)/;
/**
 * The line, from 1, on which a statement begins that a tool quotes in its own spacing: a pip requirement, or an
 * instruction of a Dockerfile with its continued lines joined. Undefined where no line is it.
 */
function findStatement(statement, text) {
    const wanted = squeezed(statement);
    if (wanted === '')
        return undefined;
    const index = text.split('\n').findIndex((line) => begins(line, wanted));
    return index === -1 ? undefined : index + 1;
}
function begins(line, wanted) {
    const words = line.trimEnd();
    const squeezedLine = squeezed(words);
    if (squeezedLine === wanted)
        return true;
    if (words.endsWith('\\')) {
        const first = squeezed(words.slice(0, -1));
        return first !== '' && wanted.startsWith(first);
    }
    return squeezedLine.startsWith(wanted) && AFTER.test(squeezedLine.slice(wanted.length));
}
function squeezed(text) {
    return text.replace(/\s/g, '').toLowerCase();
}

;// CONCATENATED MODULE: ./build/log/diagnostics/locate.js



/** No source file has more lines, and no line more columns. */
const MOST_LINES = 1_000_000;
/** Finds the repository's files that are meant. */
function locate(diagnostics, code) {
    const indexed = { ...code, paths: new PathIndex(code.paths) };
    return diagnostics.map((diagnostic) => locateOne(diagnostic, indexed));
}
function locateOne(diagnostic, code) {
    const { level, message, tool } = diagnostic;
    const place = ownPlace(diagnostic, code);
    const shown = place ?? diagnostic.place;
    return {
        level,
        message,
        tool,
        written: shown && [shown.path, shown.line].filter((part) => part !== undefined).join(':'),
        file: place && mapPath(place.path, code),
        ...position(place, diagnostic, code)
    };
}
function ownPlace({ tool, place, callers = [] }, code) {
    const places = place ? [place, ...callers] : callers;
    // Python quotes what it can read, and it can read the code that it runs.
    const quotes = places.some(({ quoted }) => quoted !== undefined);
    return places.find((each) => {
        // cargo writes the paths of its workspace relative to it: an absolute one is another package's.
        if (tool === 'rustc' && isAbsolute(each.path))
            return false;
        return mapPath(each.path, code) !== undefined && (!quotes || isQuotedFrom(each, code));
    });
}
/**
 * False where the tool quotes another line than the packed file has there: a file of the platform's, or of a library,
 * that has the same name.
 */
function isQuotedFrom({ path, line, quoted }, code) {
    if (quoted === undefined)
        return false;
    const packed = packedPath(path, code.paths);
    const text = packed === undefined ? undefined : code.read(packed);
    if (text === undefined || line === undefined)
        return true;
    return quoted.includes(HIDDEN) || isBeginningOf(wordsOf(quoted), wordsOf(text.split('\n')[line - 1] ?? ''));
}
/** What the log has in place of a secret. */
const HIDDEN = '***';
/** A quotation may be cut off. */
function isBeginningOf(beginning, whole) {
    return beginning === '' ? whole === '' : whole.startsWith(beginning);
}
/** Without what the log changes to make a line harmless. */
function wordsOf(line) {
    return line.replace(/[^\p{L}\p{N}]/gu, '');
}
function position(place, { statement }, code) {
    if (!place)
        return { line: undefined, column: undefined };
    if (place.line !== undefined) {
        const line = sane(place.line);
        return { line, column: line && sane(place.column) };
    }
    return { line: statement === undefined ? undefined : lineOf(statement, place, code), column: undefined };
}
function lineOf(statement, place, code) {
    const packed = packedPath(place.path, code.paths);
    const text = packed === undefined ? undefined : code.read(packed);
    return text === undefined ? undefined : findStatement(statement, text);
}
function sane(number) {
    return number !== undefined && Number.isInteger(number) && number >= 1 && number <= MOST_LINES ? number : undefined;
}

// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/action/summary/commit-links.js
var commit_links = __nccwpck_require__(4403);
;// CONCATENATED MODULE: ./build/action/pinned/annotate.js
/** The runner keeps ten a kind and step: one is left for the rest. */
const MOST_ANNOTATIONS = 9;
/** The diagnostics to pin to files, errors first. `dropped` were found and not kept. */
function annotate(located, dropped = 0) {
    const annotations = [...ofLevel(located, 'error'), ...ofLevel(located, 'warning')].slice(0, MOST_ANNOTATIONS);
    return { annotations, rest: located.length + dropped - annotations.length };
}
function ofLevel(located, level) {
    return located.flatMap(({ level: own, tool, message, file, line, column }) => {
        if (own !== level || file === undefined)
            return [];
        return [{ level, title: tool, message: `${placeOf(file, line)}: ${message}`, file, line, column }];
    });
}
/** The job log shows the text of an annotation alone. */
function placeOf(file, line) {
    return line === undefined ? file : `${file}:${line}`;
}

// EXTERNAL MODULE: ./build/log/remote-text.js
var remote_text = __nccwpck_require__(415);
;// CONCATENATED MODULE: ./build/action/pinned/first-error.js

/** In UTF-16 units, of a compiler's message in the red line. */
const MAX_WORDS = 300;
/** What is shorter may stand in a sentence by chance. */
const LEAST_REPEATED = 20;
/**
 * What the tool ended with, begun with the first error that was found: in the user's code, with its file and line, since
 * the job log shows neither; else anywhere; else in `line`. What the tool says again is not said twice.
 */
function withFirstError(words, located, line) {
    const errors = located.filter(({ level }) => level === 'error');
    const first = errors.find(({ file }) => file !== undefined) ?? errors[0];
    if (first !== undefined)
        return begun(words, first_error_placeOf(first), first.message);
    return line === undefined ? words : begun(words, '', line.replace(/^error: /, ''));
}
function first_error_placeOf({ file, line, column, written }) {
    return file === undefined ? (written ?? '') : [file, line, column].filter((part) => part !== undefined).join(':');
}
function begun(words, place, message) {
    const head = sentence(cut(withoutRepeated((0,remote_text/* cleanLine */.Ow)(message).trim(), words)));
    const at = place === '' ? '' : `${(0,remote_text/* cleanLine */.Ow)(place)}: `;
    return head === '' ? at + words : `${at}${head} ${words}`;
}
/** Without what comes last in it and stands in the words again. */
function withoutRepeated(message, words) {
    if (words.includes(message))
        return '';
    const parts = message.split(': ');
    const at = parts.findIndex((_, from) => {
        const rest = parts.slice(from).join(': ');
        return rest.length >= LEAST_REPEATED && words.includes(rest);
    });
    return at === -1 ? message : parts.slice(0, at).join(': ');
}
function cut(message) {
    return message.length > MAX_WORDS ? `${message.slice(0, MAX_WORDS)}\u2026` : message;
}
function sentence(words) {
    // As in `COPY package.json .`, whose last word would be taken for the end of a sentence.
    if (words.endsWith(' .'))
        return `\u201c${words}\u201d.`;
    return words === '' || /[.:!?\u2026]$/.test(words) ? words : `${words}.`;
}

// EXTERNAL MODULE: ./build/action/markdown.js
var markdown = __nccwpck_require__(2714);
;// CONCATENATED MODULE: ./build/action/pinned/list-diagnostics.js



/** Of the list in bytes: the summary as a whole must stay under 900 KiB. */
const MOST_BYTES = 400 * 1024;
/** In UTF-16 units. */
const list_diagnostics_MAX_WORDS = 300;
/** All diagnostics as a Markdown list for the summary, inert. Empty where there are none. */
function listDiagnostics(located, { dropped = 0, urlOf = () => undefined } = {}) {
    const items = [];
    let bytes = 0;
    for (const diagnostic of located) {
        const item = listItem(diagnostic, urlOf);
        bytes += Buffer.byteLength(item) + 1;
        if (bytes > MOST_BYTES)
            break;
        items.push(item);
    }
    const left = located.length - items.length + dropped;
    if (left > 0)
        items.push(`- and ${(0,words/* grouped */.zD)(left)} more in the log`);
    return items.join('\n');
}
function listItem(diagnostic, urlOf) {
    const { level, tool, message } = diagnostic;
    return `- ${level === 'error' ? '\u274c' : '\u26a0\ufe0f'} ${list_diagnostics_placeOf(diagnostic, urlOf)}${tool}: ${list_diagnostics_words(message)}`;
}
function list_diagnostics_placeOf(diagnostic, urlOf) {
    const { file, written, line, column } = diagnostic;
    if (file === undefined)
        return written === undefined ? '' : `${list_diagnostics_words(written)} `;
    const position = [line, column].flatMap((part) => (part === undefined ? [] : [`:${part}`])).join('');
    const url = urlOf(file, line);
    const place = list_diagnostics_words(file + position);
    return `${url === undefined ? place : (0,markdown/* markdownLink */.iQ)(url, place)} `;
}
function list_diagnostics_words(text) {
    return (0,markdown/* code */.aY)((0,remote_text/* cleanLine */.Ow)(text.length > list_diagnostics_MAX_WORDS ? `${text.slice(0, list_diagnostics_MAX_WORDS)}\u2026` : text));
}

;// CONCATENATED MODULE: ./build/action/pinned/repository-place.js


/**
 * Where a directory lies in the repository that holds it: annotations attach by paths from there, also where it was
 * checked out below the workspace. Without a repository the workspace counts. Undefined where it lies outside of that.
 */
function repositoryPlace(directory, workspace) {
    if (relativePlace(workspace, directory) === undefined)
        return undefined;
    let top = directory;
    while (top !== workspace && !(0,external_node_fs_.existsSync)(external_node_path_.join(top, '.git')))
        top = external_node_path_.dirname(top);
    return relativePlace(top, directory);
}
/** With `/`, whatever the system writes; undefined where the way leads out. */
function relativePlace(from, to, system = external_node_path_) {
    const parts = system.relative(from, to).split(system.sep);
    return parts[0] === '..' || system.isAbsolute(parts.join(system.sep)) ? undefined : parts.join('/');
}

;// CONCATENATED MODULE: ./build/action/pinned/pinned.js









/** A file that a diagnostic names is looked into for the line that is meant; a larger one is not. */
const pinned_MOST_BYTES = 1024 * 1024;
const NOBODY = { read: () => undefined, take: () => [], dropped: 0 };
/** What compilers said of the code, pinned to the lines of the repository. */
class Pinned {
    #listener = NOBODY;
    #code = { root: '', paths: [], read: () => undefined };
    #found;
    #located = [];
    #packed;
    #skipped = [];
    #withheld = [];
    /** Whether the places are those of the repository that the workflow runs for, as far as is known. */
    #isWorkflows = false;
    /** What logs say is read by it: a run that ends before there are any does without. */
    listenWith(listener) {
        this.#listener = listener;
    }
    /** Takes whole lines of a remote log. */
    read = (lines) => this.#listener.read(lines);
    /** Remembers where packed files lie: a diagnostic of any other file is not pinned. What lies in an archive is none. */
    async packing(packing, workspace) {
        const packed = await packing;
        const { root, paths } = packed;
        this.#skipped = packed.skipped ?? [];
        this.#withheld = packed.withheld ?? [];
        if (root === undefined)
            return packed;
        this.#packed = { root, paths };
        const top = (0,external_node_fs_.realpathSync)(workspace);
        const place = repositoryPlace(root, top);
        if (place === undefined)
            return packed;
        this.#isWorkflows = place === relativePlace(top, root);
        const read = (packedPath) => readSmall(external_node_path_.join(root, packedPath));
        this.#code = { root: place, paths, read };
        return packed;
    }
    /**
     * Begins a sentence about code that was not made into a draft with the first error in it. The logs have ended. `line` is
     * one of them that tells the error, where that is known.
     */
    withFirstError(words, line) {
        return withFirstError(words, this.#locate(), line);
    }
    /** Whether a compiler or builder told of one. */
    get hasErrors() {
        return this.#locate().some(({ level }) => level === 'error');
    }
    #locate() {
        this.#found ??= locate(this.#listener.take(), this.#code);
        return this.#found;
    }
    /** Pins what was found: all of it where the run failed, else warnings only, since a build may recover from an error. */
    pin(log, isFailed) {
        const found = this.#locate();
        this.#located = isFailed ? found : found.filter(({ level }) => level === 'warning');
        const { annotations, rest } = annotate(this.#located, this.#listener.dropped);
        for (const annotation of annotations)
            log.pin(annotation);
        // A notice, because the runner keeps ten errors and the last of them says that the run failed.
        if (annotations.length > 0 && rest > 0)
            log.notice(`${rest} more of these are in the log and in the job summary.`);
    }
    /** Undefined until something is packed, and for an archive. */
    get packed() {
        return this.#packed;
    }
    /** What was not packed, as a sentence: a compiler or builder may miss it. Empty where it was all. */
    leftOut(which) {
        const names = which === 'all' ? [...this.#skipped, ...this.#withheld] : this.#skipped;
        return names.length === 0 ? '' : `Left out of what was sent: ${(0,words/* enumerate */.HL)(names)}.`;
    }
    /** All that was found, for the summary, with links to the commit. */
    list(commit) {
        const { dropped } = this.#listener;
        const urlOf = (file, line) => (this.#isWorkflows ? (0,commit_links/* fileUrl */.i)(commit, file, line) : undefined);
        return listDiagnostics(this.#located, { dropped, urlOf });
    }
}
function readSmall(file) {
    try {
        const text = (0,external_node_fs_.readFileSync)(file);
        return text.length <= pinned_MOST_BYTES ? text.toString('utf8') : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ readRunFacts)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/model/values/json.js
var json = __nccwpck_require__(9543);
// EXTERNAL MODULE: ./build/model/values/pull-request.js
var pull_request = __nccwpck_require__(5434);
;// CONCATENATED MODULE: ./build/action/event-facts.js



/** Nothing where there is no event, or none that can be read. */
function readEventFacts(env) {
    const event = readEvent(env['GITHUB_EVENT_PATH']);
    const { workflow_run: run } = event;
    const pullRequest = (0,pull_request/* readPullRequest */.DQ)(event['pull_request'], env['GITHUB_REPOSITORY'] ?? '');
    return {
        pullRequest,
        pullRequestNumber: pullRequest?.number ?? numberIn(event) ?? queued(env['GITHUB_REF']),
        builtCommit: builtIn(event),
        builtBranch: (0,json/* isRecord */.u)(run) ? (0,pull_request/* readBranch */.pG)(run['head_repository'], run['head_branch']) : undefined
    };
}
function readEvent(file) {
    if (!file)
        return {};
    try {
        const event = JSON.parse((0,external_node_fs_.readFileSync)(file, 'utf8'));
        return (0,json/* isRecord */.u)(event) ? event : {};
    }
    catch {
        return {};
    }
}
/** Of a comment on a pull request, and of another workflow's run that has a single one; a fork's run names none. */
function numberIn({ issue, workflow_run: run }) {
    if ((0,json/* isRecord */.u)(issue) && (0,json/* isRecord */.u)(issue['pull_request']))
        return asNumber(issue['number']);
    const [only, ...others] = (0,json/* isRecord */.u)(run) && Array.isArray(run['pull_requests']) ? run['pull_requests'] : [];
    return others.length === 0 && (0,json/* isRecord */.u)(only) ? asNumber(only['number']) : undefined;
}
function builtIn({ workflow_run: run }) {
    const sha = (0,json/* isRecord */.u)(run) ? run['head_sha'] : undefined;
    return typeof sha === 'string' && (0,pull_request/* isCommit */.WM)(sha) ? sha : undefined;
}
function asNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}
/** A merge queue's branch is named for its pull request. */
function queued(ref) {
    const number = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(ref ?? '')?.[1];
    return number === undefined ? undefined : Number(number);
}

;// CONCATENATED MODULE: ./build/action/run-facts.js

function readRunFacts(env, workingDirectory) {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env;
    const event = readEventFacts(env);
    const { pullRequest } = event;
    const run = `${repository ?? ''}/${id ?? ''}/${attempt ?? ''}`;
    const repositoryUrl = repository ? `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${repository}` : undefined;
    return {
        run,
        step: `${run}/${env['GITHUB_JOB'] ?? ''}/${env['GITHUB_ACTION'] ?? ''}`,
        runTag: `run-${id || 'local'}-${attempt || '1'}`,
        workspace: env['GITHUB_WORKSPACE'] || workingDirectory,
        temp: env['RUNNER_TEMP'] || undefined,
        repository: repository || undefined,
        repositoryUrl,
        runUrl: repositoryUrl && id ? `${repositoryUrl}/actions/runs/${id}/attempts/${attempt || '1'}` : undefined,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        commit: (isForBase(env) ? undefined : pullRequest?.headSha) ?? (env['GITHUB_SHA'] || undefined),
        tag: env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] || undefined : undefined,
        ...event,
        secretless: secretlessBy(env, pullRequest),
        isDependabots: isDependabots(env)
    };
}
function isForBase(env) {
    return env['GITHUB_EVENT_NAME'] === 'pull_request_target';
}
/** Of a fork these run without secrets, as GitHub's pages say of each. */
const SECRETLESS_EVENTS = [
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment'
];
function isDependabots(env) {
    return env['GITHUB_ACTOR'] === 'dependabot[bot]';
}
/** `pull_request_target` and pushes run with the repository's secrets. */
function secretlessBy(env, pullRequest) {
    if (!SECRETLESS_EVENTS.includes(env['GITHUB_EVENT_NAME']))
        return undefined;
    if (isDependabots(env))
        return 'dependabot';
    return pullRequest?.isFork ? 'fork' : undefined;
}


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ RunReport)
});

// EXTERNAL MODULE: ./build/log/remote-text.js
var remote_text = __nccwpck_require__(415);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/action/failure.js
var action_failure = __nccwpck_require__(5541);
// EXTERNAL MODULE: ./build/model/outcome.js
var model_outcome = __nccwpck_require__(8158);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/action/markdown.js
var markdown = __nccwpck_require__(2714);
// EXTERNAL MODULE: ./build/action/summary/commit-links.js
var commit_links = __nccwpck_require__(4403);
// EXTERNAL MODULE: ./build/action/summary/headline.js
var headline = __nccwpck_require__(7922);
// EXTERNAL MODULE: ./build/action/summary/summary.js + 3 modules
var summary = __nccwpck_require__(1554);
;// CONCATENATED MODULE: ./build/action/news/github-news.js






/** How the run ended, for GitHub. `logUrl` is where its log is. The texts of the story are redacted and clean already. */
function newsOf(story, logUrl) {
    const { app, outcome, facts, failure, commit, tag, tests, ms } = story;
    const url = failure === undefined ? (0,model_outcome/* mainUrl */.F)(facts.publicUrls ?? []) : undefined;
    const result = (0,headline/* resultOf */.Bg)(story);
    const commitCell = [(0,commit_links/* commitLink */.w)(commit), tag === undefined ? '' : (0,markdown/* code */.aY)(tag)];
    return {
        state: stateOf(outcome, facts),
        description: withCapital(result.words),
        url,
        ...(isLiveThough(story) && { isLive: true }),
        ...(isRemoval(story) && { isRemoved: true }),
        part: {
            title: (0,headline/* headline */.Pl)(story),
            cells: {
                App: (0,markdown/* prose */.CS)(app),
                Result: (0,markdown/* prose */.CS)(`${result.sign} ${result.words}`),
                URL: url === undefined ? '' : (0,markdown/* markdownLink */.iQ)(url),
                Version: versionCell(facts),
                Commit: commitCell.filter((part) => part !== '').join(' '),
                Tests: (0,headline/* testResult */.Ke)(tests),
                Time: (0,words/* duration */.p0)(ms)
            },
            body: (0,summary/* renderComment */.wQ)(story, logUrl === undefined ? '' : (0,markdown/* markdownLink */.iQ)(logUrl, 'The log of the run')),
            isOpen: failure !== undefined
        }
    };
}
/** It was published and stays live, whatever the run failed with. */
function isLiveThough({ outcome: { status }, facts: { publishedVersion, activeVersion } }) {
    return status === 'failed' && publishedVersion !== undefined && activeVersion === publishedVersion;
}
/** What was to be removed and is not there is as good as removed. */
function isRemoval({ mode, outcome: { status } }) {
    return status === 'removed' || (mode === 'delete' && status === 'unchanged');
}
/** The one that is live after the run. */
function versionCell({ activeVersion }) {
    return typeof activeVersion === 'number' ? String(activeVersion) : '';
}
/** What is wrong with what was to be deployed is a failure; with what deploys it, an error. */
const FAILURES = [
    'bad_input',
    'source_error',
    'app_missing',
    'draft_conflict',
    'compile_failed',
    'build_failed',
    'test_failed',
    'publish_failed',
    'verify_failed',
    'settings_failed'
];
function stateOf({ status, reason }, { changed }) {
    // The deployment of the run that was faster is the one that is live.
    if (reason === 'superseded' || status === 'removed')
        return 'inactive';
    if (status !== 'failed')
        return 'success';
    if (reason === 'cancelled' && changed === false)
        return 'inactive';
    return FAILURES.includes(reason) ? 'failure' : 'error';
}
function withCapital(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// EXTERNAL MODULE: ./build/action/toolkit.js + 5 modules
var toolkit = __nccwpck_require__(6683);
;// CONCATENATED MODULE: ./build/action/outputs.js


/** The outputs that action.yml declares. Every one is set in every run, empty where nothing is known. */
const OUTPUTS = [
    'published_version',
    'public_url',
    'url',
    'public_urls',
    'previous_version',
    'active_version',
    'changed',
    'status',
    'reason_code',
    'app_id',
    'code_hash',
    'image_ref',
    'deploy_id',
    'build_id',
    'test_status',
    'test_execution_ids',
    'deployment_id',
    'comment_id',
    'log_path',
    'duration_ms',
    'result'
];
/** The version of the JSON object in `result` (docs/result.schema.json). */
const RESULT_VERSION = 2;
/**
 * Sets outputs as their facts become known, and all of them at the end. The last value of a name wins. A file that cannot
 * be written is no reason to stop in the middle of a deployment: only the end throws.
 */
class Outputs {
    /** A run that says nothing of it has changed nothing. */
    #facts = { changed: false };
    #logPath = '';
    get facts() {
        return this.#facts;
    }
    report = (facts) => {
        this.#facts = { ...this.#facts, ...facts };
        for (const [name, value] of Object.entries(outputValues(facts)))
            setEarly(name, textOf(value));
    };
    /** The file of the whole remote log exists. */
    logKept = (path) => {
        this.#logPath = path;
        setEarly('log_path', path);
    };
    /** Sets every output, and `result`, which holds them all. Throws where they cannot be written. */
    finish(outcome, durationMs) {
        const values = {
            ...outputValues(this.#facts),
            status: outcome.status,
            reason_code: outcome.reason,
            log_path: this.#logPath || null,
            duration_ms: Math.round(durationMs)
        };
        for (const name of OUTPUTS)
            (0,toolkit/* setOutput */.uH)(name, name === 'result' ? resultJson(values) : textOf(values[name] ?? null));
    }
}
function setEarly(name, value) {
    try {
        (0,toolkit/* setOutput */.uH)(name, value);
    }
    catch {
        // It is set again at the end.
    }
}
function outputValues(facts) {
    const url = facts.publicUrls && ((0,model_outcome/* mainUrl */.F)(facts.publicUrls) ?? null);
    const known = {
        published_version: facts.publishedVersion,
        public_url: url,
        url,
        public_urls: facts.publicUrls?.map((each) => each.url),
        previous_version: read(facts.previousVersion),
        active_version: read(facts.activeVersion),
        changed: read(facts.changed),
        app_id: facts.appId,
        code_hash: facts.codeHash,
        image_ref: facts.imageRef,
        deploy_id: facts.deployId,
        build_id: facts.buildId,
        test_status: facts.testStatus,
        test_execution_ids: facts.testExecutionIds,
        deployment_id: facts.deploymentId,
        comment_id: facts.commentId
    };
    return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}
function read(fact) {
    return fact === 'unknown' || fact === 'none' ? null : fact;
}
/** As a workflow reads it: an array is JSON, and nothing is empty. */
function textOf(value) {
    return Array.isArray(value) ? JSON.stringify(value) : String(value ?? '');
}
/** An empty text is nothing here too. */
function resultJson(values) {
    const rest = OUTPUTS.filter((name) => name !== 'result').map((name) => [
        name,
        values[name] === '' ? null : (values[name] ?? null)
    ]);
    return JSON.stringify({ version: RESULT_VERSION, ...Object.fromEntries(rest) });
}

;// CONCATENATED MODULE: ./build/action/summary/cleaned-texts.js

function cleanedComparison(comparison, cleaner) {
    const changes = comparison.changes.map(({ texts, ...change }) => ({
        ...change,
        name: cleaner.clean(change.name),
        detail: cleaner.clean(change.detail),
        ...(texts && { texts: { before: cleaner.cleanText(texts.before), after: cleaner.cleanText(texts.after) } })
    }));
    return { ...comparison, changes, line: cleaner.clean(comparison.line) };
}
function cleanedFailure(failure, cleaner) {
    const hint = failure.hint
        ?.split('\n')
        .map((line) => cleaner.clean(line))
        .join('\n');
    const lines = failure.lines.map((line) => cleaner.clean(line));
    return { ...failure, lines, hint, excerpt: failure.excerpt.map(remote_text/* withoutColours */.mU) };
}

;// CONCATENATED MODULE: ./build/action/words/left-draft.js

/** Goes on after what is live. */
const SLOT = 'draft slot holds this run\u2019s code.';
/**
 * Whether a failed run left a draft: the next `publish` by anyone would make it live. Where it is not known what is live, a
 * publish may have emptied the slot, and another run filled it.
 */
function isDraftLeft(facts, reason, error) {
    const { isDraftSaved, publishedVersion, activeVersion } = facts;
    if (isDraftSaved !== true || publishedVersion !== undefined || activeVersion === 'unknown')
        return false;
    return reason !== 'draft_conflict' && !saysGone(error);
}
/** The platform has the app, or its draft, no more: what the slot holds would contradict it. */
function saysGone(error) {
    const cause = (0,errors/* rootCause */.es)(error);
    return cause instanceof errors/* PlatformError */.Wk && (cause.code === 'NOT_FOUND' || /\bno draft\b/i.test(cause.words));
}
/** What the run left live, as far as it was read. */
function liveWords({ changed, activeVersion = 'none' }) {
    if (changed !== false)
        return 'The';
    return activeVersion === 'none' ? 'No version is live yet; the' : 'The live version is unchanged; the';
}

// EXTERNAL MODULE: ./build/action/words/outcome-notice.js
var outcome_notice = __nccwpck_require__(7086);
;// CONCATENATED MODULE: ./build/action/words/purpose.js

/** What goes where, as far as the name of the place. */
function purposeOf(plan, app) {
    switch (plan.mode) {
        case 'deploy': {
            const doing = plan.isDryRun ? 'Dry run, which changes nothing: deploying' : 'Deploying';
            return `${doing} ${app} from ${shownSource(plan.source)} to`;
        }
        case 'preview':
            return `Deploying the preview ${app} from ${shownSource(plan.source)} to`;
        case 'draft':
            return `Saving a draft of ${app} from ${shownSource(plan.source)} at`;
        case 'publish':
            return `Publishing the draft ${(0,words/* withShortDigests */.IK)(plan.expectedCode)} of ${app} at`;
        case 'rollback':
            return `Rolling ${app} back to ${plan.version === 'previous' ? 'its previous version' : `version ${plan.version}`} at`;
        case 'delete':
            return `Deleting ${app} at`;
        case 'status':
            return `Reading ${app} at`;
    }
}
/** Only a commit means the same tomorrow. */
function shownReference(reference) {
    if (reference !== undefined && /^[0-9a-f]{40,64}$/.test(reference))
        return reference;
    return `${reference ?? 'its default branch'}, as it is now`;
}
function shownBuild({ subPath, build }) {
    const from = subPath === undefined ? '' : `of its ${subPath}, `;
    return `an image, ${from}by ${build.dockerfilePath ?? 'buildpacks'}`;
}
function shownSource(source) {
    switch (source.kind) {
        case 'code':
            return `${source.shownPath} (${source.runtimeFrom ? `${source.runtime}, found by ${source.runtimeFrom}` : source.runtime})`;
        case 'context':
            return `${source.shownPath} (an image, by ${source.build.dockerfilePath ?? 'buildpacks'})`;
        case 'git':
            return `${source.url} at ${shownReference(source.reference)} (${shownBuild(source)})`;
        case 'image':
            return `the image ${(0,words/* withShortDigests */.IK)(source.reference)}`;
    }
}

;// CONCATENATED MODULE: ./build/action/run-report.js










/** In one line, which can be copied as it is. */
const UPLOAD = 
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is GitHub\u2019s
"- { if: always(), uses: actions/upload-artifact@v7, with: { name: platform-log, path: '${{ steps.deploy.outputs.log_path }}' } }";
const NO_ADVICE = () => undefined;
/** Gathers what a run does, and tells its end once: as outputs, as one red line where it failed, and as a summary. */
class RunReport {
    /** How the summary names the app: as the user did, once that is known. */
    #app = 'Dodil Ignite';
    outputs = new Outputs();
    #endpoint;
    #mode;
    #run = { repositoryUrl: undefined, commit: undefined, tag: undefined, runUrl: undefined };
    #tellGitHub;
    #steps = [];
    #tests = [];
    #comparison;
    #log;
    #elapsedMs;
    #pinned;
    /** Before there is a deployment, no failure is one of the platform. */
    #adviser = async () => NO_ADVICE;
    constructor(log, pinned, elapsedMs) {
        this.#log = log;
        this.#pinned = pinned;
        this.#elapsedMs = elapsedMs;
    }
    /** From now on, a failure is looked up. Who knows failures is only asked for when there is one. */
    adviseBy(adviser) {
        this.#adviser = adviser;
    }
    timeline = (step) => {
        const startedMs = this.#elapsedMs() - step.ms;
        this.#steps.push({ ...step, line: this.#log.clean(step.line), startedMs });
    };
    tested = (test) => {
        this.#tests.push({ ...test, name: this.#log.clean(test.name), line: this.#log.clean(test.line) });
    };
    /** Who reads of a failure must know of which deployment: a job may have several. */
    names({ app, run }) {
        this.#app = this.#log.clean(app ?? this.#app);
        this.#run = run;
    }
    /** Is told how the run ended before the summary is written, which holds what this warns of. */
    tellOn(github) {
        this.#tellGitHub = github;
    }
    /** Its texts come from the repository and from the platform. */
    compared = (comparison) => {
        this.#comparison = cleanedComparison(comparison, this.#log);
    };
    /** The first line of the log: what goes where. */
    start({ plan, access: { endpoint } }) {
        const { organization, name } = plan.target;
        this.#app = organization ? `${organization}/${name}` : name;
        this.#endpoint = endpoint.name;
        this.#mode = plan.mode;
        this.#log.info(`${purposeOf(plan, this.#app)} Dodil Ignite at ${endpoint.name}`);
    }
    /** A run that was given no secrets is green: nobody can mend it in that pull request. */
    async end(end) {
        if (!('secretless' in end))
            return await this.#finish(end, undefined);
        this.#app = end.app;
        this.#log.notice(outcome_notice/* SKIPPED */.$O[end.secretless]);
        await this.#finish({ status: 'skipped', reason: 'no_credentials' }, undefined);
    }
    /** One error annotation, and the exit code; no stack trace unless step debug is on. */
    async fail(error) {
        // The failure is told in any case.
        const explained = (0,action_failure/* explain */.WE)(error, await this.#adviser().catch(() => NO_ADVICE));
        const told = this.#tellDraft(explained, error) ? (0,action_failure/* besideWhatStays */.pW)(explained) : explained;
        const failure = this.#located(told);
        this.#log.again(failure.excerpt);
        const leftOut = this.#leftOutOf(failure, 'all');
        if (leftOut !== '')
            this.#log.info(leftOut);
        if (failure.snippet.length > 0)
            this.#log.info('What to add to the workflow:');
        for (const line of failure.snippet)
            this.#log.info(line);
        this.#log.error(failure.title, (0,action_failure/* annotationLines */.bK)(failure));
        if (failure.stack)
            this.#log.debug(failure.stack);
        process.exitCode = 1;
        // The summary lists the errors that were found, with links, above what the tool ended with.
        await this.#finish({ status: 'failed', reason: failure.reason }, this.#pinned.hasErrors ? told : failure);
    }
    /** Where code was not made into a draft, the first error in it comes first: what the tool ends with says less. */
    #located(failure) {
        if (failure.reason !== 'compile_failed' && failure.reason !== 'build_failed')
            return failure;
        const [first = '', ...others] = failure.lines;
        // What builds an image ends with its own error.
        const line = failure.reason === 'compile_failed' ? failure.known?.line : undefined;
        const told = line && (0,remote_text/* withoutGutter */.EV)((0,remote_text/* withoutColours */.mU)(line));
        return { ...failure, lines: [this.#pinned.withFirstError(first, told), ...others] };
    }
    /** The summary says above what stays live. False where there is nothing to tell. */
    #tellDraft({ reason }, error) {
        const { facts } = this.outputs;
        if (!isDraftLeft(facts, reason, error))
            return false;
        this.#log.notice(`${liveWords(facts)} ${SLOT}`, `The ${SLOT}`);
        return true;
    }
    async #finish(outcome, failure) {
        const ms = this.#elapsedMs();
        // First, because what keeps them from being written is told as the run's failure, once.
        this.#setOutputs(outcome, { ms, isFailure: failure !== undefined });
        this.#pinned.pin(this.#log, failure !== undefined);
        this.#tellWholeLog(failure !== undefined);
        this.#tellOutcome(outcome, ms);
        const story = this.#story(outcome, { ms, failure });
        await this.#tellOnGitHub(story);
        await (0,summary/* writeSummary */.Sy)((0,summary/* renderSummary */.Br)(story), (text) => this.#log.warning(text));
    }
    #story(outcome, { ms, failure }) {
        const { repositoryUrl, commit, tag } = this.#run;
        return {
            app: this.#app,
            mode: this.#mode,
            endpoint: this.#endpoint,
            commit: { repositoryUrl, commit },
            tag: tag && this.#log.clean(tag),
            outcome,
            facts: this.outputs.facts,
            comparison: this.#comparison,
            steps: this.#steps,
            tests: this.#tests,
            diagnostics: this.#pinned.list({ repositoryUrl, commit }),
            leftOut: failure ? this.#leftOutOf(failure, 'skipped') : '',
            remarks: this.#log.remarks,
            failure: failure && cleanedFailure(failure, this.#log),
            ms
        };
    }
    /** A run that was given no secrets has a token that only reads. */
    async #tellOnGitHub(story) {
        const { outcome, ms } = story;
        if (!this.#tellGitHub || outcome.status === 'skipped')
            return;
        await this.#tellGitHub(newsOf(story, this.#run.runUrl));
        // The ids that became known meanwhile are in `result`, too.
        this.#setOutputs(outcome, { ms, isFailure: story.failure !== undefined });
    }
    /** Where all that is of interest was shown, the file is nobody's concern. */
    #tellWholeLog(isFailed) {
        const { keptAt, isCut } = this.#log;
        if (keptAt === undefined || !(isFailed || isCut))
            return;
        this.#log.info(`The whole log of the platform, until the job ends: ${keptAt}`);
        this.#log.info('To keep it, give this step `id: deploy`, and add a step after it:');
        this.#log.info(UPLOAD);
    }
    #tellOutcome(outcome, ms) {
        const { facts } = this.outputs;
        const notice = (0,outcome_notice/* outcomeNotice */.t9)({ app: this.#app, outcome, facts, comparison: this.#comparison, ms });
        if (notice)
            this.#log.outcome(notice);
    }
    /** What a compile or a build misses may be what was not packed. What may hold secrets is a remark by itself. */
    #leftOutOf({ reason }, which) {
        const isOfCode = reason === 'compile_failed' || reason === 'build_failed';
        return isOfCode ? this.#log.clean(this.#pinned.leftOut(which)) : '';
    }
    /** A failure is told once: that its outputs cannot be written either is a detail. */
    #setOutputs(outcome, { ms, isFailure }) {
        try {
            this.outputs.finish(outcome, ms);
        }
        catch (error) {
            if (!isFailure)
                throw error;
            this.#log.debug(`The outputs were not written: ${(0,errors/* why */.d8)(error)}`);
        }
    }
}


/***/ }),

/***/ 862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y5: () => (/* binding */ RunnerLedger)
/* harmony export */ });
/* unused harmony exports liveIn, readOpenRun, readLive, readOpenOnGitHub */
/* harmony import */ var _toolkit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6683);


/** The one key under which main leaves what post must know. */
const STATE_KEY = 'ignite_deploy';
/** Writes state the moment something exists that post may have to settle: each write is one append to a file. */
class RunnerLedger {
    #run;
    #open;
    #live;
    #isLiveKept = false;
    #github;
    constructor(run) {
        this.#run = run;
    }
    get open() {
        return this.#open;
    }
    write(open) {
        this.#open = open;
        this.#live = liveIn(open);
        this.#save();
    }
    close() {
        this.#open = undefined;
        this.#save();
    }
    /** To be called when the run ends well: post tells what it made live, should the job fail. */
    keepLive() {
        if (this.#open !== undefined || !this.#live)
            return;
        this.#isLiveKept = true;
        this.#save();
    }
    /** What is begun on GitHub, and to be ended there. */
    keepGitHub(github) {
        this.#github = github;
        this.#save();
    }
    #save() {
        const closed = this.#open === undefined && this.#github?.isTold !== false;
        const open = this.#open && withoutSecrets(this.#open);
        const live = this.#isLiveKept ? this.#live : undefined;
        save({ run: this.#run, closed, open, live, github: this.#github });
    }
}
/** Undefined where nothing is published, as far as main knew. */
function liveIn(open) {
    if (open.phase !== 'published')
        return undefined;
    const { app, publishedVersion, previousVersion, url } = open;
    return { app, publishedVersion, previousVersion, url };
}
function save(state) {
    (0,_toolkit_js__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ)(STATE_KEY, JSON.stringify(state));
}
/** The environment's values may be secret, and the file is there to be read by every later step. */
function withoutSecrets(open) {
    if (open.phase === 'building')
        return open;
    const { envValues: _, ...rest } = open;
    return rest;
}
/**
 * What main left open. Undefined where the state is closed; a sentence where it is not ours to act on: a state from
 * another run, or one that a log may have forged.
 */
function readOpenRun(text, run) {
    const state = parse(text);
    if (!isRecord(state) || typeof state['run'] !== 'string')
        return 'The saved state is unreadable.';
    if (state['run'] !== run)
        return 'The saved state belongs to another run.';
    if (state['closed'] === true || (state['open'] === undefined && isOpenOnGitHub(state['github'])))
        return undefined;
    return isOpenRun(state['open']) ? state['open'] : 'The saved state is not in the form that main writes.';
}
/** What main made live and post has nothing to do for; undefined where there is none, or it is another run's. */
function readLive(text, run) {
    const state = parse(text);
    if (!isRecord(state) || state['run'] !== run || !isRecord(state['live']))
        return undefined;
    const { live } = state;
    const isLive = isApp(live['app']) && isVersion(live['publishedVersion']) && isVersion(live['previousVersion']);
    return isLive && isOptional(live['url'], isText) ? live : undefined;
}
/** What main began on GitHub; undefined where there is nothing, or it is another run's. */
function readOpenOnGitHub(text, run) {
    const state = parse(text);
    return isRecord(state) && state['run'] === run && isOpenOnGitHub(state['github']) ? state['github'] : undefined;
}
function isOpenOnGitHub(value) {
    if (!isRecord(value) || typeof value['isTold'] !== 'boolean')
        return false;
    return (isOptional(value['url'], isText) &&
        isOptional(value['deployment'], isVersion) &&
        isOptional(value['former'], isVersion));
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function isOpenRun(value) {
    if (!isRecord(value) || !isApp(value['app']) || !isVersion(value['previousVersion']))
        return false;
    if (!isOptional(value['settingsBefore'], isRecord) ||
        !isOptional(value['settingsAfter'], isRecord) ||
        !isOptional(value['envChanged'], isNames))
        return false;
    if (!isOptional(value['payloadChecksum'], isText) || !isOptional(value['url'], isText))
        return false;
    if (value['phase'] === 'building')
        return isText(value['buildId']);
    if (value['phase'] === 'changed')
        return true;
    if (!isOptional(value['builds'], (builds) => builds === true))
        return false;
    if (!isVersion(value['highestVersion']) || !isFingerprint(value['fingerprint']))
        return false;
    if (!isOptional(value['isGoingBack'], (goes) => goes === true))
        return false;
    return value['phase'] === 'publishing' || (value['phase'] === 'published' && isVersion(value['publishedVersion']));
}
function isOptional(value, is) {
    return value === undefined || is(value);
}
function isApp(value) {
    return isRecord(value) && isText(value['organization']) && isText(value['name']);
}
function isText(value) {
    return typeof value === 'string';
}
function isVersion(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
function isNames(value) {
    return Array.isArray(value) && value.every(isText);
}
function isFingerprint(value) {
    if (!isRecord(value))
        return false;
    const texts = ['codeHash', 'imageRef', 'codeKind'].every((name) => isText(value[name]));
    return texts && typeof value['createdAtMs'] === 'number';
}


/***/ }),

/***/ 2703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stopSwitch)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9392);


const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGBREAK'];
/** A runner sends the same signals for both. */
const CANCELLED = 'GitHub stopped this step: the run was cancelled, or the `timeout-minutes` of the step or job ended.';
const LOOK = 'GitHub\u2019s own line at the end of this step says which. Run the job again, after a timeout with a larger `timeout-minutes`.';
/** Something that is no error was thrown where nobody awaits it. */
class UnheldError extends Error {
    constructor(thrown) {
        super(`thrown and not awaited: ${(0,_model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .why */ .d8)(thrown)}`);
        this.name = 'UnheldError';
    }
}
/**
 * Turns the runner's signals into one AbortSignal. The listeners stay for the whole run: a second signal must not kill
 * the process before it has said what happened (docs/runner.md, Signals). A log that nobody reads any more is a runner
 * that is gone: nothing more is deployed for it, and what is still written is lost without an error.
 */
function stopSwitch() {
    const controller = new AbortController();
    let timer;
    const cancel = () => controller.abort(new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9('cancelled', CANCELLED, { hint: LOOK }));
    const lose = () => controller.abort(new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9('cancelled', 'The runner does not read the log any more.'));
    for (const signal of SIGNALS)
        process.on(signal, cancel);
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', lose);
    return {
        signal: controller.signal,
        fail: (error) => controller.abort(error instanceof Error ? error : new UnheldError(error)),
        limit(ms, { what, hint }) {
            const message = `${what} took longer than ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)}.`;
            timer = setTimeout(() => controller.abort(new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9('timed_out', message, { hint })), ms);
            timer.unref();
        },
        [Symbol.dispose]() {
            clearTimeout(timer);
            for (const signal of SIGNALS)
                process.off(signal, cancel);
            for (const stream of [process.stdout, process.stderr])
                stream.off('error', lose);
        }
    };
}


/***/ }),

/***/ 4403:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fileUrl),
/* harmony export */   w: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2714);

const SHOWN_DIGITS = 7;
/** The commit by its first digits, as a link; empty where it is not known. */
function commitLink({ repositoryUrl, commit }) {
    if (repositoryUrl === undefined || commit === undefined)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)(`${repositoryUrl}/commit/${commit}`, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(commit.slice(0, SHOWN_DIGITS)));
}
/** A file of the repository at the commit; undefined where that is not known. */
function fileUrl({ repositoryUrl, commit }, file, line) {
    if (repositoryUrl === undefined || commit === undefined)
        return undefined;
    const place = file.split('/').map(encodeURIComponent).join('/');
    return `${repositoryUrl}/blob/${commit}/${place}${line === undefined ? '' : `#L${line}`}`;
}


/***/ }),

/***/ 7922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   Ke: () => (/* binding */ testResult),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   Uk: () => (/* binding */ belowHeadline)
/* harmony export */ });
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8158);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9392);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2714);
/* harmony import */ var _words_outcome_notice_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7086);
/* harmony import */ var _commit_links_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4403);





/** What is wrong, in a few words. A run that does not fail needs none. */
const FAILED = {
    source_error: 'its source cannot be deployed',
    auth_failed: 'the credentials are refused',
    permission_denied: 'the credentials lack a right',
    app_missing: 'there is no such app',
    draft_conflict: 'another run deploys the same app',
    compile_failed: 'the code does not compile',
    build_failed: 'the image cannot be built',
    test_failed: 'the draft does not pass its test',
    publish_failed: 'the platform did not publish it',
    publish_unknown: 'it is not known whether it was published',
    verify_failed: 'the new version does not come up',
    settings_failed: 'its settings were not applied',
    rollback_refused: 'it was not rolled back',
    cancelled: 'the run was stopped',
    timed_out: 'the run took too long',
    platform_unavailable: 'the platform does not answer',
    unsupported_server: 'the platform lacks what this run needs'
};
/** What stands below the headline: all that somebody wants to know who has ten seconds. */
function belowHeadline(head) {
    const { failure, facts, mode } = head;
    const stays = failure === undefined || saysNothingSent(failure) ? '' : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .paragraph */ .FY)(whatIsLive(facts, mode))}**`;
    return [stays, keyFacts(head)];
}
/** In one line, inert. */
function headline(head) {
    const { sign, words } = resultOf(head);
    const isPlan = head.failure === undefined && head.outcome.status === 'planned';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(`${sign} ${head.app}${isPlan ? ', ' : ': '}${words}`);
}
/** How it ended, in a few words. */
function resultOf({ outcome, facts, failure, comparison, mode }) {
    const { publishedVersion, activeVersion } = facts;
    if (failure)
        return { sign: '\u274c', words: whatFailed(failure) };
    switch (outcome.status) {
        case 'published':
            return outcome.reason === 'superseded'
                ? {
                    sign: '\u26a0\ufe0f',
                    words: `version ${activeVersion}, by another run, is live instead of version ${publishedVersion}`
                }
                : { sign: '\u2705', words: `version ${publishedVersion} is live` };
        case 'drafted':
            return { sign: '\ud83d\udcdd', words: 'a draft is saved, nothing is published' };
        case 'rolled_back':
            return { sign: '\u21a9\ufe0f', words: `rolled back, version ${activeVersion} is live` };
        case 'removed':
            return { sign: '\ud83d\uddd1\ufe0f', words: 'deleted' };
        case 'planned':
            return { sign: '\ud83d\udd0d', words: `dry run: ${(0,_words_outcome_notice_js__WEBPACK_IMPORTED_MODULE_1__/* .wouldChange */ .ev)(facts.changed, comparison)}` };
        case 'unchanged':
            if (mode === 'delete')
                return { sign: '\ud83d\uddd1\ufe0f', words: 'does not exist, nothing is deleted' };
            return outcome.reason === 'unchanged'
                ? { sign: '\u2705', words: `unchanged, ${(0,_words_outcome_notice_js__WEBPACK_IMPORTED_MODULE_1__/* .liveNow */ .BO)(facts, 'stays')}` }
                : { sign: '\u2139\ufe0f', words: (0,_words_outcome_notice_js__WEBPACK_IMPORTED_MODULE_1__/* .liveNow */ .BO)(facts, 'is') };
        default:
            return { sign: '\u23ed\ufe0f', words: 'not deployed' };
    }
}
function whatFailed({ headline, reason, title }) {
    return headline ?? FAILED[reason] ?? withSmallStart(title);
}
/** Then nothing can have been changed. */
function saysNothingSent(failure) {
    return whatFailed(failure).endsWith('nothing was sent');
}
function withSmallStart(title) {
    return title.slice(0, 1).toLowerCase() + title.slice(1);
}
/** After this step: what a later one, or post, makes of it is told by that one. */
function whatIsLive(facts, mode) {
    if (mode === 'rollback' || mode === 'delete')
        return whatTheCallLeft(facts);
    const { publishedVersion, previousVersion, activeVersion, changed } = facts;
    if (publishedVersion !== undefined) {
        const now = typeof activeVersion === 'number' ? `version ${activeVersion} is` : 'it is not known which version is';
        return `Version ${publishedVersion} was published; ${now} live after this step`;
    }
    if (activeVersion === 'unknown')
        return 'It is not known whether a version was published';
    const isThere = typeof previousVersion === 'number';
    const stays = isThere ? `version ${previousVersion} stays live` : 'nothing that is live was changed';
    if (changed === false)
        return `Nothing was published; ${stays}`;
    const settings = changed === true ? 'settings of the app were changed' : 'whether settings were changed is not known';
    return `Nothing was published; ${isThere ? `${stays}, ` : ''}${settings}`;
}
/** Of the one call that a rollback or a deletion is. */
function whatTheCallLeft({ activeVersion, changed }) {
    switch (activeVersion) {
        case undefined:
            return changed === false ? 'Nothing was changed' : 'It is not known what was changed';
        case 'unknown':
            return 'It is not known which version is live';
        case 'none':
            return 'No version is live';
        default:
            return changed === false
                ? `Nothing was changed; version ${activeVersion} stays live`
                : `Version ${activeVersion} is live after this step`;
    }
}
function keyFacts({ facts, failure, outcome, tests, endpoint, commit, tag, ms }) {
    const { publicUrls, publishedVersion, previousVersion, answer = 'not called' } = facts;
    const url = failure === undefined && publicUrls ? (0,_model_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .mainUrl */ .F)(publicUrls) : undefined;
    const isSwitched = publishedVersion !== undefined || outcome.status === 'rolled_back';
    const before = typeof previousVersion === 'number' ? `before: version ${previousVersion}` : 'the first version';
    const known = [
        url === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownLink */ .iQ)(url),
        failure === undefined && isSwitched ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(answer) : '',
        failure === undefined && isSwitched ? before : '',
        commitPart(commit),
        tag === undefined ? '' : `tag ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(tag)}`,
        failure === undefined ? testsPart(tests) : '',
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unbroken */ .D_)((0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(ms)),
        endpoint === undefined ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(`at ${endpoint}`)
    ];
    return known.filter((part) => part !== '').join(' \u00b7 ');
}
function commitPart(commit) {
    const link = (0,_commit_links_js__WEBPACK_IMPORTED_MODULE_2__/* .commitLink */ .w)(commit);
    return link === '' ? '' : `commit ${link}`;
}
/** Empty where there were none. */
function testsPart(tests) {
    const result = testResult(tests);
    if (tests.length < 2)
        return result === '' ? '' : `the test ${result}`;
    return result.replace(/(\d+) (passed|failed)$/, '$1 tests $2');
}
/** `passed`, `failed`, `3 passed`, `1 of 3 failed`; empty where there were none. */
function testResult(tests) {
    const failed = tests.filter(({ passed }) => !passed).length;
    const words = failed === 0 ? 'passed' : 'failed';
    if (tests.length < 2)
        return tests.length === 0 ? '' : words;
    return `${failed === 0 ? '' : `${failed} of `}${tests.length} ${words}`;
}


/***/ }),

/***/ 1554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wQ: () => (/* binding */ renderComment),
  Br: () => (/* binding */ renderSummary),
  Sy: () => (/* binding */ writeSummary)
});

// EXTERNAL MODULE: ./build/log/remote-text.js
var remote_text = __nccwpck_require__(415);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/action/failure.js
var action_failure = __nccwpck_require__(5541);
// EXTERNAL MODULE: ./build/action/markdown.js
var markdown = __nccwpck_require__(2714);
// EXTERNAL MODULE: ./build/action/toolkit.js + 5 modules
var toolkit = __nccwpck_require__(6683);
;// CONCATENATED MODULE: ./build/log/unified-diff.js
/** How many lines that are the same are shown around those that are not. */
const CONTEXT = 3;
const NO_END = '\n\\ No newline at end of file';
/**
 * Two texts as a unified diff without the lines that name the files; empty where they are the same. It takes the time
 * and the memory of one text's lines times the other's.
 */
function unifiedDiff(before, after) {
    const lines = merged(linesOf(before), linesOf(after));
    return hunksOf(lines)
        .map((hunk) => shownHunk(lines, hunk))
        .join('\n');
}
function linesOf(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    return last === '' ? lines : [...lines, last + NO_END];
}
/** Both in one, with as many lines as can be that are the same. */
function merged(before, after) {
    const width = after.length + 1;
    // For each place in both: how many lines are the same from there on.
    const same = new Uint32Array((before.length + 1) * width);
    const from = (old, fresh) => same[old * width + fresh] ?? 0;
    for (let old = before.length - 1; old >= 0; old--) {
        for (let fresh = after.length - 1; fresh >= 0; fresh--) {
            same[old * width + fresh] =
                before[old] === after[fresh]
                    ? from(old + 1, fresh + 1) + 1
                    : Math.max(from(old + 1, fresh), from(old, fresh + 1));
        }
    }
    const lines = [];
    for (let old = 0, fresh = 0; old < before.length || fresh < after.length;) {
        const isSame = old < before.length && before[old] === after[fresh];
        const isGone = old < before.length && (fresh === after.length || from(old + 1, fresh) >= from(old, fresh + 1));
        if (isSame)
            lines.push({ sign: ' ', text: before[old] ?? '' });
        else if (isGone)
            lines.push({ sign: '-', text: before[old] ?? '' });
        else
            lines.push({ sign: '+', text: after[fresh] ?? '' });
        if (isSame || isGone)
            old++;
        if (isSame || !isGone)
            fresh++;
    }
    return lines;
}
/** Lines that differ with those around them; what would meet or overlap is one hunk. */
function hunksOf(lines) {
    const hunks = [];
    for (const [at, { sign }] of lines.entries()) {
        if (sign === ' ')
            continue;
        const start = Math.max(0, at - CONTEXT);
        const end = Math.min(lines.length, at + CONTEXT + 1);
        const last = hunks.at(-1);
        if (last && start <= last.end)
            hunks[hunks.length - 1] = { start: last.start, end };
        else
            hunks.push({ start, end });
    }
    return hunks;
}
function shownHunk(lines, { start, end }) {
    const shown = lines.slice(start, end);
    const range = (other, sign) => {
        const before = lines.slice(0, start).filter((line) => line.sign !== other).length;
        const count = shown.filter((line) => line.sign !== other).length;
        return `${sign}${count === 0 ? before : before + 1},${count}`;
    };
    const head = `@@ ${range('+', '-')} ${range('-', '+')} @@`;
    return [head, ...shown.map(({ sign, text }) => sign + text)].join('\n');
}

// EXTERNAL MODULE: ./build/model/comparison.js
var model_comparison = __nccwpck_require__(201);
;// CONCATENATED MODULE: ./build/action/summary/comparison-part.js




/** Nobody reads more rows. */
const MOST_ROWS = 100;
/** Of all differences of texts together: the rest of the summary must have room. */
const MOST_DIFF_BYTES = 200 * 1024;
/**
 * What differs from the version that was active, with the differences of short texts; folded away after a deployment.
 * The texts are redacted and clean already.
 */
function comparisonPart(comparison, isPlan) {
    const { changes, same } = comparison;
    const rest = same === 0 ? '' : `${(0,words/* count */.U9)(same, 'file')} ${same === 1 ? 'is' : 'are'} the same.`;
    const parts = [changes.length > 0 ? changeTable(changes) : '', (0,markdown/* prose */.CS)(rest), ...diffs(changes)];
    const body = parts.filter((part) => part !== '').join('\n\n');
    if (body === '')
        return '';
    return isPlan ? body : (0,markdown/* details */.zH)(comparisonTitle(comparison), body);
}
/** What differs, in a line. */
function comparisonTitle(comparison) {
    const { version, line } = comparison;
    if (version === 0)
        return `The first version: ${line}`;
    switch ((0,model_comparison/* isChanged */.H)(comparison)) {
        case true:
            return `Compared with version ${version}: ${line}`;
        case false:
            return `Compared with version ${version}: nothing differs`;
        default:
            return `Compared with version ${version}, as far as it can be: nothing differs`;
    }
}
function changeTable(changes) {
    const rows = changes.slice(0, MOST_ROWS).map((change) => [KINDS[change.kind], what(change), (0,markdown/* prose */.CS)(change.detail)]);
    const more = changes.length > MOST_ROWS ? [`${(0,words/* count */.U9)(changes.length - MOST_ROWS, 'more change')} not shown.`] : [];
    return [(0,markdown/* table */.tp)(['Change', 'What', 'From, to'], rows), ...more].join('\n\n');
}
const KINDS = {
    added: 'added',
    changed: 'changed',
    removed: 'removed',
    unknown: 'not compared'
};
function what({ part, name }) {
    switch (part) {
        case 'file':
            return (0,markdown/* code */.aY)(name);
        case 'setting':
        case 'code':
            return (0,markdown/* prose */.CS)(name);
        default:
            return `${part} ${(0,markdown/* code */.aY)(name)}`;
    }
}
/** As many as fit, each whole. */
function diffs(changes) {
    const texts = changes.flatMap(({ name, texts }) => (texts ? [{ name, texts }] : []));
    const shown = [];
    let room = MOST_DIFF_BYTES;
    for (const each of texts) {
        const diff = shownDiff(each);
        room -= Buffer.byteLength(diff);
        if (room < 0)
            break;
        shown.push(diff);
    }
    const left = texts.length - shown.length;
    return left === 0 ? shown : [...shown, `The differences of ${(0,words/* count */.U9)(left, 'more file')} are not shown.`];
}
function shownDiff({ name, texts: { before, after } }) {
    const diff = unifiedDiff(before, after);
    return diff === '' ? `${(0,markdown/* code */.aY)(name)} differs in signs that are not shown.` : `${(0,markdown/* code */.aY)(name)}\n\n${(0,markdown/* fenced */.OF)('diff', diff)}`;
}

// EXTERNAL MODULE: ./build/action/summary/headline.js
var headline = __nccwpck_require__(7922);
;// CONCATENATED MODULE: ./build/action/summary/timeline-chart.js

/** In milliseconds. The axis of a shorter run has fractions of seconds. */
const SHORT_RUN = 10_000;
/** On a telephone the labels of more would lie over each other. */
const MOST_TICKS = 4;
const TICKS = [
    ...[10, 20, 50, 100, 200, 500, 1000, 2000, 5000],
    ...[10, 15, 30, 60, 120, 300, 600, 900, 1800].map((seconds) => seconds * 1000)
];
/**
 * The steps, of which there is one at least, as one picture on a time axis, as GitHub draws it. Its texts are words of
 * ours, and of each only what has no meaning to Mermaid; the fence is one that no remote text is asked for.
 */
function timelineChart(steps) {
    const begin = Math.min(...steps.map(({ startedMs }) => startedMs));
    const end = Math.max(...steps.map(({ startedMs, ms }) => startedMs + ms));
    const axis = end - begin < SHORT_RUN ? '%S.%L' : '%M:%S';
    const tick = `${tickOf(end - begin)}millisecond`;
    const head = ['gantt', '  dateFormat x', `  axisFormat ${axis}`, `  tickInterval ${tick}`, '  todayMarker off'];
    return ['~~~mermaid', ...head, ...steps.map((step) => `  ${task(step, begin)}`), '~~~'].join('\n');
}
/** The least of these that makes few enough ticks, in milliseconds. */
function tickOf(ms) {
    const least = ms / MOST_TICKS;
    return TICKS.find((tick) => tick >= least) ?? Math.ceil(least / 3_600_000) * 3_600_000;
}
function task({ name, ms, startedMs, failed }, begin) {
    const from = Math.round(startedMs - begin);
    const to = Math.max(from + 1, Math.round(startedMs - begin + ms));
    return `${plain(name)} ${(0,words/* duration */.p0)(ms)} :${failed ? 'crit, ' : ''}${from}, ${to}`;
}
function plain(name) {
    return name.replace(/[^A-Za-z0-9 ]/g, ' ');
}

;// CONCATENATED MODULE: ./build/action/summary/summary.js









/** The runner drops a summary over 1 MiB whole. */
const MOST_BYTES = 900 * 1024;
/** Of one app's part of a comment, which may hold several. */
const MOST_COMMENT_BYTES = 20 * 1024;
const MOST_COMMENT_DIAGNOSTICS = 10;
/** Of a log's last lines in it: signs that Markdown would read take six bytes and more each. */
const MOST_EXCERPT_BYTES = 200 * 1024;
/** What somebody reads who did not start the run: how it ended first, then the cause and the cure, the rest folded away. */
function renderSummary(story) {
    const { failure, comparison, outcome } = story;
    return fitted([
        `### ${(0,headline/* headline */.Pl)(story)}`,
        ...firstScreen(story),
        remarkList(story),
        failedTests(story),
        failure ? excerptPart(failure) : '',
        comparison ? comparisonPart(comparison, outcome.status === 'planned') : '',
        stepsPart(story)
    ], MOST_BYTES);
}
/** What the comment on a pull request shows, too: the least of the whole that tells what happened and what helps. */
function renderComment(story, last) {
    const first = firstScreen({ ...story, diagnostics: firstLines(story.diagnostics) });
    return fitted([...first, failedTests(story), changesPart(story), last], MOST_COMMENT_BYTES).trimEnd();
}
/** A plan is what was asked for; of a deployment a line will do. */
function changesPart({ comparison, outcome }) {
    if (!comparison)
        return '';
    const whole = outcome.status === 'planned' ? comparisonPart(comparison, true) : '';
    return whole !== '' && Buffer.byteLength(whole) <= MOST_COMMENT_BYTES / 2
        ? whole
        : (0,markdown/* paragraph */.FY)(comparisonTitle(comparison));
}
/** Of a list. */
function firstLines(list) {
    const lines = list.split('\n');
    const rest = lines.length - MOST_COMMENT_DIAGNOSTICS;
    return rest <= 0
        ? list
        : [...lines.slice(0, MOST_COMMENT_DIAGNOSTICS), `- and ${rest} more in the summary`].join('\n');
}
function firstScreen(story) {
    const { failure, diagnostics, leftOut, facts } = story;
    return [
        ...(0,headline/* belowHeadline */.Uk)(story),
        diagnostics,
        failure ? causeAndCure(facts.publishedVersion === undefined ? (0,action_failure/* besideWhatStays */.pW)(failure) : failure) : '',
        leftOut === '' ? '' : (0,markdown/* paragraph */.FY)(leftOut)
    ];
}
function failedTests({ tests }) {
    return tests.some(({ passed }) => !passed) ? testTable(tests) : '';
}
/** The parts that fit, each whole, so that no markup is left open. */
function fitted(parts, mostBytes) {
    let text = '';
    let isWhole = true;
    for (const part of parts.filter((each) => each !== '')) {
        const longer = text === '' ? part : `${text}\n\n${part}`;
        if (Buffer.byteLength(longer) <= mostBytes)
            text = longer;
        else
            isWhole = false;
    }
    return isWhole ? `${text}\n` : `${text}\n\nThe rest is too long for this place; it is in the job log.\n`;
}
/** A summary that cannot be written is no reason to fail a deployment. */
async function writeSummary(text, warn) {
    try {
        await toolkit/* summary */.z.addRaw(text).write({ overwrite: true });
    }
    catch (error) {
        warn(`The job summary was not written: ${(0,errors/* why */.d8)(error)}`);
    }
}
function causeAndCure({ lines, hint = '', snippet }) {
    const paragraphs = [...lines, ...hint.split('\n')].filter((line) => line.trim() !== '').map(markdown/* paragraph */.FY);
    return [...paragraphs, ...(snippet.length > 0 ? [(0,markdown/* block */.om)(snippet.join('\n'))] : [])].join('\n\n');
}
/** As many of the last lines as fit. */
function excerptPart({ excerpt, lines }) {
    let room = MOST_EXCERPT_BYTES;
    const from = excerpt.findLastIndex((line) => {
        room -= Buffer.byteLength((0,markdown/* block */.om)(line));
        return room < 0;
    });
    const kept = excerpt.slice(from + 1);
    const [only = '', ...others] = kept.map(remote_text/* withoutGutter */.EV);
    if (others.length === 0) {
        const isTold = only === '' || lines.some((line) => line.includes(only));
        return isTold ? '' : (0,markdown/* details */.zH)('The last line of its log', (0,markdown/* block */.om)(only));
    }
    return (0,markdown/* details */.zH)(`The last ${(0,words/* count */.U9)(kept.length, 'line')} of its log`, (0,markdown/* block */.om)([only, ...others].join('\n')));
}
function remarkList({ remarks }) {
    return remarks.map(({ kind, text }) => `- ${kind === 'warning' ? '\u26a0\ufe0f ' : ''}${(0,markdown/* prose */.CS)(text)}`).join('\n');
}
function testTable(tests) {
    return (0,markdown/* table */.tp)(['Test', 'Result', 'Time'], tests.map(({ name, passed, line, ms }) => [
        (0,markdown/* code */.aY)(name),
        `${passed ? '\u2705' : '\u274c'}&nbsp;${(0,markdown/* prose */.CS)(line)}`,
        (0,markdown/* unbroken */.D_)((0,words/* duration */.p0)(ms))
    ]));
}
function stepsPart({ steps, tests, facts, outcome }) {
    const isGood = tests.length > 0 && tests.every(({ passed }) => passed);
    const parts = [
        steps.length > 0 ? timelineChart(steps) : '',
        steps.length > 0 ? stepTable(steps) : '',
        isGood ? testTable(tests) : '',
        identityList(facts, outcome)
    ];
    return (0,markdown/* details */.zH)('Steps and digests', parts.filter((part) => part !== '').join('\n\n'));
}
function stepTable(steps) {
    return (0,markdown/* table */.tp)(['Step', 'Result', 'Time'], steps.map(({ name, line, ms, failed }) => [
        name,
        failed ? (0,markdown/* unbroken */.D_)('\u274c failed') : (0,markdown/* prose */.CS)(line),
        (0,markdown/* unbroken */.D_)((0,words/* duration */.p0)(ms))
    ]));
}
/** What tells this deployment from any other, whole. */
function identityList(facts, { status, reason }) {
    const { appId, codeHash, sourceDigest, imageRef, deployId, buildId, activeVersion } = facts;
    const known = [
        ['App', appId],
        ['Active after this step', typeof activeVersion === 'number' ? `version ${activeVersion}` : undefined],
        ['Package, sha256', sourceDigest],
        ['Code hash of the platform', codeHash],
        ['Image', imageRef],
        ['Compile', deployId],
        ['Build', buildId],
        ['Outcome', `${status}, ${reason}`]
    ];
    return known.flatMap(([name, value]) => (value ? [`- ${name}: ${(0,markdown/* code */.aY)(value)}`] : [])).join('\n');
}


/***/ }),

/***/ 6683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ debug),
  N4: () => (/* binding */ endGroup),
  hi: () => (/* binding */ printAnnotation),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./build/action/toolkit.js
/**
 * The parts of @actions/core that a run speaks to the runner by. The package's one entry also brings its OIDC client, and
 * with that 1 MB of HTTP that a run would load and never use (docs/decisions/0003-plain-bundle.md). So they are taken by
 * their paths, here alone.
 */





function setSecret(secret) {
    issue('add-mask', secret);
}
function startGroup(title) {
    issue('group', title);
}
function endGroup() {
    issue('endgroup');
}
function debug(text) {
    issue('debug', text);
}
function printAnnotation(level, text, place = {}) {
    issueCommand(level, toCommandProperties(place), text);
}
/** A runner without files for that reads them from the log, where they begin a line. */
function setOutput(name, value) {
    if (process.env['GITHUB_OUTPUT'])
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    else {
        process.stdout.write(external_node_os_.EOL);
        issueCommand('set-output', { name }, value);
    }
}
function saveState(name, value) {
    if (process.env['GITHUB_STATE'])
        issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    else
        issueCommand('save-state', { name }, value);
}


/***/ }),

/***/ 7086:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ SKIPPED),
/* harmony export */   BO: () => (/* binding */ liveNow),
/* harmony export */   ev: () => (/* binding */ wouldChange),
/* harmony export */   t9: () => (/* binding */ outcomeNotice)
/* harmony export */ });
/* harmony import */ var _model_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8158);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9392);


/** Why a run without credentials is green and has deployed nothing. */
const SKIPPED = {
    fork: 'Not deployed: this pull request comes from a fork, and GitHub gives such a run no secrets, so there are no ' +
        'credentials. To deploy it, merge it, or push its branch to this repository.',
    dependabot: 'Not deployed: this pull request is Dependabot\u2019s, and GitHub gives such a run none of the Actions secrets, so there ' +
        'are no credentials. To deploy it, store them as Dependabot secrets too, or merge it.'
};
/** A line that can be sent to somebody, where nobody has to open the log. Undefined where there is nothing to say. */
function outcomeNotice({ app, outcome, facts, comparison, ms }) {
    const { publishedVersion, activeVersion, publicUrls = [], changed, answer = 'not called' } = facts;
    const url = (0,_model_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .mainUrl */ .F)(publicUrls);
    const at = url ? ` at ${url}` : '';
    const live = liveNow(facts, 'is');
    const proof = `(${answer}, ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)})`;
    switch (`${outcome.status}, ${outcome.reason}`) {
        case 'published, ok':
        case 'published, recovered':
            return { title: 'Deployed', text: `${app}: version ${publishedVersion} is live${at} ${proof}` };
        case 'rolled_back, rolled_back':
            return { title: 'Rolled back', text: `${app}: version ${activeVersion} is live again${at} ${proof}` };
        case 'unchanged, unchanged':
            // Where there was nothing to delete, the step has said so.
            if (typeof activeVersion !== 'number')
                return undefined;
            return { title: 'Unchanged', text: `${app}: nothing to publish, version ${activeVersion} stays live${at}` };
        case 'drafted, ok':
            return { title: 'Draft saved', text: `${app}: ${shownDraft(facts)} is saved, ${live} (${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)})` };
        case 'removed, ok':
            return { title: 'Deleted', text: `${app} is deleted with all its versions (${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(ms)})` };
        case 'unchanged, ok':
            return { title: 'Status', text: `${app}: ${live}${at}` };
        case 'planned, planned':
            return { title: 'Dry run', text: `${app}: ${wouldChange(changed, comparison)}` };
        default:
            return undefined;
    }
}
/** By what a later run is told to publish it. */
function shownDraft({ codeHash, imageRef }) {
    const name = (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .withShortDigests */ .IK)(codeHash || imageRef || '');
    return name === '' ? 'the draft' : `the draft ${name}`;
}
/** Which version that is, as far as it was read. */
function liveNow({ activeVersion }, verb) {
    return typeof activeVersion === 'number' ? `version ${activeVersion} ${verb} live` : 'no version is live';
}
/** What came of a dry run. */
function wouldChange(changed, comparison) {
    const { version = 0, line = '' } = comparison ?? {};
    switch (changed) {
        case true:
            return version === 0 ? `a deploy would publish the first version: ${line}` : `a deploy would change ${line}`;
        case false:
            return 'a deploy would change nothing';
        default:
            return 'whether a deploy would change anything is not known';
    }
}


/***/ }),

/***/ 780:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  mv: () => (/* binding */ decorationBudget),
  G9: () => (/* binding */ openTelling),
  DQ: () => (/* binding */ readPullRequest)
});

;// CONCATENATED MODULE: ./build/github/budget.js
/** Time that several pieces of work share; what runs at the same time is counted once. */
class Budget {
    #clock;
    #leftMs;
    #running = 0;
    #since = 0;
    constructor(clock, ms) {
        this.#clock = clock;
        this.#leftMs = ms;
    }
    get leftMs() {
        return Math.max(0, this.#leftMs - this.#runningMs());
    }
    /** Does the work with a signal that ends it when nothing is left, and counts its time. */
    async spend(work) {
        if (this.#running === 0)
            this.#since = this.#clock.now();
        this.#running += 1;
        try {
            return await work(AbortSignal.timeout(Math.ceil(this.leftMs)));
        }
        finally {
            if (this.#running === 1)
                this.#leftMs -= this.#runningMs();
            this.#running -= 1;
        }
    }
    #runningMs() {
        return this.#running === 0 ? 0 : this.#clock.now() - this.#since;
    }
}

;// CONCATENATED MODULE: ./build/hidden-variables.js
/**
 * What `@actions/github` reads of the environment while it is loaded, for things that nobody here uses: it fails where the
 * event is no JSON or a proxy is of another kind than it knows, and prints where the event's file is missing.
 */
const READ_AT_LOAD = ['GITHUB_EVENT_PATH', 'https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
/** Takes these variables out of the environment, and puts them back when it is disposed of. */
function hideFromLoading() {
    const kept = READ_AT_LOAD.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
    });
    for (const [name] of kept)
        delete process.env[name];
    return { [Symbol.dispose]: () => void Object.assign(process.env, Object.fromEntries(kept)) };
}

// EXTERNAL MODULE: ./build/inputs/read-network.js
var read_network = __nccwpck_require__(497);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/run-clock.js + 1 modules
var run_clock = __nccwpck_require__(8783);
// EXTERNAL MODULE: ./build/version.js
var version = __nccwpck_require__(8508);
;// CONCATENATED MODULE: ./build/decorate.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






/** What all that a run says to GitHub may take together, so that it never dominates the run. */
const DECORATION_MS = 20_000;
function decorationBudget() {
    return new Budget(run_clock/* RUN_TIME */.i, DECORATION_MS);
}
/** Loads what speaks to GitHub: a run that tells nothing there loads nothing of it. */
async function openTelling(options) {
    const { request, inputs, facts, log, open, ledger, report, budget, stop } = options;
    const Decorations = await loadDecorations();
    const cancelled = cancelledBy(stop);
    const decorations = new Decorations({
        ...request,
        exchange: await exchangeBy(inputs),
        clock: (0,run_clock/* clockUntil */.V)(cancelled),
        budget,
        log,
        version: version/* VERSION */.x,
        stamp: facts.step,
        open,
        keep: (now) => ledger?.keepGitHub(now),
        report: (ids) => report?.(ids),
        stop: cancelled
    });
    return { begin: () => decorations.begin(), end: (news) => decorations.end(news) };
}
async function loadDecorations() {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const _hidden = __addDisposableResource(env_1, hideFromLoading(), false);
        const { Decorations } = await Promise.all(/* import() */[__nccwpck_require__.e("decorations-pull-requests-packages"), __nccwpck_require__.e("decorations")]).then(__nccwpck_require__.bind(__nccwpck_require__, 9680));
        return Decorations;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Reads a pull request from GitHub. Throws where that cannot be done. */
async function readPullRequest(number, { access, inputs, budget, stop }) {
    const askPullRequest = await loadAskPullRequest();
    const exchange = await exchangeBy(inputs);
    return await askPullRequest({ access, exchange, clock: (0,run_clock/* clockUntil */.V)(stop), budget, stop, version: version/* VERSION */.x }, number);
}
async function loadAskPullRequest() {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const _hidden = __addDisposableResource(env_2, hideFromLoading(), false);
        const { askPullRequest } = await Promise.all(/* import() */[__nccwpck_require__.e("decorations-pull-requests-packages"), __nccwpck_require__.e("pull-requests")]).then(__nccwpck_require__.bind(__nccwpck_require__, 9554));
        return askPullRequest;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
async function exchangeBy(inputs) {
    const { explainedExchange } = await __nccwpck_require__.e(/* import() */ "explained-exchange").then(__nccwpck_require__.bind(__nccwpck_require__, 9691));
    return explainedExchange((0,read_network/* readProxies */.rq)(inputs), 'GITHUB_API_URL');
}
/** A run that took too long may still tell it; one that is cancelled has seconds to live, and post tells. */
function cancelledBy(stop) {
    const cancelled = new AbortController();
    const look = () => {
        const { reason } = stop;
        if (reason instanceof errors/* Stopped */.C9 && reason.reason === 'cancelled')
            cancelled.abort(reason);
    };
    if (stop.aborted)
        look();
    stop.addEventListener('abort', look, { once: true });
    return cancelled.signal;
}


/***/ }),

/***/ 5866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I4: () => (/* binding */ ACCOUNT_VARIABLES),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   mE: () => (/* binding */ givenCredentials),
/* harmony export */   yO: () => (/* binding */ withoutScheme)
/* harmony export */ });
/* harmony import */ var _read_network_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(497);

/** The environment variables that a service account is read from: the samples\u2019 names, and the documentation\u2019s. */
const ACCOUNT_VARIABLES = [
    { id: 'DODIL_SA_ID', secret: 'DODIL_SA_SECRET' },
    { id: 'DODIL_SERVICE_ACCOUNT_ID', secret: 'DODIL_SERVICE_ACCOUNT_SECRET' }
];
/** All credentials of the run: none may be in what is packed. */
function credentialsOf(inputs) {
    const token = inputs.text('github-token');
    return [...givenCredentials(inputs).map(([, secret]) => secret), ...(token ? [token] : [])];
}
/** Each with the name of its input or variable. */
function givenCredentials(inputs) {
    const given = [
        ['token', inputs.text('token')],
        ['service-account-secret', inputs.text('service-account-secret')],
        ['registry-password', inputs.text('registry-password')],
        ['DODIL_TOKEN', inputs.variable('DODIL_TOKEN')],
        ...ACCOUNT_VARIABLES.map(({ secret }) => [secret, inputs.variable(secret)]),
        ...(0,_read_network_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyPasswords */ .PK)(inputs)
    ];
    return given.flatMap(([name, secret]) => (secret ? [[name, withoutScheme(secret)]] : []));
}
/** The word that stands before a token in a header is no secret, and hides none. */
function withoutScheme(token) {
    return token.replace(/^bearer[\s:]+(?=\S)/i, '');
}


/***/ }),

/***/ 4554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ readGitHub),
/* harmony export */   w: () => (/* binding */ readGitHubAccess)
/* harmony export */ });
/* harmony import */ var _model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40);
/* harmony import */ var _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9046);
/* harmony import */ var _read_preview_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8193);



/** The longest name of an environment that GitHub takes. */
const LONGEST_ENVIRONMENT = 255;
/** Undefined where nothing is to be told, or nothing can be. What is wrong with the inputs is in the reader. */
function readGitHub(inputs, facts) {
    const comment = readComment(inputs, facts);
    const deployment = readDeployment(inputs, facts);
    if (!comment && !deployment)
        return undefined;
    const access = readGitHubAccess(inputs, facts);
    if (typeof access !== 'string')
        return { plan: { comment, deployment, isForks: facts.secretless === 'fork' }, access };
    // A deploy needs nothing of GitHub.
    inputs.warn(`Nothing is told on GitHub: ${access}.`);
    return undefined;
}
function readComment(inputs, facts) {
    const wanted = inputs.read('comment', parseComment) ?? 'auto';
    const key = inputs.line('comment-key');
    const app = inputs.text('app');
    const isOfPreview = (0,_read_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .isPreview */ .bU)(inputs);
    if (wanted === false || (wanted === 'auto' && !isOfPreview)) {
        inputs.rejectUseless(isOfPreview ? ['comment-key'] : ['comment-key', 'pr-number'], `\`comment: ${wanted}\``);
        return undefined;
    }
    if (app === undefined || (isOfPreview && facts.pullRequestNumber === undefined))
        return undefined;
    // It may be somebody else's.
    if (inputs.problems.some((problem) => problem.inputs.includes('pr-number')))
        return undefined;
    return {
        key: key ?? app,
        part: `${app}@${endpointOf(inputs)}`,
        pullRequest: facts.pullRequestNumber,
        commit: facts.commit
    };
}
function readDeployment(inputs, facts) {
    const given = inputs.read('github-environment', parseEnvironment);
    const app = inputs.text('app');
    if (!inputs.boolean('github-deployment')) {
        inputs.rejectUseless(['github-environment'], '`github-deployment: false`');
        return undefined;
    }
    // Whether its value is well written is asked where the plan is read.
    const isDryRun = inputs.text('dry-run')?.toLowerCase() === 'true';
    if (app === undefined || isDryRun)
        return undefined;
    if (facts.commit === undefined) {
        inputs.warn('No deployment is made on GitHub: the runner does not say of which commit (GITHUB_SHA).');
        return undefined;
    }
    const preview = (0,_read_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .isPreview */ .bU)(inputs) ? (0,_read_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .previewNameIn */ .d9)(inputs, facts) : undefined;
    // One for all pull requests: an environment of each would stay behind, since a job may not remove one.
    const environment = given ?? (preview === undefined ? endpointOf(inputs) : `preview/${(0,_read_preview_js__WEBPACK_IMPORTED_MODULE_1__/* .nameIn */ .ZC)(app)}`);
    const checkRunId = inputs.text('check-run-id');
    return {
        ref: facts.commit,
        environment,
        task: `deploy:${preview ?? app}`,
        isTransient: preview !== undefined,
        isProduction: environment === 'production',
        checkRunId,
        logUrl: jobUrl(facts, checkRunId)
    };
}
/** The job's page, where the runner says which it is; else the run's. */
function jobUrl({ runUrl, repositoryUrl }, checkRunId) {
    if (runUrl === undefined)
        return repositoryUrl ?? '';
    return checkRunId === undefined ? runUrl : runUrl.replace(/\/attempts\/\d+$/, `/job/${checkRunId}`);
}
/** Whether it is well written is asked where it is read. */
function endpointOf(inputs) {
    return (0,_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .shortEndpoint */ .YJ)(inputs.text('api-endpoint') ?? 'staging');
}
/** How GitHub is asked, or why it cannot be, as a clause. */
function readGitHubAccess(inputs, facts) {
    const { repository, apiUrl } = facts;
    const token = inputs.text('github-token');
    if (token === undefined)
        return '`github-token` is empty';
    if (repository === undefined)
        return 'the runner does not name the repository (GITHUB_REPOSITORY)';
    const url = URL.parse(apiUrl);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && (0,_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname));
    if (!isSafe)
        return 'the address of its API (GITHUB_API_URL) is not https, and the token would be readable on the way';
    return { apiUrl, token, repository };
}
function parseComment(text) {
    if (text === 'auto')
        return { value: text };
    const parsed = (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .yG)(text);
    return 'value' in parsed ? parsed : { problem: 'is none of auto, true and false', fix: 'Write one of them.' };
}
function parseEnvironment(text) {
    const line = (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_2__/* .parseOneLine */ .a1)(text);
    if (!('value' in line) || text.length <= LONGEST_ENVIRONMENT)
        return line;
    return {
        problem: `has more than ${LONGEST_ENVIRONMENT} characters`,
        fix: 'Write a shorter name, for example production.'
    };
}


/***/ }),

/***/ 8193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ withPreviewCommit),
/* harmony export */   LW: () => (/* binding */ readPreview),
/* harmony export */   ZC: () => (/* binding */ nameIn),
/* harmony export */   bU: () => (/* binding */ isPreview),
/* harmony export */   d9: () => (/* binding */ previewNameIn),
/* harmony export */   kC: () => (/* binding */ shownAppIn),
/* harmony export */   pX: () => (/* binding */ withPullRequest)
/* harmony export */ });
/* harmony import */ var _model_values_host_label_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9828);
/* harmony import */ var _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9046);


const DEFAULT_NAME = '{app}-pr-{number}';
/** The facts, with the pull request that `pr-number` names. What the event says of another one is not about it. */
function withPullRequest(inputs, facts) {
    const number = inputs.read('pr-number', parsePullRequest);
    if (number === undefined || number === facts.pullRequestNumber)
        return facts;
    return { ...facts, pullRequestNumber: number, pullRequest: undefined };
}
/** The same, once GitHub has told of the pull request: a preview is of its commit, or of the one that another run built. */
function withPreviewCommit(inputs, facts, pullRequest) {
    const { builtBranch: built } = facts;
    // The number may come from whoever made the pull request, and would let it replace the preview of another one.
    if (built && facts.pullRequestNumber !== undefined) {
        if (!pullRequest) {
            const words = '`pr-number` may name another pull request than the one that was built, and GitHub did not tell.';
            inputs.reject(['pr-number'], words, 'Give the job `pull-requests: read`; the log says what GitHub answered.');
        }
        else if (!isSame(built, pullRequest.head)) {
            const words = `\`pr-number\` names a pull request of another branch than the one that this run\u2019s workflow was started by.`;
            inputs.reject(['pr-number'], words, 'Write the number of the pull request that was built.');
        }
    }
    return { ...facts, pullRequest, commit: facts.builtCommit ?? pullRequest?.headSha ?? facts.commit };
}
/** Of a repository that was deleted, GitHub does not say which one it was. */
function isSame(a, b) {
    return a.repository !== undefined && a.repository === b.repository && a.name === b.name;
}
/** Undefined where something is wrong; the reader then holds it. */
function readPreview(inputs, facts, app) {
    const { pullRequestNumber: number, repository } = facts;
    const template = inputs.read('preview-name', parseTemplate, inputs.text('preview-name') ?? DEFAULT_NAME);
    if (number === undefined) {
        inputs.rejectLacking(['pr-number'], '`mode: preview` is for a pull request, and the event of this run names none.', 'Run the workflow on `pull_request`, or write the number in `pr-number`.');
    }
    if (repository === undefined) {
        const fix = 'Without it, a preview could not be told from any other app.';
        inputs.rejectLacking(['mode'], '`mode: preview` needs to know the repository (GITHUB_REPOSITORY).', fix);
    }
    if (template === undefined || number === undefined || repository === undefined || !app)
        return undefined;
    const name = previewName(template, app.name, number);
    checkName(inputs, { ...app, name });
    return { target: { ...app, name }, madeBy: `${repository}#${number}` };
}
function isPreview(inputs) {
    return inputs.text('mode') === 'preview';
}
/** What the preview is called; undefined where that cannot be told. */
function previewNameIn(inputs, { pullRequestNumber: number }) {
    const app = inputs.text('app');
    if (app === undefined || number === undefined)
        return undefined;
    return previewName(inputs.text('preview-name') ?? DEFAULT_NAME, nameIn(app), number);
}
/** How people are told of the run's app where there is no plan: as the plan would be; undefined where none is named. */
function shownAppIn(inputs, facts) {
    const app = inputs.text('app');
    if (app === undefined)
        return undefined;
    const organization = app.slice(0, -nameIn(app).length).replace(':', '/');
    const name = isPreview(inputs) ? previewNameIn(inputs, facts) : undefined;
    return `${organization}${name ?? nameIn(app)}`;
}
/** Without the organization. */
function nameIn(app) {
    return app.slice(app.indexOf(':') + 1);
}
function previewName(template, app, number) {
    return template.replaceAll('{app}', app).replaceAll('{number}', String(number));
}
/** Which organization an app is of is not always known yet. */
function checkName(inputs, { organization, name }) {
    const parsed = (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseName */ .$q)(name);
    if ('problem' in parsed) {
        inputs.reject(['preview-name'], `The preview would be called ${name}, which ${parsed.problem}.`, parsed.fix);
    }
    else if (organization !== undefined)
        checkLength(inputs, { organization, name });
}
function checkLength(inputs, app) {
    const label = (0,_model_values_host_label_js__WEBPACK_IMPORTED_MODULE_1__/* .hostLabel */ .v)(app);
    if (label.length <= _model_values_host_label_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_LABEL */ .m)
        return;
    inputs.reject(['preview-name'], `The preview\u2019s host would be ${label}, which has ${label.length} characters; DNS takes ${_model_values_host_label_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_LABEL */ .m}.`, 'Write a shorter name, for example pr-{number}-x.');
}
function parsePullRequest(text) {
    const parsed = (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInteger */ .cG)(text, { min: 1, max: 2_147_483_647 });
    return 'value' in parsed
        ? parsed
        : { problem: 'is not the number of a pull request', fix: 'Write its number alone, for example 12.' };
}
function parseTemplate(text) {
    if (!text.includes('{number}')) {
        const fix = 'Write {number} where the number of the pull request goes: each must have an app of its own.';
        return { problem: 'does not hold {number}', fix };
    }
    const other = /\{(?!app\}|number\})[^}]*\}?/.exec(text);
    return other ? { problem: 'holds braces around another word', fix: 'Use {app} and {number}.' } : { value: text };
}


/***/ }),

/***/ 1457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fs: () => (/* binding */ SETTING_INPUTS),
/* harmony export */   Hp: () => (/* binding */ ACCESS_INPUTS),
/* harmony export */   cw: () => (/* binding */ MANY_LINES),
/* harmony export */   kC: () => (/* binding */ SHOWN),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   zY: () => (/* binding */ DEFAULTS)
/* harmony export */ });
/* harmony import */ var _model_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4317);

/** Where, and as whom. */
const ACCESS_INPUTS = [
    'token',
    'service-account-id',
    'service-account-secret',
    'api-endpoint',
    'auth-url',
    'descriptors'
];
/** The inputs that action.yml declares. A test compares the two. */
const INPUTS = [
    'app',
    'mode',
    'create-app',
    'confirm',
    'working-directory',
    ...ACCESS_INPUTS,
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dependencies',
    'input-schema',
    'output-schema',
    'dockerfile-path',
    'build-args',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-url',
    'git-ref',
    'git-sub-path',
    'git-secret-ref',
    'image-ref',
    'registry-secret-ref',
    'registry-server',
    'registry-username',
    'registry-password',
    'env',
    'env-file',
    'env-update-strategy',
    'description',
    'tier',
    'memory',
    'cpu',
    'timeout-seconds',
    'reserved',
    'max-replicas',
    'max-concurrency',
    'storage-mode',
    'ttl',
    'mcp-enabled',
    'auto-mode',
    'allow-unauthenticated',
    'health-path',
    'ports',
    'config-file',
    'test-payload',
    'test-payload-file',
    'test-expect',
    'test-timeout-seconds',
    'expected-code-hash',
    'version',
    'dry-run',
    'skip-if-unchanged',
    'verify-url',
    'verify-timeout-seconds',
    'rollback-on-failure',
    'rollback-on-cancel',
    'timeout-minutes',
    'github-token',
    'comment',
    'comment-key',
    'pr-number',
    'preview-name',
    'github-deployment',
    'github-environment',
    'job-status',
    'check-run-id'
];
/** What an app is set to, which a config file may hold, too. */
const SETTING_INPUTS = [
    ..._model_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTING_NAMES */ .OI.map((name) => _model_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .SETTINGS */ .yy[name].input),
    'env-file',
    'env-update-strategy'
];
/** What action.yml fills in where the user says nothing: it is not known then that they did. */
const DEFAULTS = {
    mode: 'deploy',
    'create-app': 'true',
    'working-directory': '.',
    'api-endpoint': 'staging',
    descriptors: 'reflection',
    'test-timeout-seconds': '60',
    'dry-run': 'false',
    'skip-if-unchanged': 'false',
    'verify-url': 'auto',
    'verify-timeout-seconds': '300',
    'rollback-on-failure': 'false',
    'rollback-on-cancel': 'false',
    'timeout-minutes': '30',
    comment: 'auto',
    'github-deployment': 'false'
};
/** Inputs that take several lines: lists, keys with values, JSON. */
const MANY_LINES = [
    'dependencies',
    'input-schema',
    'output-schema',
    'build-args',
    'image-tags',
    'env',
    'description',
    'ports',
    'test-payload',
    'test-payload-file',
    'test-expect'
];
/** Inputs that hold no secret, also where they are filled by mistake: a message repeats what is wrong with them. */
const SHOWN = [
    'app',
    'mode',
    'create-app',
    'confirm',
    'working-directory',
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dockerfile-path',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-ref',
    'git-sub-path',
    'image-ref',
    'registry-server',
    'env-update-strategy',
    'tier',
    'memory',
    'cpu',
    'timeout-seconds',
    'reserved',
    'max-replicas',
    'max-concurrency',
    'storage-mode',
    'ttl',
    'mcp-enabled',
    'auto-mode',
    'allow-unauthenticated',
    'health-path',
    'ports',
    'test-timeout-seconds',
    'expected-code-hash',
    'version',
    'dry-run',
    'skip-if-unchanged',
    'verify-timeout-seconds',
    'rollback-on-failure',
    'rollback-on-cancel',
    'timeout-minutes',
    'comment',
    'comment-key',
    'pr-number',
    'preview-name',
    'github-deployment',
    'github-environment',
    'job-status',
    'check-run-id'
];


/***/ }),

/***/ 1262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ InputReader)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9392);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1457);
/* harmony import */ var _meant_name_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2563);
/* harmony import */ var _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9046);





const PREFIX = 'INPUT_';
/** Of a value that a message repeats. */
const MOST_SHOWN = 60;
/** Reads inputs by name and gathers all that is wrong with them, so that one report names everything. */
class InputReader {
    problems = [];
    /** What may be of use to who reads the log of a run that goes on. */
    notes = [];
    #env;
    #given;
    #warn;
    #file = new Map();
    /** Those of the problems that a run without secrets may have, though nothing is wrong in it. */
    #ofLack = new Set();
    /** Inputs that were given by another name: that they are not given is told by that. */
    #meant = new Set();
    /** @param warn Told what is taken, and was perhaps not meant so. */
    constructor(env, warn = () => undefined) {
        this.#env = env;
        this.#given = givenIn(env);
        this.#warn = warn;
    }
    /** From now on, what is not given is looked for among these. */
    consult(file) {
        this.#file = file;
    }
    /** What is wrong with what is given: neither that something is not, nor what is wrong with files. */
    get wrongValues() {
        return this.problems.filter((problem) => !this.#ofLack.has(problem));
    }
    /**
     * The input as it stands, else as the file gives it, or undefined where it is absent or empty: the runner does not
     * tell the two apart.
     */
    raw(name) {
        return this.#inFile(name)?.text || this.#env[variableOf(name)] || undefined;
    }
    /** Without the white space around it. */
    text(name) {
        return this.raw(name)?.trim() || undefined;
    }
    /** An environment variable outside the inputs, for credentials. */
    variable(name) {
        return this.#env[name]?.trim() || undefined;
    }
    /** The parsed value, or undefined where the input is absent or wrong; what is wrong is kept for the report. */
    read(name, parse, text = this.text(name)) {
        return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? parse(text));
    }
    /** The same of an input that names a file. */
    async readFile(name, parse) {
        const text = this.text(name);
        return text === undefined ? undefined : this.#taken(name, text, faultOfLines(name, text) ?? (await parse(text)));
    }
    #taken(name, text, parsed) {
        const place = this.#inFile(name)?.place;
        const shown = `${shownInput(name, text)}${place === undefined ? '' : ` (${place})`}`;
        if ('value' in parsed) {
            for (const warning of parsed.warnings ?? [])
                this.warn(`${shown} ${warning}`);
            return parsed.value;
        }
        const problem = new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .AF({ inputs: [name], message: `${shown} ${parsed.problem}.`, fix: parsed.fix });
        if (parsed.isOfFile)
            this.rejectFiles([problem]);
        else
            this.problems.push(problem);
        return undefined;
    }
    /** Any text of one line. */
    line(name) {
        return this.read(name, _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOneLine */ .a1);
    }
    boolean(name) {
        return this.read(name, _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_3__/* .parseBoolean */ .yG);
    }
    warn(text) {
        this.#warn(text);
    }
    reject(inputs, message, fix) {
        this.problems.push(new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .AF({ inputs, message, fix }));
    }
    /** Something is not given that must be: an input that is filled from a secret or a variable is not there in every run. */
    rejectLacking(inputs, message, fix) {
        this.#lack(new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Problem */ .AF({ inputs, message, fix }));
    }
    /** What is wrong with files, which steps before may have to make, and may need secrets for. */
    rejectFiles(problems) {
        for (const problem of problems)
            this.#lack(problem);
    }
    /** A misspelt input would be ignored by the runner, with a warning that nobody reads. */
    rejectUnknown(known = _input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc, find = _meant_name_js__WEBPACK_IMPORTED_MODULE_2__/* .meantBy */ .P) {
        for (const { name, variable } of this.#given) {
            if (known.includes(name))
                continue;
            const origin = `It is under \`with:\`, or an \`env:\` sets \`${variable}\`.`;
            const meant = find(name);
            if (meant) {
                this.reject([name], `\`${name}\` is not an input of this action.`, `${meant.fix} ${origin}`);
                this.#meant.add(meant.input);
            }
            else
                this.warn(`\`${name}\` is not an input of this action, and is ignored. ${origin}`);
        }
    }
    /** The names among these that have a value. */
    given(names) {
        const given = this.#given.map(({ name }) => name);
        return names.filter((name) => given.includes(name));
    }
    /** Whether the input was given by a name that is none. */
    isMeant(name) {
        return this.#meant.has(name);
    }
    /** Reports inputs of which one makes the others meaningless. */
    rejectTogether(names, fix) {
        const [first, second, ...others] = this.given(names);
        if (first === undefined || second === undefined)
            return false;
        const given = [first, second, ...others];
        this.reject(given, `${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_4__/* .enumerate */ .HL)(given.map((name) => `\`${name}\``))} are set together.`, fix);
        return true;
    }
    /** Reports inputs that another one makes meaningless. */
    rejectUseless(names, beside) {
        const [first, ...others] = this.given(names);
        if (first === undefined)
            return;
        const list = (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_4__/* .enumerate */ .HL)([first, ...others].map((name) => `\`${name}\``));
        const [verb, fix] = others.length === 0 ? ['means', 'Remove it.'] : ['mean', 'Remove them.'];
        this.reject([first, ...others], `${list} ${verb} nothing with ${beside}.`, fix);
    }
    /** An input that is given wins. */
    #inFile(name) {
        return this.#env[variableOf(name)]?.trim() ? undefined : this.#file.get(name);
    }
    #lack(problem) {
        if (problem.inputs.some((name) => this.#meant.has(name)))
            return;
        this.problems.push(problem);
        this.#ofLack.add(problem);
    }
}
function givenIn(env) {
    return Object.entries(env)
        .filter(([variable, value]) => variable.startsWith(PREFIX) && (value ?? '').trim() !== '')
        .map(([variable]) => ({ name: variable.slice(PREFIX.length).toLowerCase(), variable }));
}
/** Most inputs are one line. */
function faultOfLines(name, text) {
    if (_input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .MANY_LINES */ .cw.includes(name))
        return undefined;
    const line = (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_3__/* .parseOneLine */ .a1)(text);
    return 'problem' in line ? line : undefined;
}
function variableOf(name) {
    return `${PREFIX}${name.toUpperCase()}`;
}
/** With its value, where that is short, plain and no secret. */
function shownInput(name, text) {
    const isPlain = text.length <= MOST_SHOWN && /^[\x20-\x7e]+$/.test(text) && !/`|::|##\[/.test(text);
    return isPlain && _input_names_js__WEBPACK_IMPORTED_MODULE_1__/* .SHOWN */ .kC.includes(name) ? `\`${name}: ${text}\`` : `\`${name}\``;
}


/***/ }),

/***/ 2563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ meantAmong),
/* harmony export */   P: () => (/* binding */ meantBy)
/* harmony export */ });
/* harmony import */ var _model_values_near_name_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4059);
/* harmony import */ var _input_names_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1457);


/** What other actions call what an input of ours is for. */
const BROUGHT = {
    dockerfile: 'dockerfile-path',
    image: 'image-ref',
    path: 'code',
    source: 'code',
    dir: 'code',
    directory: 'code',
    context: 'code',
    environment: 'env',
    'env-vars': 'env',
    env_vars: 'env',
    secrets: 'env',
    org: 'app',
    service: 'app',
    timeout: 'timeout-minutes',
    'env-vars-file': 'env-file',
    env_vars_file: 'env-file',
    manifest: 'config-file',
    concurrency: 'max-concurrency',
    'max-instances': 'max-replicas',
    'min-instances': 'reserved',
    'min-replicas': 'reserved',
    payload: 'test-payload',
    'dodil-token': 'token',
    dodil_token: 'token',
    'dodil-sa-id': 'service-account-id',
    dodil_sa_id: 'service-account-id',
    'dodil-sa-secret': 'service-account-secret',
    dodil_sa_secret: 'service-account-secret'
};
/** Where more than another name is to be written. */
const WRITTEN = {
    org: 'Write it in `app`, as `app: ORGANIZATION:NAME`.',
    secrets: 'Write each on a line of `env`, as KEY=VALUE with the secret for its value.',
    timeout: 'Write `timeout-minutes`, how long the run may take, or `timeout-seconds`, how long a call of the app may.'
};
/** Undefined where the name is like none of ours. */
function meantBy(name) {
    const brought = Object.hasOwn(BROUGHT, name) ? BROUGHT[name] : undefined;
    if (brought)
        return { input: brought, fix: WRITTEN[name] ?? `Write \`${brought}\` in place of it.` };
    const near = (0,_model_values_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, [..._input_names_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc, ...Object.keys(BROUGHT)]);
    const input = _input_names_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc.find((each) => each === near) ?? BROUGHT[near ?? ''];
    return input && asked(input);
}
/** The one of these inputs that somebody meant; undefined where the name is like none of them. */
function meantAmong(inputs, name) {
    const input = (0,_model_values_near_name_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(name, inputs);
    return input === undefined ? undefined : asked(input);
}
function asked(input) {
    return { input, fix: `Did you mean \`${input}\`?` };
}


/***/ }),

/***/ 3606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hl: () => (/* binding */ parseKeyValues),
/* harmony export */   Wo: () => (/* binding */ NO_NAME),
/* harmony export */   Yu: () => (/* binding */ isWrapped)
/* harmony export */ });
/* harmony import */ var _model_values_variable_name_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(129);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9392);


const BLOCK_FORM = 'A value of several lines is written as KEY<<END, the lines, and END on a line of its own.';
/** `openssl base64` and `base64` break their lines at 64 and 76 characters, PEM at 64. */
const WRAPPED_LENGTH = 60;
/**
 * Reads `KEY=VALUE` lines: the first `=` splits, a line that begins with `#` is a comment, and a value of several lines
 * is written as `KEY<<END`, the lines, `END`. A value is kept as it stands, with its spaces and quotes. Of a line that
 * may be the rest of a secret nothing is said but where it is.
 */
function parseKeyValues(text) {
    if (/^\s*[{[]/.test(text)) {
        return { problem: 'is written as JSON', fix: 'Write KEY=VALUE on each line, for example GREETING=Hello.' };
    }
    const values = Object.create(null);
    const entries = [];
    const lines = text.split(/\r\n?|\n/);
    for (let at = 0; at < lines.length; at++) {
        const line = (lines[at] ?? '').trimStart();
        if (line.trim() === '' || line.startsWith('#'))
            continue;
        const entry = readEntry(lines, at, entries.at(-1));
        if ('problem' in entry)
            return entry;
        if (entry.key in values) {
            return { problem: `names ${entry.key} twice (line ${at + 1})`, fix: 'Keep one of the two lines.' };
        }
        values[entry.key] = entry.value;
        entries.push(entry);
        at = entry.end;
    }
    return { value: { ...values }, warnings: warningsOf(entries) };
}
function readEntry(lines, at, before) {
    const split = splitLine((lines[at] ?? '').trimStart());
    const fault = faultOf(split, at, before !== undefined);
    if (fault)
        return fault;
    if (split.isBlock)
        return readBlock(split, lines, at);
    if (/^=*\s*$/.test(split.rest) && before?.end === at - 1 && !before.isBlock && isWrapped(lines[at - 1] ?? '')) {
        const fix = `${BLOCK_FORM} If the line is a variable of its own without a value, write it so too.`;
        return { problem: `has a line that looks like the rest of the value above it (line ${at + 1})`, fix };
    }
    return { ...split, value: split.rest, end: at };
}
/** The first `=` or `<<` splits; without either, all of the line is the key. */
function splitLine(line) {
    const [equals, block] = [line.indexOf('='), line.indexOf('<<')];
    const isBlock = block >= 0 && (equals < 0 || block < equals);
    const at = isBlock ? block : equals;
    if (at < 0)
        return { key: line, rest: '', isBlock, isSpaced: false, isSplit: false };
    const rest = line.slice(at + (isBlock ? 2 : 1));
    const isSpaced = !isBlock && /\s/.test(line.charAt(at - 1)) && /^\s/.test(rest);
    return { key: line.slice(0, at).trimEnd(), rest, isBlock, isSpaced, isSplit: true };
}
function faultOf({ key, isSplit }, at, hasEntry) {
    const place = `(line ${at + 1})`;
    const also = hasEntry ? ` ${BLOCK_FORM}` : '';
    if (/^[A-Za-z_]\w*:(\s|$)/.test(key)) {
        return { problem: `has a line with ":" in place of "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` };
    }
    if (!isSplit)
        return { problem: `has a line without "=" ${place}`, fix: `Write KEY=VALUE on each line.${also}` };
    if (/^["']/.test(key)) {
        return { problem: `has quotes before a key ${place}`, fix: `Write KEY=VALUE without quotes around it.${also}` };
    }
    if ((0,_model_values_variable_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isVariableName */ .K)(key))
        return undefined;
    return { problem: `${NO_NAME.problem} ${place}`, fix: `${NO_NAME.fix}${also}` };
}
/** What is said of a key that is none. */
const NO_NAME = {
    problem: 'has a key that cannot be a variable\u2019s name',
    fix: 'Use letters, digits and "_" in a key, and do not begin with a digit.'
};
/** Whether a line may be the first of a secret that has several. */
function isWrapped(line) {
    const text = line.trim();
    return text.length >= WRAPPED_LENGTH && !/\s/.test(text);
}
function readBlock(split, lines, at) {
    const { key, rest } = split;
    const delimiter = rest.trim();
    let end = at + 1;
    while (end < lines.length && lines[end]?.trim() !== delimiter)
        end++;
    if (delimiter === '' || end === lines.length) {
        return {
            problem: `has a block for ${key} that does not end (line ${at + 1})`,
            fix: `Write ${key}<<END, the lines, and END on a line of its own.`
        };
    }
    return { ...split, value: lines.slice(at + 1, end).join('\n'), end };
}
/** What is kept as it stands, and was perhaps not meant so. */
function warningsOf(entries) {
    const spaced = entries.filter(({ isSpaced }) => isSpaced);
    const quoted = entries.filter(({ isBlock, value }) => !isBlock && isQuoted(value));
    return [
        ...(spaced.length > 0 ? [`keeps the space after "=" as part of ${valuesOf(spaced)}: write KEY=VALUE.`] : []),
        ...(quoted.length > 0 ? [`keeps the quotes as part of ${valuesOf(quoted)}: write KEY=VALUE without them.`] : [])
    ];
}
function isQuoted(value) {
    return /^(?:".*"|'.*')$/.test(value.trim());
}
function valuesOf(entries) {
    return `the value${entries.length > 1 ? 's' : ''} of ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_1__/* .enumerate */ .HL)(entries.map(({ key }) => key))}`;
}


/***/ }),

/***/ 1541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   HC: () => (/* binding */ parseToolchain),
/* harmony export */   RA: () => (/* binding */ parseGitUrl),
/* harmony export */   TL: () => (/* binding */ parseGitRef),
/* harmony export */   bK: () => (/* binding */ parseSecretName),
/* harmony export */   cj: () => (/* binding */ parseContextPath),
/* harmony export */   e8: () => (/* binding */ parseImageTags)
/* harmony export */ });
/* harmony import */ var _parse_values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9046);

/** A path inside the build context, relative and without a way out. */
function parseContextPath(text) {
    const parts = text.split('/');
    const isInside = !text.startsWith('/') && !text.includes('\\') && !parts.includes('..') && !/\p{Cc}/u.test(text);
    const value = parts.filter((part) => part !== '' && part !== '.').join('/');
    if (isInside && value !== '')
        return { value };
    return { problem: 'is not a path inside the code', fix: 'Write a relative path with "/", without "..".' };
}
/** `linux/amd64`, as the build service takes it. */
function parsePlatform(text) {
    if (/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/.test(text))
        return { value: text };
    return { problem: 'is not a platform', fix: 'Write os/architecture, for example linux/amd64.' };
}
function parseImageTags(text) {
    const tags = (0,_parse_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseList */ .E1)(text);
    const wrong = tags.findIndex((tag) => !/^\w[\w.-]{0,127}$/.test(tag));
    if (wrong < 0)
        return { value: tags };
    const fix = 'Write one tag a line: letters, digits, "_", "." and "-", at most 128, without the image\u2019s name.';
    return { problem: `has an item that is no tag (item ${wrong + 1})`, fix };
}
/** The names of stored secrets. */
function parseSecretName(text) {
    if (/^[A-Za-z0-9_-]{1,64}$/.test(text))
        return { value: text };
    return {
        problem: 'is not the name of a stored secret',
        fix: 'Write the secret\u2019s name, not its value: 1 to 64 letters, digits, "-" and "_".'
    };
}
/** A version; YAML makes of `1.70` the number 1.7. */
function parseToolchain(text) {
    if (!/^\d+\.\d$/.test(text))
        return { value: text };
    const warning = `may have lost a zero: without quotes, YAML reads ${text}0 as the number ${text}. Write the version in quotes.`;
    return { value: text, warnings: [warning] };
}
/** A branch, a tag or a commit, as git allows names; the first two also as GitHub writes them in `github.ref`. */
function parseGitRef(text) {
    const isName = !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|\/\/|\.lock(\/|$)|^[-/.]|[/.]$/u.test(text) && text.length <= 255;
    return isName
        ? { value: text.replace(/^refs\/(?:heads|tags)\//, '') }
        : { problem: 'is not a git reference', fix: 'Write a branch, a tag or a commit.' };
}
/** A repository that the platform can clone. Credentials do not belong in a URL: it is shown and stored. */
function parseGitUrl(text) {
    const fix = 'Write https://host/owner/repository.git; for a private repository name a stored secret in `git-secret-ref`.';
    if (/^git@[\w.-]+:[\w./~-]+$/.test(text))
        return { value: text };
    const url = URL.parse(text);
    if (!url || !['https:', 'http:', 'ssh:'].includes(url.protocol) || url.hostname === '') {
        return { problem: 'is not the URL of a repository', fix };
    }
    if (url.password !== '' || (url.username !== '' && url.protocol !== 'ssh:'))
        return { problem: 'holds credentials', fix };
    return { value: text };
}


/***/ }),

/***/ 9046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ parseName),
/* harmony export */   E1: () => (/* binding */ parseList),
/* harmony export */   HU: () => (/* binding */ parseChoice),
/* harmony export */   Kq: () => (/* binding */ parsePorts),
/* harmony export */   TB: () => (/* binding */ parseCodeHash),
/* harmony export */   a1: () => (/* binding */ parseOneLine),
/* harmony export */   cG: () => (/* binding */ parseInteger),
/* harmony export */   dp: () => (/* binding */ parseApp),
/* harmony export */   fj: () => (/* binding */ parseHealthPath),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   yG: () => (/* binding */ parseBoolean)
/* harmony export */ });
/** Any text, as YAML's forms are meant to give it. */
function parseOneLine(text) {
    if (/[\r\n]/.test(text))
        return { problem: 'has several lines', fix: 'Write one line.' };
    if (!/^(?:".*"|'.*')$/.test(text))
        return { value: text };
    return { problem: 'stands in quotes, which belong to the value', fix: 'Write it without them.' };
}
/** The YAML 1.2 core booleans, as the toolkit reads them. */
function parseBoolean(text) {
    if (/^(true|True|TRUE)$/.test(text))
        return { value: true };
    if (/^(false|False|FALSE)$/.test(text))
        return { value: false };
    return { problem: 'is not a boolean', fix: 'Write true or false.' };
}
/** A whole number in decimal digits, within the limits. */
function parseInteger(text, limits) {
    const value = Number(text);
    if (/^[0-9]{1,15}$/.test(text) && value >= limits.min && value <= limits.max)
        return { value };
    return {
        problem: 'is not a number that can be used here',
        fix: `Write a whole number from ${limits.min} to ${limits.max}, in digits.`
    };
}
function parseChoice(text, choices) {
    const value = choices.find((choice) => choice === text);
    return value === undefined
        ? { problem: 'is not one of the values that can be used here', fix: `Write one of: ${choices.join(', ')}.` }
        : { value };
}
/** One item a line; blank lines and `#` comments are left out, and an item that is named twice counts once. */
function parseList(text) {
    const items = text.split(/\r\n?|\n/).map((line) => line.trim());
    return [...new Set(items.filter((item) => item !== '' && !item.startsWith('#')))];
}
/** The number of a version, which the platform counts from 1. */
function parseVersion(text) {
    if (text === 'previous')
        return { value: text };
    const parsed = parseInteger(text, { min: 1, max: 4_294_967_295 });
    if ('value' in parsed)
        return parsed;
    return { problem: 'is not the number of a version', fix: 'Write a number, for example 7, or previous.' };
}
/** A hash of the platform's, or the reference of an image: what form they have is not known. */
function parseCodeHash(text) {
    if (/^\S+$/.test(text))
        return { value: text };
    return {
        problem: 'has white space in it',
        fix: 'Write the output `code_hash` of the run that saved or published the code.'
    };
}
function parsePorts(text) {
    const items = parseList(text);
    const joined = items.findIndex((item) => /^\d+(?:\s*,\s*\d+)+$/.test(item));
    if (joined >= 0) {
        const fix = 'Write one port from 1 to 65535 a line, in a block (|).';
        return { problem: `has several ports in one line (item ${joined + 1})`, fix };
    }
    const ports = items.map((item) => parseInteger(item, { min: 1, max: 65_535 }));
    if (ports.length === 0)
        return { problem: 'names no port', fix: 'Write one port from 1 to 65535 a line, or leave it out.' };
    const wrong = ports.findIndex((port) => !('value' in port));
    if (wrong >= 0)
        return { problem: `has an item that is no port (item ${wrong + 1})`, fix: 'Write one port from 1 to 65535 a line.' };
    return { value: ports.flatMap((port) => ('value' in port ? [port.value] : [])) };
}
const NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/;
/** An app's name alone. */
function parseName(text) {
    if (NAME.test(text))
        return { value: text };
    return {
        problem: 'is not the name of an app',
        fix: 'A name has a-z, 0-9, ".", "-" and "_", begins and ends with a letter or digit, and has at most 63 characters.'
    };
}
/** `org:name` or `name`. */
function parseApp(text) {
    const names = namesIn(text);
    const [first = '', second] = names ?? [];
    if (names) {
        return {
            value: second === undefined ? { organization: undefined, name: first } : { organization: first, name: second }
        };
    }
    const meant = text.toLowerCase().replace('/', ':');
    const fix = namesIn(meant)
        ? `Write \`app: ${meant}\`.`
        : 'Write name or organization:name; each may have a-z, 0-9, ".", "-" and "_", begins and ends with a letter or ' +
            'digit, and has at most 63 characters.';
    return { problem: 'is not the name of an app', fix };
}
function namesIn(text) {
    const names = text.split(':');
    return names.length <= 2 && names.every((name) => NAME.test(name)) ? names : undefined;
}
function parseHealthPath(text) {
    if (/^\/[\x21-\x7e]*$/.test(text))
        return { value: text };
    return { problem: 'is not a path', fix: 'Write a path that begins with "/", without spaces, for example /healthz.' };
}


/***/ }),

/***/ 4845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readAccess)
/* harmony export */ });
/* harmony import */ var _model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5866);
/* harmony import */ var _read_network_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(497);



/** Where and as whom to connect. Undefined where something is wrong; the reader then holds all of it. */
function readAccess(inputs, facts, resolvePath) {
    const endpoint = inputs.read('api-endpoint', parsed(_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseEndpoint */ .Bk), inputs.text('api-endpoint') ?? 'staging');
    const credentials = endpoint && readCredentials(inputs, facts, endpoint);
    const descriptors = endpoint && readDescriptors(inputs, endpoint, resolvePath);
    if (!endpoint || !credentials || !descriptors)
        return undefined;
    return { endpoint, credentials, descriptors, proxies: (0,_read_network_js__WEBPACK_IMPORTED_MODULE_2__/* .readProxies */ .rq)(inputs) };
}
function readCredentials(inputs, facts, endpoint) {
    const pair = ['service-account-id', 'service-account-secret'];
    if (inputs.given(['token']).length > 0 && inputs.given(pair).length > 0) {
        inputs.reject(['token', ...pair], '`token` and a service account are set together.', 'Keep one of the two.');
        return undefined;
    }
    const token = inputs.text('token');
    if (token)
        return readToken(inputs, token, { name: 'token', origin: '`token`' });
    const id = inputs.line('service-account-id');
    const secret = inputs.text('service-account-secret');
    if (id === undefined && inputs.given(['service-account-id']).length > 0)
        return undefined;
    if (id || secret)
        return readServiceAccount(inputs, endpoint, { id, secret, ...facts });
    const inherited = inputs.variable('DODIL_TOKEN');
    if (inherited)
        return readToken(inputs, inherited, { name: 'DODIL_TOKEN', origin: 'the variable `DODIL_TOKEN`' });
    const accounts = _credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCOUNT_VARIABLES */ .I4.map((names) => ({
        id: inputs.variable(names.id),
        secret: inputs.variable(names.secret)
    }));
    const account = accounts.find(({ id, secret }) => id && secret) ?? accounts.find(({ id, secret }) => id || secret);
    return readServiceAccount(inputs, endpoint, { id: account?.id, secret: account?.secret, ...facts });
}
/** @param given The input or variable, and how texts speak of it. */
function readToken(inputs, token, { name, origin }) {
    const alone = (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutScheme */ .yO)(token);
    if (alone === token)
        return { kind: 'token', token, origin };
    inputs.reject([name], `The value of ${origin} begins with the word \`Bearer\`, which is no part of a token.`, 'Leave the word out, and the blank after it: the action writes it itself.');
    return undefined;
}
const FOR_DEPENDABOT = 'Dependabot started this run, and GitHub gives it Dependabot\u2019s secrets alone: store them there too, under Settings, ' +
    'Secrets and variables, Dependabot.';
function readServiceAccount(inputs, endpoint, { id, secret, isDependabots }) {
    if (!id && !secret) {
        inputs.rejectLacking(['token', 'service-account-id', 'service-account-secret'], 'No credentials are given.', 'Set `service-account-id` and `service-account-secret` (or `token`) from the repository\u2019s secrets, and see that ' +
            `the secrets exist where this workflow runs.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`);
        return undefined;
    }
    if (!id || !secret) {
        const [missing, present] = id
            ? ['service-account-secret', 'service-account-id']
            : ['service-account-id', 'service-account-secret'];
        inputs.rejectLacking([missing], `\`${missing}\` is missing, \`${present}\` is set.`, `Set both from the repository\u2019s secrets.${isDependabots ? ` ${FOR_DEPENDABOT}` : ''}`);
        return undefined;
    }
    const tokenUrl = readTokenUrl(inputs, endpoint);
    return tokenUrl === undefined ? undefined : { kind: 'service-account', id, secret, tokenUrl };
}
function readTokenUrl(inputs, endpoint) {
    if (inputs.text('auth-url') !== undefined)
        return inputs.read('auth-url', parsed(_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .parseTokenUrl */ .qf));
    const known = (0,_model_values_endpoint_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultTokenUrl */ .q_)(endpoint);
    if (known === undefined) {
        inputs.reject(['auth-url'], `\`auth-url\` is missing: the token endpoint that belongs to ${endpoint.name} is not known.`, 'Set it to the token endpoint\u2019s whole URL, or use `token`; or correct `api-endpoint`.');
    }
    return known;
}
function readDescriptors(inputs, endpoint, resolvePath) {
    const choice = inputs.line('descriptors') ?? 'reflection';
    if (choice === 'reflection')
        return { kind: 'reflection' };
    if (choice !== 'bundled')
        return { kind: 'file', path: resolvePath(choice) };
    if (endpoint.loopback)
        return { kind: 'bundled' };
    inputs.reject(['descriptors'], '`descriptors: bundled` works with an endpoint on this machine only: part of its field numbers are placeholders.', 'Use `descriptors: reflection`, or name a descriptor set that the platform gave you.');
    return undefined;
}
/** The deploy room says why an address is refused in a sentence of its own. */
function parsed(parse) {
    return (text) => {
        const value = parse(text);
        return isRefusal(value)
            ? { problem: `cannot be used. ${value.problem.replace(/\.$/, '')}`, fix: value.fix }
            : { value };
    };
}
function isRefusal(value) {
    return typeof value === 'object' && 'problem' in value;
}


/***/ }),

/***/ 497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ networkWarnings),
/* harmony export */   PK: () => (/* binding */ proxyPasswords),
/* harmony export */   rq: () => (/* binding */ readProxies)
/* harmony export */ });
/**
 * The lower case counts first, as for everybody. `http_proxy` is for plaintext, which goes to loopback alone, and
 * loopback is reached directly.
 */
function readProxies(inputs) {
    const found = ['https_proxy', 'HTTPS_PROXY'].flatMap((name) => {
        const value = inputs.variable(name);
        return value === undefined ? [] : [{ name, value }];
    });
    return { proxy: found[0], noProxy: inputs.variable('no_proxy') ?? inputs.variable('NO_PROXY') ?? '' };
}
/** The password in the URL of a proxy, as it stands there and decoded; it may not be in any log. */
function proxyPasswords(inputs) {
    const { proxy } = readProxies(inputs);
    const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^/@:]*:(.+)@/i.exec(proxy?.value ?? '')?.[1];
    if (!proxy || written === undefined)
        return [];
    return [...new Set([written, decoded(written)])].map((password) => [proxy.name, password]);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
/** What is dangerous in the environment, in sentences. */
function networkWarnings(inputs) {
    return inputs.variable('NODE_TLS_REJECT_UNAUTHORIZED') === '0' ? [UNCHECKED] : [];
}
const UNCHECKED = '`NODE_TLS_REJECT_UNAUTHORIZED` is 0, which tells Node programs not to check certificates. This action checks them all the same. ' +
    'Remove the variable; an authority of your own is named in `NODE_EXTRA_CA_CERTS`.';


/***/ }),

/***/ 6787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ readRequest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/inputs/read-access.js
var read_access = __nccwpck_require__(4845);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/inputs/github/read-preview.js
var read_preview = __nccwpck_require__(8193);
// EXTERNAL MODULE: ./build/inputs/input-names.js
var input_names = __nccwpck_require__(1457);
// EXTERNAL MODULE: ./build/inputs/parse/parse-values.js
var parse_values = __nccwpck_require__(9046);
;// CONCATENATED MODULE: ./build/inputs/mode-inputs.js


/** The inputs that say where, as whom and for how long, and those that the runner fills in. */
const ALWAYS = [
    'app',
    'mode',
    'working-directory',
    ...input_names/* ACCESS_INPUTS */.Hp,
    'timeout-minutes',
    'github-token',
    'job-status',
    'check-run-id'
];
/** What goes into a draft, and makes the app that it is of. */
const SAVING = [
    'create-app',
    'code',
    'runtime',
    'rust-target',
    'toolchain',
    'dependencies',
    'dockerfile-path',
    'build-args',
    'builder',
    'platform',
    'no-cache',
    'image-tags',
    'git-url',
    'git-ref',
    'git-sub-path',
    'git-secret-ref',
    'image-ref',
    'registry-secret-ref',
    'registry-server',
    'registry-username',
    'registry-password'
];
const SETTING = [...input_names/* SETTING_INPUTS */.Fs, 'config-file'];
const TEST = ['test-payload', 'test-payload-file', 'test-expect', 'test-timeout-seconds'];
const VERIFY = ['verify-url', 'verify-timeout-seconds'];
const ROLLBACK = ['rollback-on-failure', 'rollback-on-cancel'];
const COMPARING = ['dry-run', 'skip-if-unchanged'];
const COMMENT = ['comment', 'comment-key', 'pr-number'];
const DEPLOYMENT = ['github-deployment', 'github-environment'];
/** The inputs that mean something in each mode. A rollback is of a commit that nobody knows: GitHub is told of no deployment. */
const MODE_INPUTS = {
    deploy: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMPARING, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
    preview: [
        ...[...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK, ...COMMENT, ...DEPLOYMENT],
        ...['skip-if-unchanged', 'preview-name']
    ],
    draft: [...ALWAYS, ...SAVING, ...SETTING, ...TEST, ...COMMENT],
    publish: [
        ...[...ALWAYS, 'expected-code-hash', ...SETTING, ...TEST, ...VERIFY, ...ROLLBACK],
        ...[...COMMENT, ...DEPLOYMENT]
    ],
    rollback: [...ALWAYS, 'version', 'expected-code-hash', ...TEST, ...VERIFY, ...COMMENT],
    delete: [...ALWAYS, 'confirm', ...COMMENT],
    status: ALWAYS
};
/** Undefined where there is no such mode. Inputs that mean nothing in it are reported. */
function readMode(inputs) {
    const mode = inputs.read('mode', (text) => (0,parse_values/* parseChoice */.HU)(text, MODES), inputs.text('mode') ?? 'deploy');
    if (mode === undefined)
        return undefined;
    const foreign = input_names/* INPUTS */.mc.filter((name) => !MODE_INPUTS[mode].includes(name) && inputs.text(name) !== input_names/* DEFAULTS */.zY[name]);
    const isDry = foreign.includes('dry-run') && inputs.given(['dry-run']).length > 0;
    inputs.rejectUseless(foreign.filter((name) => name !== 'dry-run'), `\`mode: ${mode}\``);
    // Removed without a thought, it would do what was only to be looked at.
    if (isDry)
        inputs.reject(['dry-run'], '`dry-run` works with `mode: deploy` only.', `Without it, \`mode: ${mode}\` is done.`);
    return mode;
}
const MODES = Object.keys(MODE_INPUTS);

// EXTERNAL MODULE: ./build/inputs/input-reader.js
var input_reader = __nccwpck_require__(1262);
;// CONCATENATED MODULE: ./build/inputs/parse/json-text.js
/** JSON, or where it is wrong: line and column, never the text, which may hold secrets. */
function parseJson(text) {
    const body = text.startsWith('\ufeff') ? text.slice(1) : text;
    try {
        return { value: JSON.parse(body) };
    }
    catch {
        const at = firstFault(body);
        const before = body.slice(0, at).split('\n');
        return {
            problem: `is not JSON (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`,
            fix: 'Write valid JSON; in YAML, a block (|) keeps quotes as they are.'
        };
    }
}
/** UTF-8 text. Files of other encodings are named as such, since they look right in an editor. */
function decodeText(bytes) {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    try {
        if (!utf16)
            return { value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        // Said below.
    }
    return { problem: `is not UTF-8${utf16 ? ' but UTF-16' : ''}`, fix: 'Save the file as UTF-8.' };
}
/** JSON's own grammar as one pattern a token; the first place where none fits, or where the text ends too early. */
const TOKEN = /(?:[{}[\]:,]|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\d.\w])|(?:true|false|null)\b)/y;
/**
 * Node's message names a place only for some faults, and shows the text around it. So the place is found by ourselves:
 * the longest beginning that some ending would complete.
 */
function firstFault(text) {
    TOKEN.lastIndex = 0;
    const grammar = new Grammar();
    for (;;) {
        const start = skipSpace(text, TOKEN.lastIndex);
        TOKEN.lastIndex = start;
        const token = TOKEN.exec(text)?.[0];
        if (token === undefined || !grammar.takes(token))
            return start;
    }
}
function skipSpace(text, from) {
    let at = from;
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at)))
        at++;
    return at;
}
/** Tells whether the next token may stand where it stands. */
class Grammar {
    #open = [];
    #place = 'value';
    takes(token) {
        const inside = this.#open.at(-1);
        if (token === '}' || token === ']')
            return this.#closes(token === '}' ? '{' : '[');
        if (token === ',')
            return this.#goes('after', inside === '{' ? 'key' : 'value', inside !== undefined);
        if (token === ':')
            return this.#goes('colon', 'value');
        if (this.#place === 'key' || this.#place === 'key or end')
            return this.#goes(this.#place, 'colon', token.startsWith('"'));
        if (this.#place !== 'value' && this.#place !== 'value or end')
            return false;
        if (token === '{' || token === '[')
            this.#open.push(token);
        this.#place = token === '{' ? 'key or end' : token === '[' ? 'value or end' : 'after';
        return true;
    }
    #goes(from, to, allowed = true) {
        if (this.#place !== from || !allowed)
            return false;
        this.#place = to;
        return true;
    }
    #closes(opened) {
        const mayEnd = this.#place === 'after' || this.#place === (opened === '{' ? 'key or end' : 'value or end');
        if (!mayEnd || this.#open.at(-1) !== opened)
            return false;
        this.#open.pop();
        this.#place = 'after';
        return true;
    }
}

// EXTERNAL MODULE: ./build/model/values/near-name.js
var near_name = __nccwpck_require__(4059);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/model/settings.js
var model_settings = __nccwpck_require__(4317);
// EXTERNAL MODULE: ./build/model/values/variable-name.js
var variable_name = __nccwpck_require__(129);
// EXTERNAL MODULE: ./build/inputs/parse/key-values.js
var key_values = __nccwpck_require__(3606);
;// CONCATENATED MODULE: ./build/inputs/settings/yaml-forms.js


/** The value as the input would have it. */
function inputOf(input, entry, form) {
    const { text = form === 'lines' ? linesOf(entry) : form === 'json' ? jsonOf(entry) : undefined } = entry;
    if (text !== undefined)
        return { input, text };
    if (entry.json === null)
        return undefined;
    return { problem: `is ${entry.items ? 'a list' : 'a mapping'}`, fix: FIXES[form] };
}
const FIXES = {
    text: 'Write one value.',
    lines: 'Write one value, or a list of values.',
    json: 'Write a mapping, or the path of a file.'
};
function linesOf({ items }) {
    const texts = items?.flatMap(({ text }) => text ?? []);
    return texts && texts.length === items?.length ? texts.join('\n') : undefined;
}
function jsonOf({ fields, json }) {
    return fields && JSON.stringify(json);
}
/** `NAME: value`, each a line. A value is as it is written; `{}` removes all, as the input does. */
function variablesIn({ fields, json }) {
    if (json === null)
        return undefined;
    if (!fields)
        return { problem: 'is no mapping', fix: 'Write `NAME: value` for each variable.' };
    for (const { key, line, text } of fields) {
        if (!(0,variable_name/* isVariableName */.K)(key)) {
            return { problem: `${key_values/* NO_NAME */.Wo.problem} (line ${line})`, fix: key_values/* NO_NAME */.Wo.fix };
        }
        if (text === undefined) {
            return { problem: `has no value for ${key} (line ${line})`, fix: "Write a text; '' is an empty one." };
        }
    }
    return { env: Object.fromEntries(fields.map(({ key, text }) => [key, text ?? ''])) };
}
/** A list of variables' names. */
function listedNames({ items, json }) {
    if (json === null)
        return undefined;
    const names = items?.flatMap(({ text = '' }) => ((0,variable_name/* isVariableName */.K)(text) ? [text] : []));
    if (names && names.length === items?.length)
        return { listed: [...new Set(names)] };
    const wrong = items?.find(({ text = '' }) => !(0,variable_name/* isVariableName */.K)(text));
    return wrong
        ? { problem: `has an item that cannot be a variable\u2019s name (line ${wrong.line})`, fix: key_values/* NO_NAME */.Wo.fix }
        : {
            problem: 'is no list',
            fix: 'A manifest lists the names of variables alone: set their values in `env` or `env-file`.'
        };
}

;// CONCATENATED MODULE: ./build/inputs/settings/config-keys.js





const CREDENTIALS = ['token', 'service-account-secret', 'registry-password', 'github-token'];
/** A key of a config file of our own form, which is an input's name. */
function readConfigKey(entry) {
    const input = input_names/* SETTING_INPUTS */.Fs.find((name) => name === entry.key);
    if (input === 'env')
        return variablesIn(entry);
    return input ? inputOf(input, entry, formOf(input)) : refusedKey(entry.key);
}
function formOf(input) {
    const name = model_settings/* SETTING_NAMES */.OI.find((each) => model_settings/* SETTINGS */.yy[each].input === input);
    const kind = name && model_settings/* SETTINGS */.yy[name].kind;
    return kind === 'ports' ? 'lines' : kind === 'json' ? 'json' : 'text';
}
function refusedKey(key) {
    if (CREDENTIALS.includes(key)) {
        const fix = 'Remove it, set the input from a secret, and renew the credential: git keeps what was committed.';
        return { problem: 'is a credential, which no file of a repository may hold', fix };
    }
    if (isNamed(key, input_names/* INPUTS */.mc)) {
        return { problem: 'is no setting of the app', fix: 'Write it in the workflow, beside `config-file`.' };
    }
    const near = (0,near_name/* nearest */.p)(key, input_names/* SETTING_INPUTS */.Fs);
    const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${(0,words/* enumerate */.HL)(input_names/* SETTING_INPUTS */.Fs)}.`;
    return { problem: 'is no setting of an app', fix };
}
/** Whether it is a setting that only our own form has. */
function isConfigKey(key) {
    return isNamed(key, input_names/* SETTING_INPUTS */.Fs);
}
function isNamed(key, names) {
    return names.includes(key);
}

;// CONCATENATED MODULE: ./build/inputs/settings/manifest.js




/** The platform's own manifest, which lies beside the code. */
const MANIFEST = 'info.yaml';
/** Read by nobody but people: one code base becomes several apps. */
const documentation = () => undefined;
const KEYS = new Map([
    ['name', documentation],
    ['description', (entry) => inputOf('description', entry, 'text')],
    ['runtime', (entry) => inputOf('runtime', entry, 'text')],
    ['mcp_enabled', (entry) => inputOf('mcp-enabled', entry, 'text')],
    ['input', (entry) => inputOf('input-schema', entry, 'json')],
    ['output', (entry) => inputOf('output-schema', entry, 'json')],
    ['env', listedNames],
    // Running it may write what is real, so it is only run where `test-payload-file` asks for it.
    ['test_input', documentation]
]);
/** The key by which a file is known for a manifest; undefined where it may as well be of our own form. */
function manifestKey(entries) {
    return entries.find(({ key, items }) => (key === 'env' ? items !== undefined : KEYS.has(key) && !isConfigKey(key)))
        ?.key;
}
/** A key of a manifest, which is known by another. */
function readManifestKey(entry, knownBy) {
    const read = KEYS.get(entry.key);
    if (read)
        return read(entry);
    if (isConfigKey(entry.key)) {
        const problem = `is no key of the platform\u2019s manifest, and by its \`${knownBy}\` the file is one`;
        return { problem, fix: 'Set it in the workflow, as an input of the action.' };
    }
    const near = (0,near_name/* nearest */.p)(entry.key, [...KEYS.keys()]);
    const fix = near ? `Did you mean \`${near}\`?` : `Write one of: ${(0,words/* enumerate */.HL)([...KEYS.keys()])}.`;
    return { problem: 'is no key of the platform\u2019s manifest', fix };
}
/** The sample payload of a manifest, as JSON. */
async function parseTestInput(text) {
    const { parseYamlMapping } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml-text-packages"), __nccwpck_require__.e("yaml-text")]).then(__nccwpck_require__.bind(__nccwpck_require__, 1681));
    const parsed = parseYamlMapping(text);
    if (!('value' in parsed))
        return parsed;
    const entry = parsed.value.find(({ key }) => key === 'test_input');
    return entry
        ? { value: JSON.stringify(entry.json) }
        : { problem: 'has no `test_input`', fix: 'Write one, or name another file.' };
}

;// CONCATENATED MODULE: ./build/inputs/whole-file.js



/** Undefined where the file cannot be read. */
function readWhole(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file);
    }
    catch {
        return undefined;
    }
}
/** What the parser makes of a text file; what is wrong with it is told of the input that names it. */
async function parseNamed({ name, base, fix }, parse) {
    const file = external_node_path_.resolve(base, name);
    const bytes = readWhole(file);
    const decoded = bytes ? decodeText(bytes) : { problem: `cannot be read (${file})`, fix };
    const parsed = 'value' in decoded ? await parse(decoded.value) : decoded;
    return 'value' in parsed
        ? parsed
        : { ...parsed, isOfFile: true, problem: `names \`${name}\`, which ${parsed.problem}` };
}

;// CONCATENATED MODULE: ./build/inputs/read-tests.js








/** An hour: longer than any execution of the platform. */
const TIMEOUT_SECONDS = { min: 1, max: 3600 };
const DEFAULT_SECONDS = 60;
/** The platform takes requests of 4 MiB; some of it is not payload. */
const MOST_BYTES = 4 * 1024 * 1024 - 64 * 1024;
const EXPECT_SUFFIX = '.expect.json';
/** The tests of the draft. What is wrong with them is kept by the reader; a payload is never repeated. */
async function readTests(inputs, base) {
    const expected = inputs.read('test-expect', (text) => parseJson(text), inputs.raw('test-expect'));
    const seconds = inputs.read('test-timeout-seconds', (text) => (0,parse_values/* parseInteger */.cG)(text, TIMEOUT_SECONDS));
    const cases = [...inlineCase(inputs, expected), ...(await fileCases(inputs, { base, expected }))];
    if (cases.length === 0 &&
        expected !== undefined &&
        inputs.given(['test-payload', 'test-payload-file']).length === 0) {
        inputs.rejectLacking(['test-payload', 'test-expect'], '`test-expect` is set without a payload.', 'Set `test-payload` or `test-payload-file`.');
    }
    return { cases, timeoutMs: (seconds ?? DEFAULT_SECONDS) * 1000 };
}
/** The tests once more, after the job. Undefined where they cannot be read any more. */
async function readTestsAgain(env, base) {
    const inputs = new InputReader(env);
    const tests = await readTests(inputs, base);
    return inputs.problems.length === 0 ? tests : undefined;
}
/** An inline payload must be JSON, and is sent as it was written, but for a byte order mark. */
function inlineCase(inputs, expected) {
    const text = inputs.raw('test-payload');
    if (text === undefined || inputs.read('test-payload', parseJson, text) === undefined)
        return [];
    const payload = new TextEncoder().encode(text.replace(/^\ufeff/, ''));
    return [{ name: 'test-payload', payload, expected, expectedIn: 'test-expect' }];
}
async function fileCases(inputs, around) {
    const patterns = (0,parse_values/* parseList */.E1)(inputs.raw('test-payload-file') ?? '');
    const files = patterns.flatMap((pattern) => {
        const found = matching(pattern, around.base);
        if (found.length === 0) {
            reject(inputs, `No file matches \`${pattern}\` in \`test-payload-file\` (looked in ${around.base}).`);
        }
        return found;
    });
    const cases = await Array.fromAsync(new Set(files), (file) => fileCase(inputs, file, around));
    return cases.flatMap((each) => each ?? []);
}
/** A path as it is, or the files that a glob names, in order; a file with what is expected is no payload. */
function matching(pattern, base) {
    const exact = external_node_path_.resolve(base, pattern);
    const found = isFile(exact) ? [exact] : (0,external_node_fs_.globSync)(pattern, { cwd: base }).map((file) => external_node_path_.resolve(base, file));
    return found.filter((file) => isFile(file) && !file.endsWith(EXPECT_SUFFIX)).sort();
}
function isFile(file) {
    return (0,external_node_fs_.statSync)(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
async function fileCase(inputs, file, { base, expected }) {
    const name = external_node_path_.relative(base, file);
    const payload = readWhole(file);
    if (!payload) {
        reject(inputs, `\`${name}\` cannot be read.`);
        return undefined;
    }
    if (payload.length > MOST_BYTES) {
        reject(inputs, `\`${name}\` has ${payload.length} bytes; a payload may have ${MOST_BYTES}.`);
        return undefined;
    }
    const bytes = await payloadIn(inputs, { name, file }, payload);
    const ownFile = expectationOf(file);
    const own = siblingExpectation(inputs, ownFile, base);
    const shown = external_node_path_.relative(base, ownFile);
    const origin = own === undefined ? { expectedIn: 'test-expect', ownExpectation: shown } : { expectedIn: shown };
    return bytes && { name, payload: bytes, expected: own ?? expected, ...origin };
}
/** A manifest stands for its sample payload. */
async function payloadIn(inputs, { name, file }, bytes) {
    if (external_node_path_.basename(file) !== MANIFEST)
        return file.endsWith('.json') ? jsonBytes(inputs, name, bytes) : bytes;
    const text = decodeText(bytes);
    const sample = 'value' in text ? await parseTestInput(text.value) : text;
    if ('value' in sample)
        return new TextEncoder().encode(sample.value);
    reject(inputs, `\`${name}\` ${sample.problem}.`, sample.fix);
    return undefined;
}
function inText(bytes, parse) {
    const decoded = decodeText(bytes);
    return 'value' in decoded ? parse(decoded.value) : decoded;
}
/** A byte order mark is no JSON, and left out; all else is sent as it is. */
function jsonBytes(inputs, name, bytes) {
    const parsed = inText(bytes, parseJson);
    if ('value' in parsed)
        return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    reject(inputs, `\`${name}\` ${parsed.problem}.`, parsed.fix);
    return undefined;
}
/** `tests/b.expect.json` of `tests/b.json`. */
function expectationOf(file) {
    return `${file.slice(0, file.length - external_node_path_.extname(file).length)}${EXPECT_SUFFIX}`;
}
function siblingExpectation(inputs, sibling, base) {
    if (!isFile(sibling))
        return undefined;
    const parsed = inText(readWhole(sibling) ?? new Uint8Array(), parseJson);
    if ('value' in parsed)
        return parsed.value;
    reject(inputs, `\`${external_node_path_.relative(base, sibling)}\` ${parsed.problem}.`, parsed.fix);
    return undefined;
}
const FILES = 'Give paths or globs of files, from `working-directory`, one a line.';
function reject(inputs, message, fix = FILES) {
    inputs.rejectFiles([new errors/* Problem */.AF({ inputs: ['test-payload-file'], message, fix })]);
}

// EXTERNAL MODULE: ./build/model/values/endpoint.js
var values_endpoint = __nccwpck_require__(40);
;// CONCATENATED MODULE: ./build/inputs/read-verification.js


/** An hour: longer than anybody waits for an app to start. */
const read_verification_TIMEOUT_SECONDS = { min: 1, max: 3600 };
const read_verification_DEFAULT_SECONDS = 300;
/** How the version that becomes active is verified. */
function readVerification(inputs) {
    const target = inputs.read('verify-url', parseTarget) ?? { kind: 'auto' };
    const seconds = inputs.read('verify-timeout-seconds', (text) => (0,parse_values/* parseInteger */.cG)(text, read_verification_TIMEOUT_SECONDS));
    return { target, timeoutMs: (seconds ?? read_verification_DEFAULT_SECONDS) * 1000 };
}
const FORMS = 'Write auto, off, a path that begins with \u201c/\u201d, or a URL such as https://shop.example.com/health.';
/** `auto`, `off`, a path, or a URL. A URL may hold a secret, so no message repeats it. */
function parseTarget(text) {
    if (text === 'auto' || text === 'off')
        return { value: { kind: text } };
    if (text.startsWith('/') && !text.startsWith('//')) {
        const path = (0,parse_values/* parseHealthPath */.fj)(text);
        return 'value' in path ? { value: { kind: 'path', path: path.value } } : path;
    }
    const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null;
    if (!url)
        return { problem: 'is neither a word that can be used here, nor a path, nor a URL', fix: FORMS };
    if (url.username !== '' || url.password !== '') {
        return {
            problem: 'is a URL with a user or a password',
            fix: 'Write it without them: the app is asked as everybody asks it.'
        };
    }
    if (url.protocol === 'http:' && !(0,values_endpoint/* isLoopback */.U9)(url.hostname)) {
        return { problem: 'is a URL in plaintext', fix: 'Write `https://`; plaintext works with this machine only.' };
    }
    return { value: { kind: 'url', url: url.href } };
}

;// CONCATENATED MODULE: ./build/inputs/settings/config-file.js



const FIX = 'Write the path of a YAML file, from `working-directory`.';
/** Reads the file that `config-file` names, and lets the reader look into it for what is not given. */
async function readConfigFile(inputs, base) {
    const entries = await inputs.readFile('config-file', async (name) => {
        const { parseYamlMapping } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml-text-packages"), __nccwpck_require__.e("yaml-text")]).then(__nccwpck_require__.bind(__nccwpck_require__, 1681));
        return await parseNamed({ name, base, fix: FIX }, parseYamlMapping);
    });
    const file = inputs.text('config-file');
    if (file === undefined)
        return { env: undefined, listed: undefined };
    // What cannot be read may set variables, so that nobody is told that there are none.
    if (entries === undefined)
        return { env: {}, listed: undefined };
    const knownBy = manifestKey(entries);
    const found = new Map();
    const contents = entries.flatMap((entry) => {
        const content = knownBy === undefined ? readConfigKey(entry) : readManifestKey(entry, knownBy);
        const place = `${file}, line ${entry.line}`;
        if (content && 'problem' in content) {
            inputs.reject(['config-file'], `${shownKey(entry)} (${place}) ${content.problem}.`, content.fix);
        }
        if (content && 'input' in content)
            found.set(content.input, { text: content.text, place });
        return content ?? [];
    });
    inputs.consult(found);
    const [env] = contents.flatMap((content) => ('env' in content ? [content.env] : []));
    const [names] = contents.flatMap((content) => ('listed' in content ? [content.listed] : []));
    return { env, listed: names && { names, file } };
}
/** What is no name may be anything. */
function shownKey({ key }) {
    return /^[\w.-]{1,40}$/.test(key) ? `\`${key}\`` : 'A key';
}

;// CONCATENATED MODULE: ./build/inputs/parse/parse-amounts.js
/** What a uint32 holds; the platform's own limits are its to say. */
const MOST = 4_294_967_295;
const MEGABYTES = {
    of: ' of megabytes',
    least: 16,
    larger: { name: 'GB', size: 1024 },
    suffixes: { m: 1, mb: 1, mi: 1, mib: 1, g: 1024, gb: 1024, gi: 1024, gib: 1024 }
};
const MILLICORES = {
    of: ' of thousandths of a CPU',
    least: 10,
    larger: { name: 'CPU', size: 1000 },
    suffixes: { m: 1, '': 1000 }
};
const SECONDS = {
    of: ' of seconds',
    least: 0,
    larger: { name: 'min', size: 60 },
    suffixes: { s: 1, m: 60, min: 60, h: 3600, d: 86_400 }
};
const THINGS = { of: '', least: 0, larger: { name: '', size: 1 }, suffixes: {} };
const parseMegabytes = (text) => parseAmount(text, MEGABYTES);
const parseMillicores = (text) => parseAmount(text, MILLICORES);
const parseSeconds = (text) => parseAmount(text, SECONDS);
const parseCount = (text) => parseAmount(text, THINGS);
/** Digits alone, as the platform counts; 0 is: as the platform has it. Of another unit it is said how to write it. */
function parseAmount(text, unit) {
    if (!/^[0-9]{1,15}$/.test(text))
        return otherUnit(text, unit);
    const value = Number(text);
    if (value > MOST)
        return { problem: 'is more than the platform can be told', fix: `Write ${MOST} at most.` };
    if (value === 0 || value >= unit.least)
        return { value };
    const { name, size } = unit.larger;
    return {
        problem: `is a number${unit.of}, and no app runs with so few`,
        fix: `Write ${value * size} for ${value} ${name}, or 0 to leave it to the platform.`
    };
}
function otherUnit(text, { of, suffixes }) {
    const [, number = '', suffix = ''] = /^([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([a-z]*)$/i.exec(text) ?? [];
    const amount = Math.round(Number(number) * (suffixes[suffix.toLowerCase()] ?? 0));
    const isKnown = amount > 0 && amount <= MOST;
    return {
        problem: `is not a whole number${of}`,
        fix: isKnown ? `Write ${amount}.` : 'Write it in digits; 0 leaves it to the platform.'
    };
}

;// CONCATENATED MODULE: ./build/inputs/settings/read-env.js



const FILE_FIX = 'Write the path of a dotenv file, from `working-directory`.';
/** The variables of all sources, laid over each other, and what becomes of those that none names. */
async function readEnv(inputs, { base, configured }) {
    const strategy = inputs.read('env-update-strategy', (text) => (0,parse_values/* parseChoice */.HU)(text, ['merge', 'overwrite']));
    const clears = inputs.text('env') === '{}';
    const given = clears ? undefined : inputs.read('env', key_values/* parseKeyValues */.Hl, inputs.raw('env'));
    const ofFile = await inputs.readFile('env-file', async (name) => {
        const { parseEnvFile } = await __nccwpck_require__.e(/* import() */ "env-file").then(__nccwpck_require__.bind(__nccwpck_require__, 2570));
        return await parseNamed({ name, base, fix: FILE_FIX }, parseEnvFile);
    });
    const isSilent = inputs.text('env') === undefined && inputs.text('env-file') === undefined && configured === undefined;
    if (strategy === 'overwrite' && isSilent) {
        const fix = 'Set `env` or `env-file`, or remove it; `env: {}` removes all variables.';
        inputs.rejectLacking(['env', 'env-update-strategy'], '`env-update-strategy: overwrite` means nothing without `env`.', fix);
    }
    if (clears)
        rejectFileBeside(inputs);
    if (clears)
        return { env: {}, envUpdateStrategy: 'overwrite' };
    // What is written into the workflow wins over what is written into a file.
    const isFileGiven = inputs.given(['env-file']).length > 0;
    const layers = isFileGiven ? [configured, ofFile, given] : [ofFile, configured, given];
    const env = layers.some((layer) => layer !== undefined) ? laid(layers) : undefined;
    // `env: {}` in the config file removes all, unless something else sets some.
    const isCleared = configured !== undefined && env !== undefined && Object.keys(env).length === 0;
    return { env, envUpdateStrategy: isCleared ? 'overwrite' : (strategy ?? 'merge') };
}
function laid(layers) {
    return Object.fromEntries(layers.flatMap((layer = {}) => Object.entries(layer)));
}
/** `env: {}` wins over what the config file sets, and contradicts what the workflow sets beside it. */
function rejectFileBeside(inputs) {
    if (inputs.given(['env-file']).length === 0)
        return;
    inputs.reject(['env', 'env-file'], '`env: {}` removes all variables, and `env-file` sets some.', 'Remove `env`; with `env-update-strategy: overwrite`, the variables of the file are all that is left.');
}

;// CONCATENATED MODULE: ./build/inputs/settings/read-settings.js




const PARSERS = {
    text: (text) => ({ value: text }),
    megabytes: parseMegabytes,
    millicores: parseMillicores,
    seconds: parseSeconds,
    count: parseCount,
    flag: parse_values/* parseBoolean */.yG,
    path: parse_values/* parseHealthPath */.fj,
    ports: parse_values/* parsePorts */.Kq
};
/** The settings that are named, and what is to be known of variables. */
async function readSettings(inputs, base, config) {
    const { env, envUpdateStrategy } = await readEnv(inputs, { base, configured: config.env });
    const given = model_settings/* SETTING_NAMES */.OI.map((name) => [name, name === 'env' ? env : readSetting(inputs, name)]);
    const settings = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    return { settings, envUpdateStrategy, listed: config.listed };
}
function readSetting(inputs, name) {
    const row = model_settings/* SETTINGS */.yy[name];
    if (row.kind === 'json' || row.kind === 'map')
        return undefined;
    const parse = row.kind === 'word' ? (text) => (0,parse_values/* parseChoice */.HU)(text, row.words) : PARSERS[row.kind];
    return inputs.read(row.input, parse);
}

// EXTERNAL MODULE: ./build/model/values/json.js
var json = __nccwpck_require__(9543);
;// CONCATENATED MODULE: ./build/inputs/source/read-description.js




/** The schemas, inline or from a file, and what the code depends on. */
async function readDescription(inputs, base) {
    return {
        inputSchema: await inputs.readFile('input-schema', (text) => parseSchema(text, base)),
        outputSchema: await inputs.readFile('output-schema', (text) => parseSchema(text, base)),
        dependencies: (0,parse_values/* parseList */.E1)(inputs.raw('dependencies') ?? '')
    };
}
const read_description_FIX = 'Write a JSON object, or the path of a file that holds one.';
/** A text that begins with `{` is the schema itself; any other is the path of a file that holds it, as JSON or YAML. */
async function parseSchema(text, base) {
    if (text.startsWith('{'))
        return schemaOf(text);
    return await parseNamed({ name: text, base, fix: read_description_FIX }, /\.ya?ml$/i.test(text) ? schemaInYaml : schemaOf);
}
async function schemaInYaml(text) {
    const { parseYaml } = await Promise.all(/* import() */[__nccwpck_require__.e("yaml-text-packages"), __nccwpck_require__.e("yaml-text")]).then(__nccwpck_require__.bind(__nccwpck_require__, 1681));
    const parsed = parseYaml(text);
    return 'value' in parsed ? schemaOf(JSON.stringify(parsed.value)) : parsed;
}
function schemaOf(text) {
    const parsed = parseJson(text);
    if (!('value' in parsed))
        return parsed;
    return (0,json/* isRecord */.u)(parsed.value)
        ? { value: text.replace(/^\ufeff/, '') }
        : { problem: 'holds no object', fix: 'Write a JSON Schema, for example {"type":"object"}.' };
}

// EXTERNAL MODULE: ./build/model/plan.js
var plan = __nccwpck_require__(4519);
// EXTERNAL MODULE: ./build/inputs/parse/parse-source.js
var parse_source = __nccwpck_require__(1541);
// EXTERNAL MODULE: ./build/inputs/source/read-build.js
var read_build = __nccwpck_require__(6631);
// EXTERNAL MODULE: ./build/inputs/source/read-git.js + 1 modules
var read_git = __nccwpck_require__(1716);
// EXTERNAL MODULE: ./build/model/values/image-reference.js
var image_reference = __nccwpck_require__(1796);
;// CONCATENATED MODULE: ./build/inputs/source/read-image.js



const read_image_CREDENTIALS = ['registry-server', 'registry-username', 'registry-password'];
/** Inputs that mean something only with `image-ref`. */
const IMAGE_INPUTS = ['registry-secret-ref', ...read_image_CREDENTIALS];
function readImageSource(inputs) {
    const before = inputs.problems.length;
    const reference = inputs.read('image-ref', parseReference);
    const registry = readRegistry(inputs, reference === undefined ? undefined : hostOf(reference));
    return reference === undefined || inputs.problems.length > before ? undefined : { kind: 'image', reference, registry };
}
function parseReference(text) {
    if ((0,image_reference/* parseImageReference */.o_)(text))
        return { value: text };
    return {
        problem: 'is not an image reference',
        fix: 'Write [registry/]name[:tag] or, better, [registry/]name@sha256:\u2026, in lower case.'
    };
}
/** @param host Of the image's registry. */
function readRegistry(inputs, host) {
    const secret = inputs.read('registry-secret-ref', parse_source/* parseSecretName */.bK);
    const given = inputs.given(read_image_CREDENTIALS);
    if (secret !== undefined && given.length > 0) {
        inputs.rejectTogether(['registry-secret-ref', ...given], 'Keep one of the two: the stored secret, or the credentials.');
        return undefined;
    }
    if (secret !== undefined)
        return { kind: 'stored', secret };
    if (given.length === 0)
        return undefined;
    const missing = read_image_CREDENTIALS.filter((name) => !given.includes(name));
    for (const name of missing)
        inputs.rejectLacking([name], `\`${name}\` is missing.`, 'Set all of `registry-server`, `registry-username` and `registry-password`.');
    const password = inputs.raw('registry-password')?.trim() ?? '';
    if (isJobToken(password, inputs)) {
        inputs.reject(['registry-password'], '`registry-password` is the job\u2019s own token, which dies with the job; the platform pulls the image again at every cold start.', 'Use a token that lives on, for example a personal access token with read:packages.');
    }
    rejectLongName(inputs);
    const [server = '', username = ''] = [inputs.line('registry-server'), inputs.line('registry-username')];
    if (server !== '' && host !== undefined)
        rejectOtherHost(inputs, server, host);
    return { kind: 'credentials', server, username, password };
}
/** What docker's tools call the registry of an image without a host. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'hub.docker.com'];
function hostOf(reference) {
    return (0,image_reference/* parseImageReference */.o_)(reference)?.host?.toLowerCase() ?? 'docker.io';
}
/** Credentials are used for the host that they are stored for: another one would be asked without any. */
function rejectOtherHost(inputs, server, host) {
    const written = server.toLowerCase().replace(/^https?:\/\//, '');
    const [named = ''] = written.split('/');
    const plain = (name) => (DOCKER_HUB.includes(name) ? 'docker.io' : name.replace(/:443$/, ''));
    if (plain(named) === plain(host))
        return;
    inputs.reject(['registry-server', 'image-ref'], `\`registry-server\` is not the registry of \`image-ref\`, which is \`${host}\`.`, `Write \`registry-server: ${host}\`, or name an image of the other registry.`);
}
/** A secret's name is as long as an app's may be, and ours is longer than the app's. */
function rejectLongName(inputs) {
    const app = (0,parse_values/* parseApp */.dp)(inputs.text('app') ?? '');
    if (!('value' in app) || 'value' in (0,parse_source/* parseSecretName */.bK)((0,image_reference/* registrySecretName */.jz)(app.value.name)))
        return;
    inputs.reject(['app', ...read_image_CREDENTIALS], 'The name in `app` is too long for its registry\u2019s credentials to be stored: with `-registry` it has more than 64 characters.', 'Store them with `dodil ignite secret create NAME --type registry`, and name that secret in `registry-secret-ref`.');
}
/** GitHub's installation tokens begin so. */
function isJobToken(password, inputs) {
    return password.startsWith('ghs_') || (password !== '' && password === inputs.text('github-token'));
}

;// CONCATENATED MODULE: ./build/inputs/source/read-source.js









/** What the word means to whoever brings it along. */
const NODE = {
    problem: 'is not one of the runtimes: Node apps run in an image',
    fix: 'Remove it, and set `dockerfile-path: Dockerfile`, or `builder: buildpacks` where there is no Dockerfile.'
};
function parseRuntime(text) {
    if (/^node/i.test(text))
        return NODE;
    const parsed = (0,parse_values/* parseChoice */.HU)(text, plan/* RUNTIMES */.aC);
    return 'value' in parsed ? parsed : { ...parsed, fix: `${parsed.fix} ${ANOTHER_LANGUAGE}` };
}
const ANOTHER_LANGUAGE = 'Another language runs in an image: leave `runtime` out, and set `dockerfile-path: Dockerfile`.';
const COMPILE_INPUTS = ['runtime', 'rust-target', 'toolchain'];
/** The one source of the app. Undefined where it is wrong; the reader then holds what is. */
async function readSource(reading) {
    const { inputs } = reading;
    const sources = ['code', 'git-url', 'image-ref'];
    if (inputs.rejectTogether(sources, 'Keep one of them: an app has one source.'))
        return undefined;
    const [kind] = inputs.given(sources);
    switch (kind) {
        case 'code':
            inputs.rejectUseless([...read_git/* GIT_INPUTS */.zR, ...IMAGE_INPUTS], '`code`');
            return await readCode(reading);
        case 'git-url':
            inputs.rejectUseless([...COMPILE_INPUTS, ...IMAGE_INPUTS], '`git-url`');
            return (0,read_git/* readGitSource */.O7)(inputs, reading.facts);
        case 'image-ref':
            inputs.rejectUseless([...COMPILE_INPUTS, ...read_build/* BUILD_INPUTS */.$9, ...read_git/* GIT_INPUTS */.zR], '`image-ref`, which is built already');
            return readImageSource(inputs);
        default:
            inputs.rejectLacking(sources, 'No source is given.', 'Set `code` to the directory that holds the app, for example code: . (or `git-url`, or `image-ref`).');
            return undefined;
    }
}
/** Code is compiled, or, where a builder or a Dockerfile is named, the context of an image. */
async function readCode(reading) {
    const { inputs, base } = reading;
    const shownPath = inputs.line('code');
    if (shownPath === undefined || inputs.isMeant('dockerfile-path'))
        return undefined;
    const code = { path: external_node_path_.resolve(base, shownPath), shownPath };
    const builder = inputs.text('builder') ?? 'auto';
    if (inputs.text('dockerfile-path') === undefined && builder === 'auto')
        return await readCompiled(reading, code);
    inputs.rejectUseless(COMPILE_INPUTS, 'an image, which brings its own');
    const build = (0,read_build/* readImageBuild */.g4)(inputs);
    if (!build)
        return undefined;
    const found = await reading.inspect.context({ ...code, dockerfilePath: build.dockerfilePath }).catch(problemInFiles);
    if ('problems' in found) {
        inputs.rejectFiles(found.problems);
        return undefined;
    }
    return {
        kind: 'context',
        ...code,
        build,
        hasUnusedDockerfile: found.hasDockerfile && build.dockerfilePath === undefined,
        found: found.found
    };
}
async function readCompiled({ inputs, inspect }, code) {
    inputs.rejectUseless(read_build/* BUILD_INPUTS */.$9, 'code that is compiled: set `dockerfile-path`, or `builder: buildpacks`, for an image');
    const runtime = inputs.read('runtime', parseRuntime);
    const found = await inspect.code({ ...code, runtime }).catch(problemInFiles);
    if ('problems' in found) {
        inputs.rejectFiles(found.problems);
        return undefined;
    }
    return {
        kind: 'code',
        ...code,
        runtime: found.runtime,
        runtimeFrom: found.runtimeFrom,
        ...readRust(inputs, found.runtime),
        found: found.found
    };
}
/** What cannot be packed is reported together with what else is wrong. */
function problemInFiles(error) {
    if (!(error instanceof errors/* SourceError */.c8))
        throw error;
    return { problems: [new errors/* Problem */.AF({ inputs: ['code'], message: error.message, fix: error.hint ?? '', inFiles: true })] };
}
function readRust(inputs, runtime) {
    const rustTarget = inputs.read('rust-target', (text) => (0,parse_values/* parseChoice */.HU)(text, plan/* RUST_TARGETS */.GZ));
    const toolchain = inputs.read('toolchain', parse_source/* parseToolchain */.HC);
    const given = inputs.given(['rust-target', 'toolchain']);
    const [first, ...others] = given;
    if (runtime !== 'rust' && first !== undefined) {
        const names = (0,words/* enumerate */.HL)(given.map((name) => `\`${name}\``));
        inputs.reject([first, ...others], `${names} ${others.length > 0 ? 'are' : 'is'} for Rust, and this app is ${runtime}.`, 'Remove it.');
    }
    return { rustTarget, toolchain };
}

;// CONCATENATED MODULE: ./build/inputs/read-plan.js












/** The inputs as a plan. Undefined where something is wrong; the reader then holds all of it. */
async function readPlan(inputs, facts, inspect) {
    inputs.rejectUnknown();
    inputs.line('working-directory');
    const target = inputs.read('app', parse_values/* parseApp */.dp);
    if (inputs.given(['app']).length === 0) {
        inputs.rejectLacking(['app'], '`app` is missing.', 'Write the app\u2019s name, for example app: greeter.');
    }
    // Of a mode that does not exist, what else is wrong is told all the same.
    const mode = readMode(inputs) ?? 'deploy';
    const plan = await READERS[mode]({ inputs, facts, inspect, target });
    return inputs.problems.length > 0 ? undefined : plan;
}
/** Each reads the inputs of its mode alone, and all of them. */
const READERS = {
    deploy: readDeployPlan,
    preview: readPreviewPlan,
    draft: readDraftPlan,
    publish: readPublishPlan,
    rollback: readRollbackPlan,
    delete: readDeletePlan,
    status: readStatusPlan
};
async function readDeployPlan(reading) {
    const saving = await readSavingPlan(reading);
    const verify = readVerification(reading.inputs);
    const rollback = readRollback(reading.inputs);
    const isDryRun = reading.inputs.boolean('dry-run') ?? false;
    const skipIfUnchanged = reading.inputs.boolean('skip-if-unchanged') ?? false;
    return saving && { mode: 'deploy', ...saving, verify, rollback, isDryRun, skipIfUnchanged };
}
/** On close nothing is deployed any more, and what would be need not be there. */
async function readPreviewPlan(reading) {
    const app = (0,read_preview/* readPreview */.LW)(reading.inputs, reading.facts, reading.target);
    if (reading.facts.pullRequest?.isClosed)
        return app && { mode: 'delete', ...app };
    const plan = await readDeployPlan(reading);
    return plan && app && { ...plan, mode: 'preview', ...app };
}
async function readDraftPlan(reading) {
    const saving = await readSavingPlan(reading);
    return saving && { mode: 'draft', ...saving };
}
async function readPublishPlan({ inputs, facts, target }) {
    const base = baseOf(inputs, facts.workspace);
    const expectedCode = inputs.read('expected-code-hash', parse_values/* parseCodeHash */.TB);
    if (inputs.given(['expected-code-hash']).length === 0) {
        inputs.rejectLacking(['expected-code-hash'], '`expected-code-hash` is missing: it says which draft is to be published.', 'Set it to the output `code_hash` of the run with `mode: draft`, or, of an image without a hash, to its `image_ref`.');
    }
    const config = await readConfigFile(inputs, base);
    const description = await readDescription(inputs, base);
    const settings = await readSettings(inputs, base, config);
    const tests = await readTests(inputs, base);
    const verify = readVerification(inputs);
    const rollback = readRollback(inputs);
    if (!target || expectedCode === undefined)
        return undefined;
    return { mode: 'publish', target, expectedCode, description, ...settings, tests, verify, rollback };
}
async function readRollbackPlan({ inputs, facts, target }) {
    const version = inputs.read('version', parse_values/* parseVersion */.ot);
    if (inputs.given(['version']).length === 0) {
        inputs.rejectLacking(['version'], '`version` is missing: with `mode: rollback` it says which version is to be active again.', 'Set it to a number, or to previous, which is the highest below the active one.');
    }
    const expectedCode = inputs.read('expected-code-hash', parse_values/* parseCodeHash */.TB);
    const tests = await readTests(inputs, baseOf(inputs, facts.workspace));
    const verify = readVerification(inputs);
    if (!target || version === undefined)
        return undefined;
    return { mode: 'rollback', target, version, expectedCode, tests, verify };
}
async function readDeletePlan({ inputs, facts, target }) {
    const app = inputs.text('app');
    const confirm = inputs.text('confirm');
    const fix = `Write \`confirm: ${target ? app : 'NAME'}\`, to say that this app is to be deleted with all its versions.`;
    if (confirm === undefined)
        inputs.rejectLacking(['confirm'], '`confirm` is missing.', fix);
    else if (confirm !== app)
        inputs.reject(['confirm', 'app'], '`confirm` is not what `app` is.', fix);
    return target && { mode: 'delete', target, madeBy: facts.repository };
}
async function readStatusPlan({ target }) {
    return target && { mode: 'status', target };
}
async function readSavingPlan({ inputs, facts, inspect, target }) {
    const base = baseOf(inputs, facts.workspace);
    const config = await readConfigFile(inputs, base);
    const source = await readSource({ inputs, facts, base, inspect });
    const description = await readDescription(inputs, base);
    const settings = await readSettings(inputs, base, config);
    const createApp = inputs.boolean('create-app') ?? true;
    const tests = await readTests(inputs, base);
    if (!target || !source)
        return undefined;
    if (inputs.problems.length === 0)
        tellManifest(inputs, source);
    return { target, createApp, madeBy: facts.repository, source, description, ...settings, tests };
}
/** A manifest is only read where it is named, so that what lies in a repository changes no app by itself. */
function tellManifest(inputs, source) {
    if (inputs.given(['config-file']).length > 0 || (source.kind !== 'code' && source.kind !== 'context'))
        return;
    if (!(0,external_node_fs_.existsSync)(external_node_path_.join(source.path, MANIFEST)))
        return;
    const shown = external_node_path_.join(source.shownPath, MANIFEST);
    inputs.notes.push(`${shown} is not read: name it in \`config-file\` to take the app\u2019s description and schemas from it.`);
}
/** Relative paths start here. */
function baseOf(inputs, workspace) {
    return external_node_path_.resolve(workspace, inputs.text('working-directory') ?? '.');
}
function readRollback(inputs) {
    return {
        onFailure: inputs.boolean('rollback-on-failure') ?? false,
        onCancel: inputs.boolean('rollback-on-cancel') ?? false
    };
}

// EXTERNAL MODULE: ./build/inputs/read-timeout.js
var read_timeout = __nccwpck_require__(3824);
;// CONCATENATED MODULE: ./build/model/values/private-host.js
/** The ranges of RFC 1918, 3927, 6598 and 4193, and of the machine itself. */
const ADDRESSES = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)\d|^\[(?:::1|fe[89ab][0-9a-f]:|f[cd][0-9a-f]{2}:)/;
/** Names that no public name server knows. */
const NAMES = /(?:^|\.)(?:localhost|local|lan|internal|intranet|corp|home\.arpa)$/;
/** True for a host that only its own network reaches. `hostname` as URL gives it. */
function isPrivateHost(hostname) {
    return ADDRESSES.test(hostname) || NAMES.test(hostname) || !/[.:]/.test(hostname);
}

;// CONCATENATED MODULE: ./build/inputs/source/own-network.js



/** What the platform fetches by itself it must reach. Of a platform of somebody's own nothing is known. */
function rejectOwnNetwork(inputs, source, endpoint) {
    if ((0,values_endpoint/* defaultTokenUrl */.q_)(endpoint) === undefined)
        return;
    if (source.kind === 'git') {
        const host = gitHost(source.url);
        if (host === undefined || !isPrivateHost(host))
            return;
        inputs.reject(['git-url'], `\`git-url\` names the host ${host}, which only a network of your own reaches: the platform clones from the internet.`, 'Run actions/checkout in a step before this one, and set `code` in place of `git-url`.');
    }
    if (source.kind === 'image') {
        const host = imageHost(source.reference);
        if (host === undefined || !isPrivateHost(host))
            return;
        inputs.reject(['image-ref'], `\`image-ref\` names the registry ${host}, which only a network of your own reaches: the platform pulls from the internet.`, 'Push the image to a registry that the internet reaches, such as ghcr.io, in a step before this one, and name it there.');
    }
}
function gitHost(url) {
    const [, scpHost] = /^[^@/]+@([^:/]+):/.exec(url) ?? [];
    return scpHost ?? URL.parse(url)?.hostname.toLowerCase();
}
function imageHost(reference) {
    const host = (0,image_reference/* parseImageReference */.o_)(reference)?.host;
    return host === undefined ? undefined : URL.parse(`https://${host}`)?.hostname;
}

;// CONCATENATED MODULE: ./build/inputs/read-request.js






/** Reads every input. Throws one InputError that names all that is wrong; nothing has been sent by then. */
async function readRequest(inputs, facts, inspect) {
    const plan = await readPlan(inputs, facts, inspect);
    const base = baseOf(inputs, facts.workspace);
    const access = (0,read_access/* readAccess */.z)(inputs, facts, (file) => external_node_path_.resolve(base, file));
    const timeoutMs = (0,read_timeout/* readTimeoutMs */.g)(inputs);
    if (facts.secretless && !access && inputs.wrongValues.length === 0) {
        return { app: inputs.text('app') ?? 'The app', secretless: facts.secretless };
    }
    if (plan && access && 'source' in plan)
        rejectOwnNetwork(inputs, plan.source, access.endpoint);
    if (inputs.problems.length > 0 || !plan || !access)
        throw new errors/* InputError */.dz(inputs.problems);
    return { plan, access, timeoutMs };
}


/***/ }),

/***/ 3824:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readTimeoutMs)
/* harmony export */ });
/* harmony import */ var _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9046);

/** Jobs of GitHub's own runners end after six hours, of others after five days; a day is more than any deploy needs. */
const TIMEOUT_MINUTES = { min: 1, max: 1440 };
const DEFAULT_MINUTES = 30;
/** How long the whole run may take, in milliseconds. */
function readTimeoutMs(inputs) {
    const minutes = inputs.read('timeout-minutes', (text) => (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseInteger */ .cG)(text, TIMEOUT_MINUTES));
    return (minutes ?? DEFAULT_MINUTES) * 60_000;
}


/***/ }),

/***/ 6631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ BUILD_INPUTS),
/* harmony export */   g4: () => (/* binding */ readImageBuild),
/* harmony export */   r7: () => (/* binding */ serviceInputs)
/* harmony export */ });
/* harmony import */ var _model_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4519);
/* harmony import */ var _parse_key_values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3606);
/* harmony import */ var _parse_parse_source_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1541);
/* harmony import */ var _parse_parse_values_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9046);




/** Inputs that mean something only where an image is built. */
const BUILD_INPUTS = ['dockerfile-path', 'build-args', 'builder', 'platform', 'no-cache', 'image-tags'];
/** Those that only the build service can do; it always needs a Dockerfile. */
const SERVICE_INPUTS = ['platform', 'no-cache', 'image-tags'];
/** How the image is built. Undefined where something is wrong; the reader then holds what is. */
function readImageBuild(inputs) {
    const before = inputs.problems.length;
    const builder = inputs.read('builder', (text) => (0,_parse_parse_values_js__WEBPACK_IMPORTED_MODULE_1__/* .parseChoice */ .HU)(text, _model_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .BUILDERS */ .rV)) ?? 'auto';
    const dockerfilePath = inputs.read('dockerfile-path', _parse_parse_source_js__WEBPACK_IMPORTED_MODULE_3__/* .parseContextPath */ .cj);
    const buildArgs = inputs.read('build-args', _parse_key_values_js__WEBPACK_IMPORTED_MODULE_0__/* .parseKeyValues */ .Hl, inputs.raw('build-args')) ?? {};
    const platform = inputs.read('platform', _parse_parse_source_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePlatform */ .FL);
    const noCache = inputs.boolean('no-cache') ?? false;
    const imageTags = inputs.read('image-tags', _parse_parse_source_js__WEBPACK_IMPORTED_MODULE_3__/* .parseImageTags */ .e8) ?? [];
    rejectContradictions(inputs, { builder, dockerfilePath, noCache });
    return inputs.problems.length > before
        ? undefined
        : { builder, dockerfilePath, buildArgs, platform, noCache, imageTags };
}
/** The inputs that ask for the build service by themselves. */
function serviceInputs(inputs, noCache) {
    return inputs.given(SERVICE_INPUTS).filter((name) => name !== 'no-cache' || noCache);
}
function rejectContradictions(inputs, { builder, dockerfilePath, noCache }) {
    if (builder === 'buildpacks' && dockerfilePath !== undefined) {
        const fix = 'Remove `dockerfile-path` for buildpacks, or set `builder: draft` for the Dockerfile.';
        inputs.reject(['builder', 'dockerfile-path'], '`builder: buildpacks` and `dockerfile-path` contradict each other.', fix);
    }
    const wanted = serviceInputs(inputs, noCache);
    const isService = builder === 'build-service' || (builder === 'auto' && wanted.length > 0);
    if (isService && dockerfilePath === undefined) {
        const names = builder === 'build-service' ? ['builder'] : wanted;
        inputs.rejectLacking(['dockerfile-path', ...names], 'The build service builds from a Dockerfile only.', 'Set `dockerfile-path`.');
    }
    if (wanted.length > 0 && (builder === 'draft' || builder === 'buildpacks')) {
        const list = wanted.map((name) => `\`${name}\``).join(', ');
        inputs.reject(['builder', ...wanted], `${list} can be done by the build service only.`, 'Set `builder: build-service`, or remove them.');
    }
}


/***/ }),

/***/ 1716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zR: () => (/* binding */ GIT_INPUTS),
  kU: () => (/* binding */ isCheckedOut),
  O7: () => (/* binding */ readGitSource)
});

// EXTERNAL MODULE: ./build/model/plan.js
var plan = __nccwpck_require__(4519);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/inputs/parse/parse-source.js
var parse_source = __nccwpck_require__(1541);
;// CONCATENATED MODULE: ./build/inputs/parse/repository-url.js
/** Whether two URLs name one repository, whatever they are spelled like and whichever way they lead. */
function isSameRepository(a, b) {
    const [one, other] = [placeOf(a), placeOf(b)];
    if (!one || !other || one.host !== other.host || one.path !== other.path)
        return false;
    return one.port === other.port || one.port === undefined || other.port === undefined;
}
function placeOf(text) {
    const [, scpHost, scpPath] = /^[^@/]+@([^:/]+):(.*)$/.exec(text) ?? [];
    const url = URL.parse(scpHost === undefined ? text : `ssh://${scpHost}/${scpPath}`);
    if (!url)
        return undefined;
    const isSsh = url.protocol === 'ssh:';
    const host = url.hostname.toLowerCase().replace(/^www\./, '');
    const path = url.pathname
        .toLowerCase()
        .split('/')
        .filter((part) => part !== '')
        .join('/');
    return {
        // GitHub's other door for networks that close port 22.
        host: isSsh && host === 'ssh.github.com' ? 'github.com' : host,
        port: isSsh ? undefined : url.port,
        path: path.replace(/\.git$/, '')
    };
}

// EXTERNAL MODULE: ./build/inputs/source/read-build.js
var read_build = __nccwpck_require__(6631);
;// CONCATENATED MODULE: ./build/inputs/source/read-git.js





/** Inputs that mean something only with `git-url`. */
const GIT_INPUTS = ['git-ref', 'git-sub-path', 'git-secret-ref'];
function readGitSource(inputs, facts) {
    const url = inputs.read('git-url', parse_source/* parseGitUrl */.RA);
    const given = inputs.read('git-ref', parse_source/* parseGitRef */.TL);
    const subPath = inputs.read('git-sub-path', parse_source/* parseContextPath */.cj);
    const secretRef = inputs.read('git-secret-ref', parse_source/* parseSecretName */.bK);
    const build = (0,read_build/* readImageBuild */.g4)(inputs);
    if (build && secretRef !== undefined && (0,plan/* wantsBuildService */.pX)(build))
        rejectGitSecret(inputs, build);
    if (!url || !build)
        return undefined;
    const reference = given ?? (isOwnRepository(url, facts) ? facts.commit : undefined);
    return { kind: 'git', url, reference, subPath, secretRef, build };
}
/** Whether a clone has the files that `actions/checkout` puts into the workspace. */
function isCheckedOut({ url, reference }, facts) {
    return reference !== undefined && reference === facts.commit && isOwnRepository(url, facts);
}
/** The build service has no field for the secret, so the repository would be cloned without it. */
function rejectGitSecret(inputs, { builder, noCache }) {
    const isNamed = builder === 'build-service';
    const cause = isNamed ? ['builder'] : (0,read_build/* serviceInputs */.r7)(inputs, noCache);
    const names = isNamed ? '`builder: build-service`' : (0,words/* enumerate */.HL)(cause.map((name) => `\`${name}\``));
    inputs.reject(['git-secret-ref', ...cause], `\`git-secret-ref\` has no effect with ${names}: the build service uses the organization\u2019s saved build secret.`, `Save the credentials with \`dodil ignite build secrets set\` and remove \`git-secret-ref\`, or ${isNamed ? 'set `builder: draft`' : `remove ${names}`}.`);
}
/** The workflow's own repository is deployed at the commit that the workflow runs for. */
function isOwnRepository(url, { repositoryUrl }) {
    return repositoryUrl !== undefined && isSameRepository(url, repositoryUrl);
}


/***/ }),

/***/ 1668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ Redactor)
/* harmony export */ });
/* harmony import */ var _model_values_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9695);
/* harmony import */ var _remote_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(415);


/** A shorter secret is left alone: masking it would tear ordinary words apart. */
const MIN_SECRET = 4;
/** One line of a secret of several lines; `{` or `end` in a pretty-printed key is no secret. */
const MIN_SECRET_LINE = 6;
/** The pattern finds this much of a form; the rest is compared. A pattern of whole keys would be huge. */
const PREFIX = 12;
/**
 * Replaces known secrets by `***`: as they are, and in every other form (model/secret-forms.ts). It is for text
 * whose only escapes are colours, and a colour inside a secret does not hide it. A secret that the log breaks over two
 * lines is not found, except for those of its own lines that have 6 characters or more.
 */
class Redactor {
    #secrets = new Set();
    /** Longest first. */
    #forms = [];
    #pattern;
    constructor(secrets = []) {
        for (const secret of secrets)
            this.add(secret);
    }
    /** To be called with each minted token before its first use. */
    add(secret) {
        const value = secret.toWellFormed().trim();
        if (this.#secrets.has(value))
            return;
        this.#secrets.add(value);
        const forms = new Set([...this.#forms, ...formsInLog(value)]);
        this.#forms = [...forms].sort((a, b) => b.length - a.length);
        const prefixes = new Set(this.#forms.map((form) => escapeForPattern(form.slice(0, PREFIX))));
        this.#pattern = prefixes.size === 0 ? undefined : new RegExp([...prefixes].join('|'), 'g');
    }
    /** Takes one line or many; line feeds stay. A coloured line that holds a secret loses its colours. */
    redact(text) {
        if (!text.includes('\u001b'))
            return this.#mask(text);
        const plain = (0,_remote_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(text);
        if (this.#mask(plain) === plain)
            return text;
        return text
            .split('\n')
            .map((line) => this.#maskColoured(line))
            .join('\n');
    }
    #maskColoured(line) {
        const plain = (0,_remote_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutColours */ .mU)(line);
        const masked = this.#mask(plain);
        return masked === plain ? line : masked;
    }
    #mask(text) {
        const pattern = this.#pattern;
        if (pattern === undefined)
            return text;
        let masked = '';
        let end = 0;
        pattern.lastIndex = 0;
        for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
            const { index } = match;
            const form = this.#forms.find((each) => text.startsWith(each, index));
            if (form !== undefined) {
                // One that begins inside another only makes the hole longer.
                if (index >= end)
                    masked += `${text.slice(end, index)}***`;
                end = Math.max(end, index + form.length);
            }
            pattern.lastIndex = index + 1;
        }
        return end === 0 ? text : masked + text.slice(end);
    }
}
/** Line feeds stay, so a secret of several lines is found line by line; in a sentence of ours it is one line. */
function formsInLog(secret) {
    if (secret.length < MIN_SECRET)
        return [];
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    const parts = lines.length === 1 ? [] : lines.filter((line) => line.length >= MIN_SECRET_LINE);
    const ofOneLine = (0,_model_values_secret_forms_js__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(secret).filter((form) => !/[\r\n]/.test(form));
    return [...parts, ...ofOneLine, (0,_remote_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanLine */ .Ow)(secret)].filter((form) => form.length >= MIN_SECRET);
}
function escapeForPattern(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}


/***/ }),

/***/ 415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ ownLine),
/* harmony export */   EV: () => (/* binding */ withoutGutter),
/* harmony export */   MV: () => (/* binding */ MAX_LINE),
/* harmony export */   Nz: () => (/* binding */ isCleaned),
/* harmony export */   Ow: () => (/* binding */ cleanLine),
/* harmony export */   SF: () => (/* binding */ GUTTER),
/* harmony export */   mU: () => (/* binding */ withoutColours),
/* harmony export */   v3: () => (/* binding */ cleanLines)
/* harmony export */ });
/** Stands before each line of a remote log: nothing that follows it can be a `::` command, whatever .NET trims. */
const GUTTER = '| ';
/** In UTF-16 units. The runner has no limit, but it matches and masks each line as one string. */
const MAX_LINE = 4000;
const COLOURS_OFF = '\u001b[0m';
// The patterns are composed from ECMA-48's parts: escape sequences are introduced by ESC and a character, or by one C1
// control that means the same. None takes a line feed, so that a block of lines is cleaned as its lines would be.
const ESC = '\\u001b';
const CSI_REST = '[0-?]*[ -/]*[@-~]?';
const STRING_REST = `[^\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f]*(?:\\u0007|${ESC}\\\\|\\u009c)`;
const AFTER_ESC = `(?:\\[${CSI_REST}|[P\\]X^_]${STRING_REST}|[ -/]*[0-~]?)`;
const C1_SEQUENCE = `\\u009b${CSI_REST}|[\\u0090\\u0098\\u009d-\\u009f]${STRING_REST}`;
/** A colour or style: numbers of up to three digits, none of them 8, which conceals. */
const COLOUR_AFTER_ESC = '\\[(?:(?!0*8[;m])[0-9]{0,3};){0,15}(?!0*8m)[0-9]{0,3}m';
// Each begins with a plain class or character: what is run over all of a log must not look ahead at every place.
const LINE_CONTROLS = '\\u0000-\\u0008\\u000e-\\u001a\\u001c-\\u001f\\u007f-\\u0084\\u0086-\\u009f';
const BLOCK_CONTROLS = '\\u0000-\\u0008\\u000b-\\u001a\\u001c-\\u001f\\u007f-\\u009f';
const CONTROLS = new RegExp(`${ESC}${AFTER_ESC}|${C1_SEQUENCE}|[${LINE_CONTROLS}]`, 'g');
const NO_COLOUR = `${ESC}(?!${COLOUR_AFTER_ESC})${AFTER_ESC}`;
const CONTROLS_BUT_COLOURS = new RegExp(`${NO_COLOUR}|${C1_SEQUENCE}|[${BLOCK_CONTROLS}]`, 'g');
const COLOURS = new RegExp(`${ESC}${COLOUR_AFTER_ESC}`, 'g');
const COLOURED_LINE = new RegExp(`(${ESC}[^\\n]*)\\n`, 'g');
const LINE_BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;
const BIDI = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const BIDI_CONTROL = new RegExp(`[${BIDI}]`, 'g');
const NEEDS_STRIPPING = new RegExp(`[${BLOCK_CONTROLS}${ESC}\\u2028\\u2029${BIDI}]`);
// In text of characters up to U+00FF, V8 skips 16 at a time that are not in a class of up to 16, of which it compares the
// lower seven bits: two such searches, and three for one character, take a sixth of the time that the whole class takes.
const WIDE = /[\u0100-\uffff]/;
const NARROW_CLASSES = [
    '\\u0000-\\u0008\\u000b-\\u000f\\u0080-\\u0088\\u008b-\\u008f',
    '\\u0010-\\u001f\\u0090-\\u009f'
].map((each) => new RegExp(`[${each}]`));
const OTHER_NARROW = ['\u007f', '\u0089', '\u008a'];
/** Everything Unicode wants rendered as nothing, but the variation selectors that emoji are written with. */
const INVISIBLE = /(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/gu;
// The runner searches `##[` by .NET's `IndexOf(string)`, which asks the culture: it may see nothing in characters that
// have no weight of their own, and so find a command that is not there byte for byte.
const WEIGHTLESS = '\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{M}';
const GAP = `[${WEIGHTLESS}]*`;
const COMMAND_IN_BLOCK = new RegExp(`#${GAP}#(?=${GAP}\\[)`, 'gu');
/** The same, or a piece of it at an edge, which our own words or the next value could complete. */
const COMMAND_IN_VALUE = new RegExp(`#${GAP}#(?=${GAP}(?:\\[|$))|^${GAP}#(?=${GAP}\\[)`, 'gu');
/** The one character that .NET trims and `\s` does not know, U+0085, is gone before this is asked. */
const STARTS_COMMAND = new RegExp(`^[\\s${WEIGHTLESS}]*:${GAP}:`, 'u');
/**
 * One remote value as a single line without colours, to be put into a sentence of ours: a name, a version, a path, the
 * details of a gRPC status. At most 4,000 characters. Only a line that starts with other words is safe with it; for a
 * line of its own, see {@link ownLine}.
 */
function cleanLine(text) {
    const line = NEEDS_NO_CLEANING.test(text) ? text : cleaned(text);
    return line.length > MAX_LINE ? capped(line) : line;
}
/** Printable ASCII without `#`: no control character, nothing invisible, and no `##[`. */
const NEEDS_NO_CLEANING = /^[ -"$-~]*$/;
function cleaned(text) {
    return text
        .toWellFormed()
        .replace(CONTROLS, '')
        .replace(/\r?\n$/, '')
        .replace(LINE_BREAKS, ' \u23ce ')
        .replaceAll('\t', ' ')
        .replace(INVISIBLE, codePointShown)
        .replace(COMMAND_IN_VALUE, '$&\\');
}
/** Text as one line of the job log that the runner takes for no command, wherever the text comes from. */
function ownLine(text) {
    const line = cleanLine(text);
    return STARTS_COMMAND.test(line) ? GUTTER + line : line;
}
/**
 * Whole lines of a remote log, each ended by a line feed, as lines that hold no command (docs/runner.md, Commands) once
 * each has its gutter. Colours stay. Secrets are taken out by `redact` once escapes are gone, which may hide them, and
 * before a cut can halve them; it must leave line feeds alone.
 */
function cleanLines(block, redact) {
    const redacted = redact(needsStripping(block) ? strip(block) : block);
    // Broken after stripping, which may have joined the halves of a `##[`. Most blocks hold no `#` at all.
    const broken = redacted.includes('#') ? redacted.replace(COMMAND_IN_BLOCK, '$&\\') : redacted;
    const cut = capLines(broken);
    return cut.includes('\u001b') ? cut.replace(COLOURED_LINE, `$1${COLOURS_OFF}\n`) : cut;
}
/** Whether this is one line with its gutter, or else one that is as harmless: then it need not be cleaned again. */
function isCleaned(line) {
    return line.startsWith(GUTTER) && !/[\r\n]/.test(line) && line.search(COMMAND_IN_BLOCK) === -1;
}
function needsStripping(block) {
    if (WIDE.test(block))
        return NEEDS_STRIPPING.test(block);
    return NARROW_CLASSES.some((each) => each.test(block)) || OTHER_NARROW.some((each) => block.includes(each));
}
function strip(block) {
    return block
        .replace(CONTROLS_BUT_COLOURS, '')
        .replace(/[\u2028\u2029]/g, ' ')
        .replace(BIDI_CONTROL, codePointShown);
}
/** Cleaned text without the colours that {@link cleanLines} leaves. */
function withoutColours(text) {
    return text.includes('\u001b') ? text.replace(COLOURS, '') : text;
}
function capLines(block) {
    if (block.length <= MAX_LINE)
        return block;
    let done = '';
    let copied = 0;
    let start = 0;
    while (block.length - start > MAX_LINE) {
        // All lines up to the last line feed that is near enough are short.
        const near = block.lastIndexOf('\n', start + MAX_LINE);
        if (near >= start) {
            start = near + 1;
            continue;
        }
        const end = block.indexOf('\n', start);
        if (end === -1)
            break;
        done += block.slice(copied, start) + capped(block.slice(start, end));
        copied = end;
        start = end + 1;
    }
    return done + block.slice(copied);
}
function capped(line) {
    const end = endOfCut(line, MAX_LINE);
    return `${line.slice(0, end)}\u2026 (${line.length - end} more)`;
}
/** The place nearest before `limit` where no surrogate pair and no colour sequence is cut in two. */
function endOfCut(line, limit) {
    const colour = line.lastIndexOf('\u001b', limit - 1);
    if (colour !== -1 && line.indexOf('m', colour) >= limit)
        return colour;
    const isHighSurrogate = (line.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
    return isHighSurrogate ? limit - 1 : limit;
}
function codePointShown(character) {
    const hex = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${hex}>`;
}
/** A cleaned line as it was before the gutter was put before it. */
function withoutGutter(line) {
    return line.startsWith(GUTTER) ? line.slice(GUTTER.length) : line;
}


/***/ }),

/***/ 9479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _require_node_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4368);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var _action_command_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6632);
/* harmony import */ var _action_log_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(221);
/* harmony import */ var _action_mask_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8839);
/* harmony import */ var _action_pinned_pinned_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8548);
/* harmony import */ var _action_run_facts_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(6689);
/* harmony import */ var _action_run_report_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9802);
/* harmony import */ var _action_state_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(862);
/* harmony import */ var _action_stop_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(2703);
/* harmony import */ var _decorate_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(780);
/* harmony import */ var _inputs_credentials_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(5866);
/* harmony import */ var _inputs_github_read_github_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(4554);
/* harmony import */ var _inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_22__ = __nccwpck_require__(8193);
/* harmony import */ var _inputs_input_reader_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(1262);
/* harmony import */ var _inputs_read_network_js__WEBPACK_IMPORTED_MODULE_21__ = __nccwpck_require__(497);
/* harmony import */ var _inputs_read_request_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(6787);
/* harmony import */ var _log_redact_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(1668);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(2011);
/* harmony import */ var _preview_facts_js__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(1414);
/* harmony import */ var _run_clock_js__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(8783);
/* harmony import */ var _source_inspect_js__WEBPACK_IMPORTED_MODULE_19__ = __nccwpck_require__(4861);
/* harmony import */ var _source_inspect_context_js__WEBPACK_IMPORTED_MODULE_20__ = __nccwpck_require__(4074);























const { env } = process;
/** Aborted when the deployment is over. */
const over = new AbortController();
/** For as long as the process lives: a signal must not kill it while it reports how the run ended either. */
const stop = (0,_action_stop_js__WEBPACK_IMPORTED_MODULE_9__/* .stopSwitch */ .B)();
const budget = (0,_decorate_js__WEBPACK_IMPORTED_MODULE_10__/* .decorationBudget */ .mv)();
const redactor = new _log_redact_js__WEBPACK_IMPORTED_MODULE_15__/* .Redactor */ .p();
const log = new _action_log_js__WEBPACK_IMPORTED_MODULE_3__/* .RunnerLog */ .r(redactor, {
    temp: env['RUNNER_TEMP'] || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
    onKept: (file) => report.outputs.logKept(file),
    onRemoteLines: (lines) => pinned.read(lines)
});
const inputs = new _inputs_input_reader_js__WEBPACK_IMPORTED_MODULE_13__/* .InputReader */ .i(env, (text) => log.warning(text));
const pinned = new _action_pinned_pinned_js__WEBPACK_IMPORTED_MODULE_5__/* .Pinned */ .n();
const report = new _action_run_report_js__WEBPACK_IMPORTED_MODULE_7__/* .RunReport */ .e(log, pinned, _run_clock_js__WEBPACK_IMPORTED_MODULE_18__/* .RUN_TIME */ .i.now);
const tools = { inputs, log, redactor, pinned, report, budget, stop };
for (const event of ['uncaughtException', 'unhandledRejection'])
    process.on(event, stop.fail);
try {
    // Set by sweep/action.yml alone.
    if (env['INPUT_SWEEP'] === 'true') {
        const { sweepPreviews } = await Promise.all(/* import() */[__nccwpck_require__.e("deployment-sweep-previews-packages"), __nccwpck_require__.e("deployment-sweep-previews"), __nccwpck_require__.e("adviser-sweep-previews"), __nccwpck_require__.e("sweep-previews")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8712));
        await sweepPreviews({ inputs, log, redactor, stop, env });
    }
    else
        await report.end(await main());
}
catch (error) {
    await report.fail(error);
}
/** How the run ended, or why it was left out. Throws what it failed with. */
async function main() {
    (0,_action_command_files_js__WEBPACK_IMPORTED_MODULE_2__/* .requireCommandFiles */ .G)(env);
    for (const name of (0,_action_mask_js__WEBPACK_IMPORTED_MODULE_4__/* .maskCredentials */ .B)(inputs, redactor))
        log.warning(`\`${name}\` is too short to be hidden in the log.`);
    const facts = await (0,_preview_facts_js__WEBPACK_IMPORTED_MODULE_17__/* .withPullRequestOf */ .W)((0,_action_run_facts_js__WEBPACK_IMPORTED_MODULE_6__/* .readRunFacts */ .F)(env, process.cwd()), { inputs, log, budget, stop: stop.signal });
    const surroundings = { workspace: facts.workspace, exclude: facts.temp ? [facts.temp] : [] };
    const packing = {
        ...surroundings,
        credentials: (0,_inputs_credentials_js__WEBPACK_IMPORTED_MODULE_11__/* .credentialsOf */ .YN)(inputs),
        stop: AbortSignal.any([stop.signal, over.signal])
    };
    for (const warning of (0,_inputs_read_network_js__WEBPACK_IMPORTED_MODULE_21__/* .networkWarnings */ .Ow)(inputs))
        log.warning(warning);
    report.names({ app: (0,_inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_22__/* .shownAppIn */ .kC)(inputs, facts), run: facts });
    const ledger = new _action_state_js__WEBPACK_IMPORTED_MODULE_8__/* .RunnerLedger */ .y5(facts.run);
    const telling = await openGitHub(facts, ledger);
    const request = await (0,_inputs_read_request_js__WEBPACK_IMPORTED_MODULE_14__/* .readRequest */ .i)(inputs, facts, {
        code: (code) => (0,_source_inspect_js__WEBPACK_IMPORTED_MODULE_19__/* .inspect */ .N)(code, packing),
        context: (context) => (0,_source_inspect_context_js__WEBPACK_IMPORTED_MODULE_20__/* .inspectContext */ .A)(context, packing)
    });
    if ('secretless' in request)
        return request;
    report.start(request);
    // Most of the action: a run that goes no further does without it, and nothing has been told or sent by then.
    const { deployed } = await Promise.all(/* import() */[__nccwpck_require__.e("deployment-sweep-previews-packages"), __nccwpck_require__.e("deployment-sweep-previews"), __nccwpck_require__.e("deployment")]).then(__nccwpck_require__.bind(__nccwpck_require__, 61));
    for (const note of inputs.notes)
        log.info(note);
    // What is removed is no deployment.
    if (request.plan.mode !== 'delete')
        telling?.begin();
    const outcome = await deployed(request, { ...tools, facts, surroundings, ledger })
        // A connection that fails ends the packing beside it.
        .finally(() => over.abort());
    const { reason } = stop.signal;
    if (stop.signal.aborted && !(reason instanceof _model_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .Stopped */ .C9))
        throw reason;
    return outcome;
}
/** What is told on GitHub; undefined where nothing is. */
async function openGitHub(facts, ledger) {
    const request = (0,_inputs_github_read_github_js__WEBPACK_IMPORTED_MODULE_12__/* .readGitHub */ .k)(inputs, facts);
    if (!request)
        return undefined;
    const { report: tell } = report.outputs;
    const telling = await (0,_decorate_js__WEBPACK_IMPORTED_MODULE_10__/* .openTelling */ .G9)({ request, inputs, facts, log, ledger, report: tell, budget, stop: stop.signal });
    report.tellOn(telling.end);
    return telling;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ againIfChanged),
/* harmony export */   z: () => (/* binding */ FileChanged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);

/** A file was another one when it was read than when it was listed. */
class FileChanged extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceError */ .c8 {
    constructor(name) {
        super(`${name} changed while it was being packed.`, {
            hint: 'Let the steps that write files end before the deployment starts.'
        });
    }
}
/**
 * Works on files that were listed before. A file that is being written is often complete a moment later: where one has changed,
 * they are listed anew, and the work is done once more from the start, but not a third time.
 */
async function againIfChanged(found, work, listAnew) {
    try {
        return await work(found);
    }
    catch (error) {
        if (!(error instanceof FileChanged))
            throw error;
        return await work(await listAnew(error));
    }
}


/***/ }),

/***/ 201:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isChanged)
/* harmony export */ });
/** Whether anything differs. */
function isChanged({ changes }) {
    if (changes.some(({ kind }) => kind !== 'unknown'))
        return true;
    return changes.length > 0 ? 'unknown' : false;
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ Problem),
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   Dh: () => (/* binding */ ExpectedError),
/* harmony export */   Wk: () => (/* binding */ PlatformError),
/* harmony export */   Xs: () => (/* binding */ isBearable),
/* harmony export */   c8: () => (/* binding */ SourceError),
/* harmony export */   d8: () => (/* binding */ why),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   es: () => (/* binding */ rootCause),
/* harmony export */   ht: () => (/* binding */ UnsupportedServerError),
/* harmony export */   lR: () => (/* binding */ AuthError),
/* harmony export */   sH: () => (/* binding */ DeployError),
/* harmony export */   sb: () => (/* binding */ clause),
/* harmony export */   zg: () => (/* binding */ StepError)
/* harmony export */ });
/* harmony import */ var _values_words_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9392);

/** A failure that we expected and can explain. Any other error is a bug in the action. */
class ExpectedError extends Error {
    /** Goes to the output `reason_code`. */
    reason;
    /** What the reader can do about it, as imperative sentences. */
    hint;
    /** What is wrong in a few words, where that says more than the reason: goes on after the app's name and a colon. */
    headline;
    constructor(reason, message, options = {}) {
        super(message, options);
        this.name = new.target.name;
        this.reason = reason;
        this.hint = options.hint;
        this.headline = options.headline;
    }
}
/** One thing that is wrong with what the user gave. Its text names an input: who reads it alone must know where to look. */
class Problem {
    inputs;
    message;
    fix;
    inFiles;
    /** Private, so that no other object is taken for a Problem. */
    #text;
    constructor({ inputs, message, fix, inFiles = false }) {
        const text = `${message} ${fix}`;
        const isNamed = inputs.some((name) => text.includes(`\`${name}\``) || text.includes(`\`${name}: `));
        this.inputs = inputs;
        this.message = isNamed ? message : `${(0,_values_words_js__WEBPACK_IMPORTED_MODULE_0__/* .enumerate */ .HL)(inputs.map((name) => `\`${name}\``))}: ${message}`;
        this.fix = fix;
        this.inFiles = inFiles;
        this.#text = `${this.message} ${fix}`.trimEnd();
    }
    /** What is wrong and what to write instead, in one line. */
    get text() {
        return this.#text;
    }
}
/** All that is wrong with the inputs, reported at once. Nothing has been sent. */
class InputError extends ExpectedError {
    problems;
    constructor(problems) {
        const reason = problems.every((problem) => problem.inFiles) ? 'source_error' : 'bad_input';
        super(reason, problems.map(({ text }) => text).join('\n'));
        this.problems = problems;
    }
}
/** The files on disk cannot be packed. */
class SourceError extends ExpectedError {
    constructor(message, options = {}) {
        super('source_error', message, options);
    }
}
/** The credentials were refused, or the token endpoint gave none. */
class AuthError extends ExpectedError {
    constructor(message, options = {}) {
        super('auth_failed', message, options);
    }
}
/** The server lacks a method, a field or reflection that the plan needs. */
class UnsupportedServerError extends ExpectedError {
    constructor(message, options = {}) {
        super('unsupported_server', message, options);
    }
}
/** The platform answered a call with an error, or did not answer. */
class PlatformError extends ExpectedError {
    /** The gRPC status name, for example `UNAVAILABLE`. */
    code;
    /** True where the call may have taken effect although no answer came (docs/runner.md, Calls that break). */
    ambiguous;
    /** True where a message came that could not be read: sent again, it is the same message. */
    isUnreadable;
    /** What the platform said, without our sentence around it, which may hold the names of anything. */
    words;
    constructor(code, message, options) {
        super(options.reason, message, options);
        this.code = code;
        this.ambiguous = options.ambiguous;
        this.isUnreadable = options.isUnreadable ?? false;
        this.words = options.words ?? message;
    }
}
/** A phase ended badly for a reason that is the deployment's own, not one call's. */
class DeployError extends ExpectedError {
    /** The last lines of the phase's remote log, harmless already: shown where the eye falls first. */
    excerpt;
    /** What to write into the workflow, line by line. */
    snippet;
    speaker;
    constructor(reason, message, options = {}) {
        super(reason, message, options);
        this.excerpt = options.excerpt ?? [];
        this.snippet = options.snippet ?? [];
        this.speaker = options.speaker ?? 'platform';
    }
}
/** The run was told to stop: by a signal, or by `timeout-minutes`. */
class Stopped extends ExpectedError {
    constructor(reason, message, options = {}) {
        super(reason, message, options);
    }
}
/** A named part of the deployment failed; the cause says how. */
class StepError extends Error {
    step;
    constructor(step, cause) {
        super(`${step} failed`, { cause });
        this.name = 'StepError';
        this.step = step;
    }
}
/** Whether the run may go on without what failed: not after its stop, nor after a bug of ours. */
function isBearable(error) {
    return error instanceof ExpectedError && !(error instanceof Stopped);
}
/** What an error says, whatever it was that was thrown. */
function why(error) {
    return error instanceof Error ? error.message : String(error);
}
/** What an error says, to stand in a sentence of ours: without its full stop. */
function clause(error) {
    return why(error).replace(/\.$/, '');
}
/** The failure itself, without the step that it ended. */
function rootCause(error) {
    if (error instanceof SuppressedError)
        return rootCause(error.suppressed);
    return error instanceof StepError ? error.cause : error;
}


/***/ }),

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ codeFacts),
/* harmony export */   F: () => (/* binding */ mainUrl)
/* harmony export */ });
/** What tells a version's code from any other. */
function codeFacts(version) {
    const { codeHash = '', imageRef } = version ?? {};
    return { codeHash, ...(imageRef !== undefined && { imageRef }) };
}
/** The URL that people mean by "the app's URL": port 80's, else the first. */
function mainUrl(urls) {
    return (urls.find((each) => each.port === 80) ?? urls[0])?.url;
}


/***/ }),

/***/ 4519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ mayRollBack),
/* harmony export */   GZ: () => (/* binding */ RUST_TARGETS),
/* harmony export */   aC: () => (/* binding */ RUNTIMES),
/* harmony export */   pX: () => (/* binding */ wantsBuildService),
/* harmony export */   rV: () => (/* binding */ BUILDERS)
/* harmony export */ });
/** The runtimes that the platform compiles or packs by itself. */
const RUNTIMES = ['python', 'rust', 'go', 'deno'];
const RUST_TARGETS = ['native', 'wasm'];
/** Which way an image is built: the draft's own build, or the build service with its own options. */
const BUILDERS = ['auto', 'draft', 'buildpacks', 'build-service'];
/** Whether post may have to return to the version before. Not where nothing is published. */
function mayRollBack(policy) {
    return policy !== undefined && (policy.onFailure || policy.onCancel);
}
/** `auto` is the draft's own build, unless something is asked for that only the build service can do. */
function wantsBuildService({ builder, platform, noCache, imageTags }) {
    return (builder === 'build-service' || (builder === 'auto' && (platform !== undefined || noCache || imageTags.length > 0)));
}


/***/ }),

/***/ 4317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   nm: () => (/* binding */ LEFT_BY_ZERO),
/* harmony export */   wX: () => (/* binding */ namesIn),
/* harmony export */   yy: () => (/* binding */ SETTINGS)
/* harmony export */ });
/**
 * The one table of settings: our name of a setting \u2192 the input that sets it, which is also its label, the platform's
 * field, with the messages on the way to it, and what kind of value it is. A new setting is a row here.
 */
const SETTINGS = {
    env: { input: 'env', field: 'env', kind: 'map' },
    description: { input: 'description', field: 'description', kind: 'text' },
    tier: { input: 'tier', field: 'resource_tier', kind: 'word', words: ['small', 'medium', 'large', 'xlarge'] },
    memory: { input: 'memory', field: 'limits.memory_mb', kind: 'megabytes' },
    cpu: { input: 'cpu', field: 'limits.cpu_millicores', kind: 'millicores' },
    timeoutSeconds: { input: 'timeout-seconds', field: 'limits.timeout_secs', kind: 'seconds' },
    reserved: { input: 'reserved', field: 'scaling.reserved_capacity', kind: 'count' },
    maxReplicas: { input: 'max-replicas', field: 'scaling.max_replicas', kind: 'count' },
    maxConcurrency: { input: 'max-concurrency', field: 'max_concurrency', kind: 'count' },
    storageMode: {
        input: 'storage-mode',
        field: 'storage_mode',
        kind: 'word',
        words: ['persistent', 'ephemeral', 'ttl']
    },
    ttl: { input: 'ttl', field: 'ttl_secs', kind: 'seconds' },
    mcpEnabled: { input: 'mcp-enabled', field: 'mcp_enabled', kind: 'flag' },
    autoMode: {
        input: 'auto-mode',
        field: 'scaling.auto_mode',
        kind: 'word',
        words: ['disabled', 'enabled', 'tier-only', 'scale-only']
    },
    allowUnauthenticated: { input: 'allow-unauthenticated', field: 'allow_unauthenticated', kind: 'flag' },
    healthPath: { input: 'health-path', field: 'health_path', kind: 'path' },
    ports: { input: 'ports', field: 'ports', kind: 'ports' },
    inputSchema: { input: 'input-schema', field: 'input_schema', kind: 'json' },
    outputSchema: { input: 'output-schema', field: 'output_schema', kind: 'json' }
};
/**
 * Numbers of which 0 says: as the platform has it, which a platform may then show as the number that it takes. Of `reserved`
 * 0 is a number like any other: it ends what is billed.
 */
const LEFT_BY_ZERO = new Set([
    'memory',
    'cpu',
    'timeoutSeconds',
    'maxReplicas',
    'maxConcurrency',
    'ttl'
]);
const SETTING_NAMES = Object.keys(SETTINGS);
function namesIn(change) {
    return SETTING_NAMES.filter((name) => change[name] !== undefined);
}
/** Only these of the settings. */
function pick(settings, names) {
    return Object.fromEntries(names.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])));
}


/***/ }),

/***/ 40:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ parseEndpoint),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   YJ: () => (/* binding */ shortEndpoint),
/* harmony export */   q_: () => (/* binding */ defaultTokenUrl),
/* harmony export */   qf: () => (/* binding */ parseTokenUrl)
/* harmony export */ });
const KNOWN = {
    staging: {
        authority: 'rpc.dev.dodil.io:443',
        tokenUrl: 'https://id.dev.dodil.io/realms/dodil/protocol/openid-connect/token'
    },
    production: {
        authority: 'rpc.dodil.io:443',
        tokenUrl: 'https://id.dodil.io/realms/dodil/protocol/openid-connect/token'
    }
};
/** The HTTP API of each, as its pages write it: a URL. */
const HTTP_HOSTS = { 'api.dev.dodil.io': 'staging', 'api.dodil.io': 'production' };
const FORMS = 'Write `staging`, `production`, `host:port` or `https://host:port`.';
/**
 * Reads `api-endpoint`. `host:port` without a scheme is TLS, except on loopback, where it is plaintext: so the address
 * that the emulator prints works as it is.
 */
function parseEndpoint(text) {
    const written = text.trim();
    const known = Object.hasOwn(KNOWN, written) ? KNOWN[written] : undefined;
    if (known)
        return { authority: known.authority, secure: true, loopback: false, name: `${known.authority} (${written})` };
    const address = parseAddress(written);
    if ('problem' in address)
        return address;
    const { scheme, hostname, port } = address;
    const meant = scheme === undefined ? undefined : HTTP_HOSTS[hostname];
    if (meant !== undefined) {
        return {
            problem: `${hostname} is the host of the HTTP API.`,
            fix: `Write \`${meant}\`, which is gRPC\u2019s \`${KNOWN[meant]?.authority}\`.`
        };
    }
    const loopback = isLoopback(hostname);
    if (scheme === 'http' && !loopback) {
        return {
            problem: 'Plaintext is refused: the token would be readable on the way.',
            fix: 'Write `https://host:port`.'
        };
    }
    const authority = `${hostname}:${port}`;
    return { authority, secure: scheme === 'https' || (scheme === undefined && !loopback), loopback, name: authority };
}
/** The platform's name for an endpoint, or where it is; what cannot be read, as it was written. */
function shortEndpoint(text) {
    const endpoint = Object.hasOwn(KNOWN, text) ? undefined : parseEndpoint(text);
    return endpoint && 'authority' in endpoint ? endpoint.authority : text;
}
/** The token endpoint that belongs to a known platform; any other needs `auth-url`. */
function defaultTokenUrl(endpoint) {
    return Object.values(KNOWN).find((known) => known.authority === endpoint.authority)?.tokenUrl;
}
/** Reads `auth-url`: the token endpoint's whole URL, https, or http on loopback. */
function parseTokenUrl(text) {
    const fix = 'Write the whole URL, such as `https://id.example.com/realms/dodil/protocol/openid-connect/token`.';
    if (!URL.canParse(text.trim()))
        return { problem: 'This is not a URL.', fix };
    const url = new URL(text.trim());
    if (url.username !== '' || url.password !== '')
        return { problem: 'A URL with a user or password is refused.', fix };
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
        return url.href;
    return { problem: 'Only https is accepted, or http on loopback: the secret is sent there.', fix };
}
function parseAddress(written) {
    const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^\s\\/?#]+)(.*)$/is.exec(written);
    const scheme = parts?.[1]?.toLowerCase();
    const authority = parts?.[2] ?? '';
    const rest = parts?.[3] ?? '';
    if (/^(unix|unix-abstract|xds|dns|ipv4|ipv6|vsock):(?!\d+$)/i.test(written))
        return unreadable('a gRPC name scheme');
    if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
        return unreadable('another scheme');
    if (authority.includes('@'))
        return unreadable('a user name');
    if (rest !== '' && rest !== '/')
        return unreadable('a path');
    const port = /:(\d+)$/.exec(authority)?.[1];
    if (port === undefined && scheme === undefined)
        return { problem: 'The address has no port.', fix: FORMS };
    const form = `${scheme ?? 'https'}://${authority}`;
    if (authority === '' || authority.includes('%') || !URL.canParse(form))
        return { problem: 'This is no address.', fix: FORMS };
    const number = Number(port ?? (scheme === 'http' ? 80 : 443));
    if (number < 1 || number > 65_535)
        return { problem: 'A port is a number from 1 to 65535.', fix: FORMS };
    return { scheme, hostname: new URL(form).hostname, port: number };
}
function unreadable(what) {
    return { problem: `An address with ${what} is refused.`, fix: FORMS };
}
/** `hostname` as URL gives it: IPv4 in four decimal parts, IPv6 short and in brackets. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}


/***/ }),

/***/ 9828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ LONGEST_LABEL),
/* harmony export */   v: () => (/* binding */ hostLabel)
/* harmony export */ });
/** What DNS takes between two dots. */
const LONGEST_LABEL = 63;
/** The first part of an app's public host: `greeter-acme`. */
function hostLabel({ organization, name }) {
    return `${name}-${organization}`;
}


/***/ }),

/***/ 1796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   jz: () => (/* binding */ registrySecretName),
/* harmony export */   o_: () => (/* binding */ parseImageReference),
/* harmony export */   rU: () => (/* binding */ isMoving)
/* harmony export */ });
const PART = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_PART = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = `(?:${DOMAIN_PART}(?:\\.${DOMAIN_PART})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?`;
const REFERENCE = new RegExp(`^(?:(${DOMAIN})/)?(${PART}(?:/${PART})*)(?::(\\w[\\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`);
/** The longest name that a registry takes. */
const LONGEST_NAME = 255;
/** How many hex digits a digest has, as the distribution project checks them after the grammar: one cut short is none. */
const DIGEST_DIGITS = { sha256: 64, sha384: 96, sha512: 128 };
/** Undefined where the text is no image reference. */
function parseImageReference(text) {
    const [, first, rest = '', tag, digest] = REFERENCE.exec(text) ?? [];
    if (digest !== undefined && !isWhole(digest))
        return undefined;
    if (rest === '' || text.length > LONGEST_NAME + 256)
        return undefined;
    const isHost = first !== undefined && (/[.:]/.test(first) || first === 'localhost');
    const path = first === undefined || isHost ? rest : `${first}/${rest}`;
    if (path !== path.toLowerCase() || path.length > LONGEST_NAME)
        return undefined;
    return { host: isHost ? first : undefined, path, tag, digest };
}
function isWhole(digest) {
    const [algorithm = '', hex = ''] = digest.split(':');
    const digits = DIGEST_DIGITS[algorithm];
    return digits === undefined || (hex.length === digits && hex === hex.toLowerCase());
}
/** Whether the reference may mean another image tomorrow: every version that was published with it would change. */
function isMoving({ digest }) {
    return digest === undefined;
}
/** What the credentials of an app's registry are stored as. The names of secrets have no dots. */
function registrySecretName(app) {
    return `${app.replaceAll('.', '-')}-registry`;
}


/***/ }),

/***/ 9543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
/** Neither null, nor a list, nor bytes. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The one of the names that is nearest, where it is near: a letter in three may be another, or as many as are told. */
function nearest(name, names, most = Math.max(1, Math.floor(name.length / 3))) {
    const ranked = names.map((each) => ({ each, far: distance(name, each) })).sort((a, b) => a.far - b.far);
    const best = ranked[0];
    return best && best.far <= most ? best.each : undefined;
}
/** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
function distance(a, b) {
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 0; i < a.length; i++) {
        const next = [i + 1];
        for (let j = 0; j < b.length; j++) {
            const isSwapped = i > 0 && a[i] === b[j - 1] && a[i - 1] === b[j];
            const swapped = isSwapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
            const changed = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
            next.push(Math.min(changed, swapped, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        before = row;
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 5434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ readPullRequest),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   pG: () => (/* binding */ readBranch)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9543);

/** Reads what GitHub tells of a pull request of `repository`; undefined where it is none. */
function readPullRequest(json, repository) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(json) || !isNumber(json['number']))
        return undefined;
    const { number, head, state } = json;
    const { sha, repo, ref } = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(head) ? head : {};
    return {
        number,
        head: readBranch(repo, ref),
        headSha: typeof sha === 'string' && isCommit(sha) ? sha : undefined,
        // `fork: true` says nothing by itself: in a repository that is a fork, its own branches have it too.
        isFork: repo !== undefined && !((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(repo) && repo['full_name'] === repository),
        isClosed: state === 'closed',
        isMerged: json['merged'] === true
    };
}
/** What GitHub tells of a branch. */
function readBranch(repository, name) {
    const full = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(repository) ? repository['full_name'] : undefined;
    return {
        repository: typeof full === 'string' ? full : undefined,
        name: typeof name === 'string' ? name : undefined
    };
}
function isNumber(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}
/** Anything else could be taken for an option of a program. */
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}


/***/ }),

/***/ 9695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/**
 * Every text that a secret may stand as: itself, and what base64 (at any offset), URLs, forms and JSON make of it. Where
 * one of these spellings holds the secret, it holds one of these texts. White space around the secret is no part of it.
 */
function secretForms(secret) {
    const value = secret.toWellFormed().trim();
    const escaped = NEVER_ESCAPED.test(value) ? [] : [...urlForms(value), ...jsonForms(value)];
    return [...new Set([value, ...base64Forms(value), ...escaped])];
}
/** URLs, forms and JSON have these characters as they are. Most tokens are made of them, and are long. */
const NEVER_ESCAPED = /^[\w.-]*$/;
/**
 * The part of a secret's base64 that does not depend on what stands before and after it: one for each of the three
 * places in a group of three bytes where it can begin, in both alphabets.
 */
function base64Forms(secret) {
    return [0, 1, 2].flatMap((shift) => {
        const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
        const firstOwn = Math.ceil((shift * 8) / 6);
        const endOfOwn = Math.floor((bytes.length * 8) / 6);
        return [bytes.toString('base64'), bytes.toString('base64url')].map((text) => text.slice(firstOwn, endOfOwn));
    });
}
/**
 * Languages do not agree on what a URL must escape, and in which case: JavaScript leaves `!'()*`, Python's `quote` leaves
 * `/` and escapes those, others follow RFC 3986 strictly. In a form a space is `+`.
 */
function urlForms(secret) {
    const ours = encodeURIComponent(secret);
    const strict = ours.replace(/[!'()*]/g, percentEscape);
    const inUrls = [ours, strict, strict.replaceAll('%2F', '/'), encodeURI(secret)];
    const inForms = [ours, strict, new URLSearchParams([['', secret]]).toString().slice(1)];
    const forms = [...inUrls, ...inForms.map((form) => form.replaceAll('%20', '+'))];
    return [...forms, ...forms.map((form) => form.replace(/%../g, (escaped) => escaped.toLowerCase()))];
}
function percentEscape(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** What encoders write as `\uXXXX` that JSON allows as it is: nothing, then what Go, Gson and .NET have for it. */
const NUMBERED_IN_JSON = ['', '<>&\u2028\u2029', "<>&'=\u2028\u2029", '<>&\'"+`\u007f'];
/** Some write all that is not ASCII by its number, in either case of hex; PHP's also escapes a slash. */
function jsonForms(secret) {
    const cases = [false, true];
    return NUMBERED_IN_JSON.flatMap((numbered) => cases.flatMap((isAscii) => cases.flatMap((isUpper) => {
        const isNumbered = (each) => numbered.includes(each) || (isAscii && each > '\u007f');
        const form = [...secret].map((each) => jsonForm(each, isNumbered(each), isUpper)).join('');
        return [form, form.replaceAll('/', '\\/')];
    })));
}
function jsonForm(character, isNumbered, isUpper) {
    const plain = JSON.stringify(character).slice(1, -1);
    return isNumbered || plain.startsWith('\\u') ? jsonNumber(character, isUpper) : plain;
}
function jsonNumber(character, isUpper) {
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at).toString(16));
    return units.map((hex) => `\\u${(isUpper ? hex.toUpperCase() : hex).padStart(4, '0')}`).join('');
}


/***/ }),

/***/ 129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ isVariableName)
/* harmony export */ });
/** Whether a variable can have that name. One that it cannot have may be a part of a secret that was cut in two. */
function isVariableName(name) {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}


/***/ }),

/***/ 9392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   HL: () => (/* binding */ enumerate),
/* harmony export */   IK: () => (/* binding */ withShortDigests),
/* harmony export */   Ku: () => (/* binding */ firstOf),
/* harmony export */   RN: () => (/* binding */ inTime),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   h5: () => (/* binding */ shownTime),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   zD: () => (/* binding */ grouped)
/* harmony export */ });
/** `43 ms`, `2.4 s`, `12 s`, `3 min 5 s`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.max(0, Math.round(ms))} ms`;
    if (ms < 9_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** ` (2.4 s)`; empty below a second, which tells nobody anything. */
function inTime(ms) {
    return ms < 999.5 ? '' : ` (${duration(ms)})`;
}
/** `2026-11-21T10:00:00Z`, of milliseconds since the epoch. A number that is no time of this calendar is shown as it is. */
function shownTime(ms) {
    const time = new Date(ms);
    return Number.isNaN(time.getTime()) ? String(ms) : time.toISOString().replace('.000Z', 'Z');
}
/** A text with each digest in it cut to 12 digits, which tell it from any other. */
function withShortDigests(text) {
    return text.replace(/\b([0-9a-f]{12})[0-9a-f]{20,116}\b/g, '$1');
}
/** `312 B`, `14.2 kB`, `3.1 MB`, `2.1 GB`; a kB is 1,000 bytes. What would be rounded to 1000.0 is one of the next unit. */
function size(bytes) {
    if (bytes < 1000)
        return `${bytes} B`;
    if (bytes < 999_950)
        return `${(bytes / 1000).toFixed(1)} kB`;
    if (bytes < 999_950_000)
        return `${(bytes / 1_000_000).toFixed(1)} MB`;
    return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
/** `1,234`. What knows the numbers of all languages takes longer to load than a file takes to pack. */
function grouped(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}
/** `1 file`, `1,234 files`. */
function count(n, noun) {
    return `${grouped(n)} ${noun}${n === 1 ? '' : 's'}`;
}
/** `a`, `a and b`, `a, b and c`. */
function enumerate(words) {
    return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
/** `a, b`; of more words than are shown, the first: `a, b and 4 more`. */
function firstOf(words, shown) {
    const first = words.slice(0, shown).join(', ');
    return words.length > shown ? `${first} and ${words.length - shown} more` : first;
}


/***/ }),

/***/ 1414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ withPullRequestOf),
/* harmony export */   l: () => (/* binding */ isClosedNow)
/* harmony export */ });
/* harmony import */ var _decorate_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(780);
/* harmony import */ var _inputs_github_read_github_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4554);
/* harmony import */ var _inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8193);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2011);




/**
 * The facts with the pull request that `pr-number` names. A preview is of its own commit, and of none that is closed: what
 * the event does not say of that is asked.
 */
async function withPullRequestOf(read, asking) {
    const facts = (0,_inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_3__/* .withPullRequest */ .pX)(asking.inputs, read);
    if (!(0,_inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_3__/* .isPreview */ .bU)(asking.inputs))
        return facts;
    const pullRequest = facts.pullRequest ?? (await pullRequestNow(facts, asking));
    if (!pullRequest)
        asking.stop.throwIfAborted();
    return (0,_inputs_github_read_preview_js__WEBPACK_IMPORTED_MODULE_3__/* .withPreviewCommit */ .Ag)(asking.inputs, facts, pullRequest);
}
/** Whether the pull request is closed by now; where GitHub does not tell, it is taken to be open. */
async function isClosedNow(facts, asking) {
    return (await pullRequestNow(facts, asking))?.isClosed ?? false;
}
/** Undefined where there is none, and where GitHub does not tell. */
async function pullRequestNow(facts, { inputs, log, budget, stop }) {
    const { pullRequestNumber: number } = facts;
    if (number === undefined)
        return undefined;
    try {
        const access = (0,_inputs_github_read_github_js__WEBPACK_IMPORTED_MODULE_1__/* .readGitHubAccess */ .w)(inputs, facts);
        if (typeof access === 'string')
            throw new Error(access);
        return await (0,_decorate_js__WEBPACK_IMPORTED_MODULE_0__/* .readPullRequest */ .DQ)(number, { access, inputs, budget, stop });
    }
    catch (error) {
        if (stop.aborted)
            return undefined;
        log.info(`Whether the pull request ${number} is open could not be read: ${(0,_model_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .clause */ .sb)(error)}.`);
        return undefined;
    }
}


/***/ }),

/***/ 4368:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

// Imported before all else, and for what it does: an old Node must come as far as this.
const NEEDED = 24;
const found = process.versions.node;
if (Number(found.split('.')[0]) < NEEDED) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(1, `::error title=Node is too old::This action needs Node ${NEEDED} and was started by Node ${found} (${process.execPath}). ` +
        `Update the runner, or, where it takes node from PATH (act, Gitea), put Node ${NEEDED} there.\n`);
    process.exit(1);
}


/***/ }),

/***/ 8783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ RUN_TIME),
  V: () => (/* binding */ clockUntil)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/run-clock.js

/** Time as a run measures it. Node's `performance` would load a dozen modules for it. */
const RUN_TIME = { now: () => process.uptime() * 1000 };
/** A clock whose waits end when the run is told to stop. */
function clockUntil(stop) {
    return {
        ...RUN_TIME,
        sleep: (ms, wake) => {
            const signal = wake ? AbortSignal.any([stop, wake]) : stop;
            return (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal }).catch(() => stop.throwIfAborted());
        }
    };
}


/***/ }),

/***/ 2505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isAscii),
/* harmony export */   q: () => (/* binding */ inByteOrder)
/* harmony export */ });
/** JavaScript compares UTF-16 units, which is another order than that of the bytes; one character a byte is not. */
function inByteOrder(items, pathOf) {
    if (items.every((item) => isAscii(pathOf(item)))) {
        return items.toSorted((one, other) => order(pathOf(one), pathOf(other)));
    }
    const keyed = items.map((item) => ({ item, key: Buffer.from(pathOf(item)).toString('latin1') }));
    return keyed.toSorted((one, other) => order(one.key, other.key)).map(({ item }) => item);
}
function order(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}
/** Whether a character of it is one byte, each. */
function isAscii(text) {
    return Buffer.byteLength(text) === text.length;
}


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gi: () => (/* binding */ entryIn),
/* harmony export */   HQ: () => (/* binding */ posixPath),
/* harmony export */   eF: () => (/* binding */ realOrSame),
/* harmony export */   gR: () => (/* binding */ contains),
/* harmony export */   un: () => (/* binding */ shownPathIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** True where `path` is `directory` or lies below it. Both are absolute. */
function contains(directory, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(directory, path);
    return way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way);
}
/** The way from `root` down to `path` with `/` between its parts; empty where they are one. */
function posixPath(root, path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
}
/** What `join` gives for a way that is plain, such as a name, without a look at each part of the directory. */
function entryIn(directory, way) {
    return directory.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? directory + way : directory + node_path__WEBPACK_IMPORTED_MODULE_1__.sep + way;
}
/** How the user would write the path of something by its path from a root that the user wrote. */
function shownPathIn(root, path) {
    return root === '.' && path !== '' ? path : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
}
/** The path with its symlinks resolved, or the path itself where it does not exist. */
function realOrSame(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}


/***/ }),

/***/ 7416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   rU: () => (/* binding */ checkSizes),
/* harmony export */   si: () => (/* binding */ checkDirectories),
/* harmony export */   wE: () => (/* binding */ checkCount)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9392);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6127);



const LARGEST = 5;
function contentsOf(files) {
    return {
        files: files.length,
        contentBytes: files.reduce((sum, file) => sum + file.bytes, 0),
        largest: largest(files),
        paths: files.map((file) => file.path)
    };
}
/** Throws SourceError, with the largest files named, where the files are more or larger than the limits allow. */
function checkSizes(files, shownPath, limits) {
    checkCount(files.length, shownPath, limits);
    const tooLarge = files.find((file) => file.bytes > limits.fileBytes);
    if (tooLarge) {
        const name = `\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(tooLarge.path)}\` in \`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(shownPath)}\``;
        throw tooMuch(`${name} has ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(tooLarge.bytes)}; a file may have ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(limits.fileBytes)}`, files);
    }
    const total = files.reduce((sum, file) => sum + file.bytes, 0);
    if (total > limits.totalBytes) {
        const limit = (0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(limits.totalBytes);
        throw tooMuch(`\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(shownPath)}\` holds ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(total)}; a package may hold ${limit}`, files);
    }
}
/** Throws SourceError where there are more files than the limits allow. */
function checkCount(files, shownPath, limits) {
    if (files > limits.files)
        throw tooMany(`more than ${limits.files} files (${files} counted)`, shownPath);
}
/** Throws SourceError where there are more directories than the limits allow. */
function checkDirectories(directories, shownPath, limits) {
    if (directories > limits.directories)
        throw tooMany(`more than ${limits.directories} directories`, shownPath);
}
function largest(files) {
    const bySize = files.toSorted((a, b) => b.bytes - a.bytes);
    return bySize.slice(0, LARGEST).map(({ path, bytes }) => ({ path, bytes }));
}
function tooMany(what, shownPath) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceError */ .c8(`\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(shownPath)}\` holds ${what}.`, {
        hint: 'Point `code` at the directory of the app alone, or leave files out by an `.igniteignore`.'
    });
}
function tooMuch(message, files) {
    const names = largest(files).map((file) => `\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(file.path)}\` ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(file.bytes)}`);
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceError */ .c8(`${message}. The largest: ${names.join(', ')}.`, {
        hint: 'Leave out what the app does not need by an `.igniteignore`, or move it out of `code`.'
    });
}


/***/ }),

/***/ 4392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $U: () => (/* binding */ TreeEntry),
/* harmony export */   I2: () => (/* binding */ specialKind),
/* harmony export */   gE: () => (/* binding */ listedFile)
/* harmony export */ });
/* harmony import */ var _containment_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);

/** A file that has just been looked at. */
function listedFile({ file, shownPath }, stats, platform = process.platform) {
    return { file, shownPath, bytes: stats.size, dev: deviceOf(stats, platform), ino: stats.ino, mtimeMs: stats.mtimeMs };
}
/** A file of a tree, of which there may be a hundred thousand: what follows from its path is not kept beside it. */
class TreeEntry {
    path;
    bytes;
    dev;
    ino;
    mtimeMs;
    executable;
    #tree;
    /** Where a symlink leads to. */
    #elsewhere;
    constructor(tree, { path, real }, stats) {
        this.path = path;
        this.bytes = stats.size;
        this.dev = deviceOf(stats, tree.platform);
        this.ino = stats.ino;
        this.mtimeMs = stats.mtimeMs;
        this.executable = isExecutable(stats, tree);
        this.#tree = tree;
        this.#elsewhere = real === (0,_containment_js__WEBPACK_IMPORTED_MODULE_0__/* .entryIn */ .Gi)(tree.root, path) ? undefined : real;
    }
    get file() {
        return this.#elsewhere ?? (0,_containment_js__WEBPACK_IMPORTED_MODULE_0__/* .entryIn */ .Gi)(this.#tree.root, this.path);
    }
    get shownPath() {
        return (0,_containment_js__WEBPACK_IMPORTED_MODULE_0__/* .shownPathIn */ .un)(this.#tree.shownRoot, this.path);
    }
}
function deviceOf(stats, platform) {
    return platform === 'win32' ? undefined : stats.dev;
}
/** Windows does not say which files are programs; docker takes all of a context for such there. */
function isExecutable(stats, { purpose, platform }) {
    return platform === 'win32' && purpose === 'context' ? true : (stats.mode & 0o100) !== 0;
}
/** What a thing is that is no file, directory or symlink. */
function specialKind(stats) {
    if (stats.isFIFO())
        return 'a FIFO';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ }),

/***/ 3604:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Xs: () => (/* binding */ readFault),
/* harmony export */   b7: () => (/* binding */ naming),
/* harmony export */   f1: () => (/* binding */ readFailure)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _model_changed_file_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2609);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2011);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6127);




/** The code of a file system error, such as `ENOENT`; undefined for any other error. */
function codeOf(error) {
    return node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
/** What a listed file gives where it is none any more, but gone, below a file, a symlink, a directory or a pipe. */
const CHANGED = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'ESPIPE']);
/** A file system error in words that name the file. What is not one comes back as it is. */
function readFailure(error, shownPath) {
    const code = codeOf(error);
    if (code === undefined)
        return error;
    if (CHANGED.has(code))
        return fileChanged(shownPath);
    const { fault, cure } = readFault(code);
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SourceError */ .c8(`\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(shownPath)}\` ${fault}.`, { cause: error, hint: cure });
}
/** Why something cannot be read, as the end of a sentence, and what to do about it. */
function readFault(code) {
    const isDenied = code === 'EACCES' || code === 'EPERM';
    return isDenied
        ? { fault: 'cannot be read: permission denied', cure: 'Give the user of the runner the right to read it.' }
        : { fault: `cannot be read: ${code}`, cure: undefined };
}
/** A file was another one when it was read than when it was listed. */
function fileChanged(shownPath) {
    return new _model_changed_file_js__WEBPACK_IMPORTED_MODULE_1__/* .FileChanged */ .z(`\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(shownPath)}\``);
}
/** Does work on a file; a file system error is thrown in words that name the file. */
function naming(shownPath, work) {
    try {
        return work();
    }
    catch (error) {
        throw readFailure(error, shownPath);
    }
}


/***/ }),

/***/ 5534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ LIMITS),
/* harmony export */   x: () => (/* binding */ PATH_LIMITS)
/* harmony export */ });
/**
 * Code above these is nearly always a mistake: build output, data or a dependency folder that was meant to stay out. Of
 * contexts, what the build service takes is not public (docs/platform.md, Builds).
 */
const LIMITS = {
    code: { files: 20_000, directories: 20_000, totalBytes: 200_000_000, fileBytes: 100_000_000 },
    context: { files: 100_000, directories: 100_000, totalBytes: 2 ** 31, fileBytes: 2 ** 31 }
};
/** For every path, wherever it goes. Linux has no longer names. */
const PATH_LIMITS = { bytes: 1_024, nameBytes: 255, depth: 64 };


/***/ }),

/***/ 6127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a9: () => (/* binding */ pathFault),
/* harmony export */   e4: () => (/* binding */ decodeName),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   rI: () => (/* binding */ twinsIn),
/* harmony export */   z8: () => (/* binding */ printableBytes)
/* harmony export */ });
/* harmony import */ var _byte_order_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2505);
/* harmony import */ var _limits_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5534);


const SHOWN_CHARACTERS = 200;
const SHORT_BYTES = Math.min(_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.nameBytes, 2 * _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.depth);
/** A path for texts: what is invisible or could be taken for a workflow command is escaped, what is very long is cut. */
function printable(path) {
    const escaped = path
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`)
        .replaceAll('##[', '\\u{23}#[');
    return escaped.length <= SHOWN_CHARACTERS ? escaped : `${escaped.slice(0, SHOWN_CHARACTERS)}\u2026`;
}
/** A name of unknown encoding for texts: every byte that is not printable ASCII is escaped. */
function printableBytes(name) {
    const escaped = (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`;
    return printable(name.toString('latin1').replace(/[^\x20-\x7e]/g, escaped));
}
/** Undefined where the bytes are not UTF-8. */
function decodeName(name) {
    const text = name.toString();
    // A name may hold a real U+FFFD, so only the way back tells a replaced byte from it.
    return !text.includes('\uFFFD') || Buffer.from(text).equals(name) ? text : undefined;
}
/**
 * What is wrong with a path inside a package (docs/runner.md, Packing), as the end of a sentence; undefined where
 * nothing is. The path is relative to the root, with `/` between its parts.
 */
function pathFault(path) {
    if (path === '')
        return 'has no name';
    if (path.startsWith('/'))
        return 'is an absolute path';
    if (/^[A-Za-z]:/.test(path))
        return 'starts with a drive letter';
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(path))
        return 'has a control character in its name';
    if (path.includes('\\'))
        return 'has a backslash in its name';
    if (path.includes('##['))
        return 'has a name that the runner reads as a command';
    if (/(^|\/)\.\.(\/|$)/.test(path))
        return 'leads upwards with `..`';
    if (/(^|\/)\.?(\/|$)/.test(path))
        return 'has an empty part or `.` in its path';
    const bytes = Buffer.byteLength(path);
    // A short path has neither a long name nor many levels.
    const parts = bytes > SHORT_BYTES ? path.split('/') : [];
    if (parts.some((part) => Buffer.byteLength(part) > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.nameBytes)) {
        return `has a name over ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.nameBytes} bytes`;
    }
    if (parts.length > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.depth)
        return `lies more than ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.depth} levels deep`;
    if (bytes > _limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.bytes)
        return `has a path over ${_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PATH_LIMITS */ .x.bytes} bytes`;
    return undefined;
}
/**
 * Names in one directory that differ only in case or in Unicode normalization, in pairs: they are one name on some file
 * systems. Of two such names one at least is not spelled as it is folded, so that only what folds to the same is remembered.
 */
function twinsIn(paths) {
    const doubtful = new Set(prefixesOf(paths)
        .map(nameOf)
        .filter((name) => fold(name) !== name)
        .map(fold));
    /** The first prefix of each folded form, and beside them those that are spelled otherwise. */
    const first = new Map();
    const others = new Set();
    const twins = [];
    for (const prefix of doubtful.size > 0 ? prefixesOf(paths) : []) {
        const name = fold(nameOf(prefix));
        if (!doubtful.has(name))
            continue;
        const folded = parentOf(prefix) + name;
        const known = first.get(folded);
        if (known === undefined)
            first.set(folded, prefix);
        else if (known !== prefix && !others.has(prefix)) {
            others.add(prefix);
            twins.push([known, prefix]);
        }
    }
    return twins;
}
/** Each path and the directories above it, but for those that the path before lies in or is. */
function* prefixesOf(paths) {
    let before = '';
    for (const path of paths) {
        yield path;
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            const prefix = path.slice(0, end);
            if (before === prefix || before.startsWith(path.slice(0, end + 1)))
                break;
            yield prefix;
        }
        before = path;
    }
}
function parentOf(path) {
    return path.slice(0, path.lastIndexOf('/') + 1);
}
function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** Upper case first, because it is the step that makes `\u00df` and `SS` equal. Most paths are ASCII, and fold to themselves. */
function fold(path) {
    if ((0,_byte_order_js__WEBPACK_IMPORTED_MODULE_1__/* .isAscii */ .E)(path))
        return path.toLowerCase();
    return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}


/***/ }),

/***/ 4333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ tryToOpen),
/* harmony export */   TG: () => (/* binding */ OpenFile),
/* harmony export */   bJ: () => (/* binding */ wholeContent),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _file_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3604);


const PIECE_BYTES = 1 << 18;
/** A listed file as a whole. Throws what OpenFile throws. */
function wholeContent(listed) {
    return readWhole(listed, Buffer.allocUnsafeSlow(listed.bytes));
}
/**
 * Fills `into`, which is as long as the file, with it, and gives it. That it is the listed file is looked at once, when all
 * was read. Throws what OpenFile throws.
 */
function readWhole(listed, into) {
    const descriptor = opened(listed);
    try {
        fill(descriptor, listed.shownPath, into, 0);
        confirm(descriptor, listed);
        return into;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** O_NONBLOCK because a file may have become a FIFO since it was listed; opening one waits for a writer. */
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/** Throws, naming the file, where it cannot be opened. It has just been listed, so that it is not looked at again. */
function tryToOpen(place) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(opened(place));
}
function opened({ file, shownPath }) {
    return (0,_file_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .naming */ .b7)(shownPath, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, FLAGS));
}
function fill(descriptor, shownPath, into, start) {
    for (let filled = 0; filled < into.length;) {
        const at = start + filled;
        const read = (0,_file_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .naming */ .b7)(shownPath, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(descriptor, into, filled, into.length - filled, at));
        if (read === 0)
            throw (0,_file_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .fileChanged */ .J8)(shownPath);
        filled += read;
    }
}
function confirm(descriptor, was) {
    const now = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
    const isThere = (was.dev === undefined || now.dev === was.dev) && now.ino === was.ino;
    const isSame = isThere && now.size === was.bytes && now.mtimeMs === was.mtimeMs;
    if (!isSame)
        throw (0,_file_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .fileChanged */ .J8)(was.shownPath);
}
/**
 * A listed file, opened to be read in parts: it may be far larger than what fits in memory. Every fault names the file; another
 * file in its place is a FileChanged.
 */
class OpenFile {
    shownPath;
    bytes;
    #listed;
    #descriptor;
    constructor(listed) {
        this.shownPath = listed.shownPath;
        this.bytes = listed.bytes;
        this.#listed = listed;
        this.#descriptor = opened(listed);
        try {
            this.confirm();
        }
        catch (error) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
            throw error;
        }
    }
    /** Fills `into` with the bytes from `start` on, and gives it. */
    fill(into, start) {
        fill(this.#descriptor, this.shownPath, into, start);
        return into;
    }
    /** A copy of the bytes from `start` to before `end`, which lie inside the file. */
    slice(start, end) {
        return this.fill(Buffer.allocUnsafeSlow(end - start), start);
    }
    /** The same in pieces of 256 KiB, read as they are asked for. */
    *pieces(start = 0, end = this.bytes) {
        for (let at = start; at < end; at += PIECE_BYTES)
            yield this.slice(at, Math.min(end, at + PIECE_BYTES));
    }
    /** To be called after the last byte as well: it tells a file that grew while it was read. */
    confirm() {
        confirm(this.#descriptor, this.#listed);
    }
    [Symbol.dispose]() {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
    }
}


/***/ }),

/***/ 5839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ checkTwins)
/* harmony export */ });
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2011);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6127);


/**
 * Of code, one of two names that differ only in case would be lost where the platform unpacks it on another file system:
 * throws SourceError. The file system that builds images has both, so of a context it is said.
 */
function checkTwins(paths, shownPath, purpose) {
    const [first, ...others] = (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .twinsIn */ .rI)(paths);
    if (!first)
        return [];
    const names = first.map((path) => `\`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(path)}\``).join(' and ');
    const fault = `${names} in \`${(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(shownPath)}\` differ only in case or in Unicode form`;
    if (purpose === 'code')
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SourceError */ .c8(`${fault}.`, { hint: 'Rename one of them.' });
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return [{ level: 'warning', text: `${fault}${more}. The image gets both; a checkout on Windows or macOS has one.` }];
}


/***/ }),

/***/ 4074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ inspectContext)
/* harmony export */ });
/* harmony import */ var _listing_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5100);
/* harmony import */ var _tree_context_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5131);


/**
 * Looks at a context without packing it, for the one report of bad inputs. A wrong `code` or `dockerfile-path` is a Problem;
 * what cannot be packed throws SourceError.
 */
async function inspectContext(source, options) {
    const place = (0,_tree_context_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .locateContext */ .y$)(source, options);
    if ('problem' in place)
        return { problems: [place.problem] };
    const listing = await (0,_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .listContext */ .Yr)(place, options);
    const paths = (0,_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .pathsIn */ .Mr)(listing);
    const fault = (0,_tree_context_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .contextFault */ .IH)(place, paths);
    if (fault)
        return { problems: [fault] };
    return { hasDockerfile: paths.includes('Dockerfile'), found: foundContext(source, listing, options) };
}
/** What opens is loaded by who opens. */
function foundContext(source, listing, options) {
    return {
        open: async () => {
            const { openFound } = await Promise.all(/* import() */[__nccwpck_require__.e("open-context-pack"), __nccwpck_require__.e("open-context")]).then(__nccwpck_require__.bind(__nccwpck_require__, 634));
            return await openFound(source, listing, options);
        }
    };
}


/***/ }),

/***/ 4861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ inspect)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/model/plan.js
var plan = __nccwpck_require__(4519);
;// CONCATENATED MODULE: ./build/source/detect-runtime.js


/** The files at the root that tell a runtime, the surest first. */
const MARKERS = {
    python: ['handler.py'],
    rust: ['Cargo.toml', 'lib.rs'],
    go: ['go.mod', 'handler.go', 'main.go'],
    deno: ['deno.json', 'deno.jsonc', 'main.ts', 'main.js']
};
/** Every runtime that the files at the root of a tree speak for. One is an answer; none or several are a question. */
function detectRuntimes(paths) {
    const present = new Set(paths);
    return plan/* RUNTIMES */.aC.flatMap((runtime) => {
        const from = MARKERS[runtime].find((marker) => present.has(marker));
        return from === undefined ? [] : [{ runtime, from }];
    });
}
/** An app that lies deeper is not what was meant by the directory that was named, but for a name that only apps have. */
const DEEPEST = 2;
/** The apps in the directories below the root, by the file that told each: those that lie nearest to it. */
function detectBelow(paths) {
    const byDirectory = Map.groupBy(paths, (path) => external_node_path_.posix.dirname(path));
    const apps = [...byDirectory].flatMap(([directory, inside]) => {
        const depth = directory.split('/').length;
        const [first] = directory === '.' ? [] : detectRuntimes(inside.map((path) => external_node_path_.posix.basename(path)));
        const isMeant = depth <= DEEPEST || first?.from === 'handler.py';
        return first && isMeant ? [{ ...first, from: `${directory}/${first.from}`, depth }] : [];
    });
    const nearest = Math.min(...apps.map(({ depth }) => depth));
    return apps.filter(({ depth }) => depth === nearest).map(({ runtime, from }) => ({ runtime, from }));
}
/** The runtime of a source file that is deployed alone. Python's has to have the name that the platform starts. */
function runtimeOfFile(name) {
    if (name === 'handler.py')
        return 'python';
    if (name.endsWith('.rs'))
        return 'rust';
    if (name.endsWith('.go'))
        return 'go';
    return name.endsWith('.ts') ? 'deno' : undefined;
}
/** For texts: every file that would have told a runtime. */
const ALL_MARKERS = plan/* RUNTIMES */.aC.flatMap((runtime) => MARKERS[runtime]).join(', ');

// EXTERNAL MODULE: ./build/source/listing.js
var source_listing = __nccwpck_require__(5100);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/source/files/names.js
var names = __nccwpck_require__(6127);
;// CONCATENATED MODULE: ./build/source/runtime-problems.js






const SHOWN_APPS = 3;
/** To name Python would not help: its app is started by the handler.py that is not there. */
const WITHOUT_PYTHON = plan/* RUNTIMES */.aC.filter((runtime) => runtime !== 'python');
/** Nothing at the root tells what the code is for. */
function noRuntime(place, paths) {
    const isFile = place.kind === 'source';
    const name = quoted(place.shownPath);
    const lacks = isFile ? `${name} has no name that tells a runtime` : `${name} tells no runtime`;
    const looked = isFile ? 'handler.py, *.rs, *.go, *.ts' : `${ALL_MARKERS} at its root`;
    const message = `${lacks} (looked for ${looked})`;
    const runtime = `\`runtime\` to ${choice(WITHOUT_PYTHON)}`;
    if (paths.includes('Dockerfile')) {
        return new errors/* Problem */.AF({
            inputs: ['dockerfile-path', 'runtime'],
            message: `${message}, and holds a Dockerfile.`,
            fix: `Set \`dockerfile-path: Dockerfile\` to build an image from it, or ${runtime}.`
        });
    }
    const otherPython = paths.find((path) => path.endsWith('.py'));
    const fix = otherPython === undefined
        ? `Point \`code\` at the directory of the app, or set ${runtime}.`
        : `${renamed(otherPython)} For another language, set ${runtime}.`;
    return (tooHigh(place, message, detectBelow(paths)) ?? new errors/* Problem */.AF({ inputs: ['runtime'], message: `${message}.`, fix }));
}
/** What is wrong where Python code has the file that the platform starts in a directory alone. */
function noHandler(place, paths) {
    if (place.kind === 'source' || paths.includes('handler.py'))
        return undefined;
    const below = detectBelow(paths).filter(({ runtime }) => runtime === 'python');
    const message = `${quoted(place.shownPath)} has no handler.py at its root`;
    return tooHigh(place, message, below) ?? misnamed(message, paths);
}
function misnamed(message, paths) {
    const other = paths.find((path) => path.endsWith('.py') && !path.includes('/'));
    return other === undefined
        ? undefined
        : new errors/* Problem */.AF({ inputs: ['code'], message: `${message}.`, fix: renamed(other) });
}
function renamed(path) {
    return `Python apps begin with \`handler.py\`: rename ${quoted(path)}, or point \`code\` at the directory that holds it.`;
}
/** The ends of the names that a runtime's code has. */
const ENDS = {
    python: ['.py'],
    rust: ['.rs'],
    go: ['.go'],
    deno: ['.ts', '.js', '.mjs', '.tsx', '.jsx']
};
/** What is wrong where no file is of the runtime that is named, and another's app lies there. */
function otherRuntime(place, runtime, paths) {
    const detected = detectRuntimes(paths);
    const isOwn = detected.some((each) => each.runtime === runtime) ||
        paths.some((path) => ENDS[runtime].some((end) => path.endsWith(end)));
    const [found] = detected;
    if (isOwn || !found)
        return undefined;
    return new errors/* Problem */.AF({
        inputs: ['runtime'],
        message: `${quoted(place.shownPath)} holds no file of \`runtime: ${runtime}\`, but ${quoted(found.from)}, which is ${found.runtime}.`,
        fix: `Remove \`runtime\`, or point \`code\` at the directory that holds the ${runtime} code.`
    });
}
function severalRuntimes(place, detected) {
    const could = detected.map(({ runtime, from }) => `${runtime} (${from})`);
    return new errors/* Problem */.AF({
        inputs: ['runtime'],
        message: `${quoted(place.shownPath)} could be ${choice(could)}.`,
        fix: `Set \`runtime\` to ${choice(detected.map(({ runtime }) => runtime))}.`
    });
}
/** `code` names a directory above the app, or the archive was made of one. */
function tooHigh(place, message, below) {
    const [first] = below;
    if (!first)
        return undefined;
    const found = below.map(({ from }) => quoted(from));
    const directory = external_node_path_.posix.dirname(first.from);
    const isArchive = place.kind !== 'directory';
    return new errors/* Problem */.AF({
        inputs: ['code'],
        message: `${message}, but found ${found.length > SHOWN_APPS ? (0,words/* firstOf */.Ku)(found, SHOWN_APPS) : (0,words/* enumerate */.HL)(found)}.`,
        fix: isArchive
            ? `Make the archive inside ${quoted(directory)}, so that ${quoted(external_node_path_.posix.basename(first.from))} lies at its root.`
            : `Point \`code\` at ${quoted(external_node_path_.posix.join(place.shownPath, directory))}.`
    });
}
function quoted(path) {
    return `\`${(0,names/* printable */.g$)(path)}\``;
}
function choice(names) {
    return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

// EXTERNAL MODULE: ./build/source/tree/find-source.js + 1 modules
var find_source = __nccwpck_require__(2176);
;// CONCATENATED MODULE: ./build/source/inspect.js




/**
 * Looks at the code without packing it, for the one report of bad inputs. A wrong `code` or `runtime` is a Problem; a file
 * in the tree or the archive that cannot be packed throws SourceError.
 */
async function inspect(question, options) {
    const place = (0,find_source/* findSource */.T)(question, options);
    if ('problem' in place)
        return { problems: [place.problem] };
    const listing = await (0,source_listing/* listCode */.sb)(place, options);
    const paths = (0,source_listing/* pathsIn */.Mr)(listing);
    if (paths.length === 0)
        return { problems: [(0,find_source/* nothingIn */.n)(place, listing.kind === 'tree' ? listing.tree.withheld : [])] };
    const found = foundCode(question, listing, options);
    if (question.runtime) {
        const problem = question.runtime === 'python' ? noHandler(place, paths) : otherRuntime(place, question.runtime, paths);
        return problem ? { problems: [problem] } : { runtime: question.runtime, runtimeFrom: undefined, found };
    }
    const detected = detectedIn(place, paths);
    const [only, ...others] = detected;
    if (!only)
        return { problems: [noRuntime(place, paths)] };
    if (others.length > 0)
        return { problems: [severalRuntimes(place, detected)] };
    return { runtime: only.runtime, runtimeFrom: only.from, found };
}
/** What packs is loaded by who packs. */
function foundCode(code, listing, options) {
    return {
        pack: async () => {
            const { packFound } = await Promise.all(/* import() */[__nccwpck_require__.e("open-context-pack"), __nccwpck_require__.e("pack")]).then(__nccwpck_require__.bind(__nccwpck_require__, 8647));
            return await packFound(code, listing, options);
        }
    };
}
function detectedIn({ kind, name }, paths) {
    if (kind !== 'source')
        return detectRuntimes(paths);
    const runtime = runtimeOfFile(name);
    return runtime ? [{ runtime, from: name }] : [];
}


/***/ }),

/***/ 5100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Mr: () => (/* binding */ pathsIn),
/* harmony export */   Uf: () => (/* binding */ listContextAgain),
/* harmony export */   Yr: () => (/* binding */ listContext),
/* harmony export */   iU: () => (/* binding */ listCodeAgain),
/* harmony export */   sb: () => (/* binding */ listCode)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2011);
/* harmony import */ var _tree_context_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5131);
/* harmony import */ var _tree_find_source_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2176);
/* harmony import */ var _tree_walk_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3312);





/** Looks at code. Throws SourceError naming what cannot be packed. */
async function listCode(place, options) {
    if (place.kind === 'zip' || place.kind === 'tar.gz')
        return await listArchive(place, options, 'code');
    const { name, directory, shownPath } = place;
    const { workspace, exclude } = options;
    const root = place.kind === 'directory'
        ? { shownRoot: shownPath }
        : { shownRoot: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(shownPath), single: { name, workspace } };
    return { kind: 'tree', place, tree: await (0,_tree_walk_js__WEBPACK_IMPORTED_MODULE_4__/* .walk */ .G)({ root: directory, exclude, ...root }) };
}
/** The same of a context. */
async function listContext(place, options) {
    if (place.kind !== 'directory')
        return await listArchive(place, options, 'context');
    return { kind: 'tree', place, tree: await (0,_tree_context_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .contextTree */ .Mv)(place, options) };
}
/** Looks at code once more, where that it is wrong is no question of inputs any longer. Throws SourceError. */
async function listCodeAgain(code, options) {
    const place = (0,_tree_find_source_js__WEBPACK_IMPORTED_MODULE_3__/* .findSource */ .T)(code, options);
    if ('problem' in place)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(place.problem.message, { hint: place.problem.fix });
    return await listCode(place, options);
}
/** The same of a context. */
async function listContextAgain(source, options) {
    const place = (0,_tree_context_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .locateContext */ .y$)(source, options);
    if ('problem' in place)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(place.problem.message, { hint: place.problem.fix });
    const listing = await listContext(place, options);
    const fault = (0,_tree_context_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .contextFault */ .IH)(place, pathsIn(listing));
    if (fault)
        throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(fault.message, { hint: fault.fix });
    return listing;
}
function pathsIn(listing) {
    return listing.kind === 'tree' ? listing.tree.entries.map(({ path }) => path) : listing.archive.contents.paths;
}
async function listArchive(place, { credentials }, purpose) {
    const { checkArchive } = await Promise.all(/* import() */[__nccwpck_require__.e("read-archive-packages"), __nccwpck_require__.e("read-archive-2")]).then(__nccwpck_require__.bind(__nccwpck_require__, 6181));
    return { kind: 'archive', place, archive: await checkArchive(place, { purpose, credentials }), purpose };
}


/***/ }),

/***/ 6794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ DockerRules)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./build/source/rules/docker-pattern.js

/** A pattern of a `.dockerignore` that docker would not understand either; the message ends a sentence. */
class PatternFault extends Error {
}
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/g;
/** Trims, resolves `.`, `..` and doubled slashes, and takes a slash off both ends, as docker does before matching. */
function cleanPattern(pattern) {
    const clean = external_node_path_.posix.normalize(pattern);
    return clean === '/' ? clean : clean.replace(/^\//, '').replace(/\/$/, '');
}
/** The pattern that means one path and no other. */
function literalPattern(path) {
    return path.replace(/[\\*?[\]]/g, '\\$&');
}
/**
 * A regular expression for a cleaned pattern: Go's filepath.Match, and `**` for any number of directories. Throws
 * PatternFault.
 */
function dockerRegExp(pattern) {
    let source = '';
    for (let at = 0; at < pattern.length;) {
        const token = tokenAt(pattern, at);
        source += token.source;
        at += token.length;
    }
    return new RegExp(`^${source}$`, 'su');
}
function tokenAt(pattern, at) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    if (character === '*')
        return starAt(pattern, at);
    if (character === '?')
        return { source: '[^/]', length: 1 };
    if (character === '[')
        return classAt(pattern, at);
    if (character === '\\') {
        const { value, length } = memberAt(pattern, at);
        return { source: literal(value), length };
    }
    return { source: literal(character), length: character.length };
}
/** docker reads `**.txt` at the start as "whatever ends with .txt", unless a further wildcard follows. */
function starAt(pattern, at) {
    if (pattern[at + 1] !== '*')
        return { source: '[^/]*', length: 1 };
    const length = pattern[at + 2] === '/' ? 3 : 2;
    if (at + length === pattern.length)
        return { source: '.*', length };
    const isSuffix = at === 0 && length === 2 && !/[*?[\\\]]/.test(pattern.slice(2));
    return { source: isSuffix ? '.*' : '(?:.*/)?', length };
}
/** A negated class matches a slash as well: so it does in Go. */
function classAt(pattern, at) {
    const isNegated = pattern[at + 1] === '^';
    const first = at + (isNegated ? 2 : 1);
    let members = '';
    let next = first;
    while (pattern[next] !== ']' || next === first) {
        const low = classMemberAt(pattern, next);
        next += low.length;
        members += classLiteral(low.value);
        if (pattern[next] !== '-')
            continue;
        const high = classMemberAt(pattern, next + 1);
        next += 1 + high.length;
        if (low.value > high.value)
            throw new PatternFault('has a range in `[\u2026]` that runs backwards');
        members += `-${classLiteral(high.value)}`;
    }
    return { source: `[${isNegated ? '^' : ''}${members}]`, length: next + 1 - at };
}
function classMemberAt(pattern, at) {
    if (at >= pattern.length)
        throw new PatternFault('has a `[` that is not closed');
    if (pattern[at] === '-' || pattern[at] === ']')
        throw new PatternFault('has a `-` or `]` in `[\u2026]` without a backslash');
    return memberAt(pattern, at);
}
/** One character, or the one that a backslash makes plain. */
function memberAt(pattern, at) {
    const skipped = pattern[at] === '\\' ? 1 : 0;
    const code = pattern.codePointAt(at + skipped);
    if (code === undefined)
        throw new PatternFault('ends with a backslash that escapes nothing');
    const value = String.fromCodePoint(code);
    return { value, length: skipped + value.length };
}
function literal(character) {
    return character.replace(SYNTAX, '\\$&');
}
function classLiteral(character) {
    return character.replace(/[\\\]^[-]/g, '\\$&');
}

// EXTERNAL MODULE: ./build/source/rules/ignore-file.js
var ignore_file = __nccwpck_require__(9147);
// EXTERNAL MODULE: ./build/source/rules/pattern-index.js
var pattern_index = __nccwpck_require__(6991);
;// CONCATENATED MODULE: ./build/source/rules/docker-rules.js



/**
 * The rules of a `.dockerignore` (docs.docker.com, "Build context"): patterns count from the root, one that matches a directory
 * matches all below it, the last that matches decides, and what lies below an excluded directory can be taken back.
 */
class DockerRules {
    static none = new DockerRules([]);
    #rules;
    #exceptions;
    #index;
    #ofDirectories = new Map();
    constructor(rules) {
        this.#rules = rules;
        this.#exceptions = rules.filter(({ isException }) => isException);
        this.#index = new pattern_index/* PatternIndex */.h(rules.map(indexed));
    }
    /**
     * Reads the file, where there is one. The Dockerfile is sent whatever the file says, as docker does it. Throws SourceError
     * naming the line.
     */
    static read(file, dockerfile) {
        const rules = file?.lines.flatMap((line, index) => ruleOf(line, (fault) => (0,ignore_file/* badPattern */.qr)(file.shownPath, index, fault)));
        const sent = dockerfile === undefined ? [] : [compiled(literalPattern(dockerfile), true)];
        return new DockerRules([...(rules ?? []), ...sent]);
    }
    matchOf(path) {
        if (this.#rules.length === 0)
            return 'none';
        const last = this.#rules[this.#lastOf(path)];
        if (!last)
            return 'none';
        if (!last.isException)
            return 'ignored';
        return this.#exceptions.some((rule) => rule.names && rule.whole.test(path)) ? 'named' : 'kept';
    }
    /** These rules with those exceptions alone that name this directory on their way down. */
    naming(directory) {
        const parts = directory.split('/');
        return new DockerRules(this.#rules.filter((rule) => !rule.isException || names(rule, parts)));
    }
    /** True where an exception may match something below a directory. */
    reachBelow(directory) {
        const parts = directory.split('/');
        return this.#exceptions.some((rule) => reaches(rule, parts));
    }
    /** The index of the last rule that matches the path or a directory above it; -1 where none does. */
    #lastOf(path) {
        const above = path.lastIndexOf('/');
        return this.#index.lastMatch(path, above <= 0 ? -1 : this.#lastOfDirectory(path.slice(0, above)));
    }
    #lastOfDirectory(directory) {
        const last = this.#ofDirectories.get(directory) ?? this.#lastOf(directory);
        this.#ofDirectories.set(directory, last);
        return last;
    }
}
/** A `#` starts a comment in the first column only. */
function ruleOf(line, bad) {
    const text = line.startsWith('#') ? '' : line.trim();
    if (text === '')
        return [];
    const isException = text.startsWith('!');
    const pattern = cleanPattern((isException ? text.slice(1).trim() : text) || '/');
    if (isException && pattern === '/')
        throw bad('is an exception without a pattern');
    try {
        return [compiled(pattern, isException)];
    }
    catch (error) {
        if (error instanceof PatternFault)
            throw bad(error.message);
        throw error;
    }
}
function compiled(pattern, isException) {
    const whole = dockerRegExp(pattern);
    const parts = pattern.split('/');
    return {
        isException,
        pattern,
        whole,
        names: (0,ignore_file/* namesSomething */.D5)(pattern),
        parts: parts.map(partOf),
        namesPart: parts.map(ignore_file/* namesSomething */.D5)
    };
}
function indexed({ pattern, whole }) {
    return { key: (0,pattern_index/* keyOf */.T)(pattern.split('/')), matches: (path) => whole.test(path) };
}
function partOf(part) {
    return /\*\*|\[|\\$/.test(part) ? undefined : dockerRegExp(part);
}
function reaches(rule, directory) {
    for (const [index, name] of directory.entries()) {
        if (index >= rule.parts.length)
            return false;
        const part = rule.parts[index];
        if (!part)
            return true;
        if (!part.test(name))
            return false;
    }
    return rule.parts.length > directory.length;
}
function names(rule, directory) {
    const isOnWay = directory.every((name, index) => rule.parts[index]?.test(name));
    return isOnWay && (rule.namesPart[directory.length - 1] ?? false);
}


/***/ }),

/***/ 6367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rn: () => (/* binding */ stricter),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   bz: () => (/* binding */ exclusionOfWhole),
/* harmony export */   mD: () => (/* binding */ neverPackedIn),
/* harmony export */   x9: () => (/* binding */ isMadeByTool)
/* harmony export */ });
const ORDER = ['keep', 'skip', 'withhold', 'never'];
/** The checkout's token lies in `.git`, a cloud's in `gha-creds-*.json` (docs/runner.md, Packing). */
const NEVER = /^(\.git|\.hg|\.svn|gha-creds-.*\.json)$/i;
/** The directories that the platform's CLI leaves out, but for `target`: that is one of Cargo's, or part of the app. */
const SKIPPED_DIRECTORIES = new Set(['node_modules', '__pycache__', '.venv']);
const SAMPLES = /^\.env\.(example|sample|template)$/i;
const SENSITIVE_NAMES = [
    /^\.env(rc|[._-].*)?$/i,
    /^\.(npmrc|netrc|pypirc|git-credentials)$/i,
    /^\.yarnrc\.yml$/i,
    /\.(pem|key|p12|pfx|jks|keystore|ppk)$/i,
    /^id_(rsa|dsa|ecdsa|ed25519).*(?<!\.pub)$/i,
    /^service-account.*\.json$/i,
    /^\.(aws|azure|kube|ssh)$/i,
    /^terraform\.tfstate/i,
    /\.tfvars(\.json)?$/i
];
const SENSITIVE_PATHS = /(^|\/)\.docker\/config\.json$/i;
/** Looks at the last part of a path from the root; its parents are looked at on the way down. */
function exclusionOf(path, isFile) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (NEVER.test(name))
        return 'never';
    if (isSensitive(path, name))
        return 'withhold';
    if (name === '.DS_Store' || (!isFile && SKIPPED_DIRECTORIES.has(name)))
        return 'skip';
    return 'keep';
}
/** Whether a directory is what a tool made: Cargo's `target`, or a virtual environment of any name. */
function isMadeByTool(name, { beside, inside }) {
    return (name === 'target' && beside('Cargo.toml')) || inside('pyvenv.cfg');
}
/** The part of a pattern that is the name of what is never packed. */
function neverPackedIn(pattern) {
    return pattern.split('/').find((part) => NEVER.test(part));
}
/** Of a path and every parent of it. */
function exclusionOfWhole(path, isFile) {
    const parts = path.split('/');
    const exclusions = parts.map((_, at) => exclusionOf(parts.slice(0, at + 1).join('/'), isFile && at === parts.length - 1));
    return exclusions.reduce(stricter, 'keep');
}
function stricter(one, other) {
    return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
}
function isSensitive(path, name) {
    if (SAMPLES.test(name))
        return false;
    return SENSITIVE_NAMES.some((pattern) => pattern.test(name)) || SENSITIVE_PATHS.test(path);
}


/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ IGNITE_IGNORE),
  k: () => (/* binding */ IgniteRules)
});

// EXTERNAL MODULE: ./node_modules/ignore/index.js
var ignore = __nccwpck_require__(298);
// EXTERNAL MODULE: ./build/source/rules/ignore-file.js
var ignore_file = __nccwpck_require__(9147);
;// CONCATENATED MODULE: ./build/source/rules/ignite-pattern.js

/** The patterns of an `.igniteignore` in order. Throws SourceError naming the line. */
function ignitePatterns({ lines, shownPath }) {
    return lines.flatMap((line, index) => {
        if (line.startsWith('#') || line.trim() === '')
            return [];
        const isException = line.startsWith('!');
        const body = withoutTrailingSpaces(isException ? line.slice(1) : line);
        const fault = faultOf(body);
        if (fault)
            throw (0,ignore_file/* badPattern */.qr)(shownPath, index, fault);
        return [{ isException, body, names: (0,ignore_file/* namesSomething */.D5)(body), parts: partsOf(body) }];
    });
}
function withoutTrailingSpaces(body) {
    let end = body.length;
    while (body[end - 1] === ' ' && body[end - 2] !== '\\')
        end--;
    return body.slice(0, end);
}
/** What has a slash before its end counts from the directory of the file, and anything else is a name in any directory. */
function partsOf(body) {
    const path = body.endsWith('/') ? body.slice(0, -1) : body;
    return path.includes('/') ? path.replace(/^\//, '').split('/') : ['**', path];
}
function faultOf(body) {
    if (body === '')
        return 'is an exception without a pattern';
    for (let at = 0; at < body.length; at++) {
        if (body[at] === '\\') {
            at++;
            if (at === body.length)
                return 'ends with a backslash that escapes nothing';
        }
        else if (body[at] === '[') {
            at = endOfBrackets(body, at);
            if (at < 0)
                return 'has a `[` that is not closed';
        }
    }
    return undefined;
}
const CLASS = /\[:\w+:\]/y;
/** Where the bracket expression that begins there is closed, or -1. */
function endOfBrackets(body, start) {
    const last = body.lastIndexOf(']');
    let at = start + 1;
    if (body[at] === '!' || body[at] === '^')
        at++;
    // The first `]` is meant by itself where another one closes.
    if (body[at] === ']' && at < last)
        at++;
    for (; at <= last; at++) {
        if (body[at] === ']')
            return at;
        CLASS.lastIndex = at;
        if (body[at] === '\\')
            at++;
        else if (body[at] === '[' && CLASS.test(body) && CLASS.lastIndex <= last)
            at = CLASS.lastIndex - 1;
    }
    return -1;
}

// EXTERNAL MODULE: ./build/source/rules/pattern-index.js
var pattern_index = __nccwpck_require__(6991);
;// CONCATENATED MODULE: ./build/source/rules/ignite-rules.js



const IGNITE_IGNORE = '.igniteignore';
/** `.gitignore` rules of the directories from the root down to one of them (gitignore(5)): the deepest file wins. */
class IgniteRules {
    static none = new IgniteRules([]);
    /** The deepest first. */
    #files;
    constructor(files) {
        this.#files = files;
    }
    /** These rules and those of a file in `directory`, a POSIX path from the root. Throws SourceError naming the line. */
    with(directory, file) {
        return new IgniteRules([new FileRules(directory, ignitePatterns(file)), ...this.#files]);
    }
    /** Of a path whose parents are not ignored. */
    matchOf(path, isDirectory) {
        const asked = isDirectory ? `${path}/` : path;
        const isKept = this.#isKept(asked);
        if (isKept === undefined)
            return 'none';
        if (!isKept)
            return 'ignored';
        return this.#files.some((rules) => rules.isNamed(asked)) ? 'named' : 'kept';
    }
    /** As the deepest file has it that says anything. */
    #isKept(asked) {
        for (const rules of this.#files) {
            const isKept = rules.isKept(asked);
            if (isKept !== undefined)
                return isKept;
        }
        return undefined;
    }
}
/** The rules of one file, for paths below its directory. */
class FileRules {
    #start;
    #groups;
    #all;
    /** The exceptions that name something, alone. */
    #naming;
    constructor(directory, patterns) {
        this.#start = directory === '' ? 0 : directory.length + 1;
        this.#groups = grouped(patterns);
        this.#all = new pattern_index/* PatternIndex */.h(this.#groups);
        this.#naming = new pattern_index/* PatternIndex */.h(grouped(patterns.filter(({ isException, names }) => isException && names)));
    }
    /** Whether the last rule that matches is an exception; undefined where none matches. */
    isKept(asked) {
        return this.#groups[this.#all.lastMatch(asked.slice(this.#start), -1)]?.isException;
    }
    isNamed(asked) {
        return this.#naming.lastMatch(asked.slice(this.#start), -1) >= 0;
    }
}
/** In order. Those with one key are together, as long as nothing between them says the opposite. */
function grouped(patterns) {
    const groups = new Map();
    let run = 0;
    for (const [index, { isException, body, parts }] of patterns.entries()) {
        if (isException !== patterns[index - 1]?.isException)
            run++;
        const key = (0,pattern_index/* keyOf */.T)(parts);
        const name = `${run} ${key.kind} ${key.text}`;
        const group = groups.get(name) ?? new Group(key, isException);
        group.bodies.push(body);
        groups.set(name, group);
    }
    return [...groups.values()];
}
const ANSWERS_KEPT = 100;
/** Patterns of which it makes no difference which one matches. */
class Group {
    key;
    isException;
    bodies = [];
    #matcher;
    #answers = 0;
    constructor(key, isException) {
        this.key = key;
        this.isException = isException;
    }
    /**
     * The library looks at the parents of a path first. As exceptions, the patterns ignore none of them, so that its answer is
     * about the path itself. It keeps every answer, and a copy of it starts without them.
     */
    matches(path) {
        this.#matcher ??= matcher().add(this.bodies.map((body) => `!${body}`));
        if (++this.#answers % ANSWERS_KEPT === 0)
            this.#matcher = matcher().add(this.#matcher);
        return this.#matcher.test(path).unignored;
    }
}
/** As git on Linux, and the same on every machine: upper and lower case differ. */
function matcher() {
    return ignore({ ignorecase: false });
}


/***/ }),

/***/ 9147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ namesSomething),
/* harmony export */   _h: () => (/* binding */ askedInVain),
/* harmony export */   qr: () => (/* binding */ badPattern),
/* harmony export */   rj: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9392);
/* harmony import */ var _files_file_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3604);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6127);
/* harmony import */ var _exclusions_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6367);






/** A larger one is no list of patterns, and would cost minutes. */
const LARGEST_BYTES = 1_000_000;
/** In characters. No path is as long (PATH_LIMITS), and a regular expression has an end. */
const LONGEST_LINE = 4_096;
/** O_NONBLOCK because opening a FIFO waits for a writer. */
const FLAGS = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/** Reads an ignore file; undefined where there is none. Throws SourceError naming the file, and the line where it is one. */
function readIgnoreFile(file, shownPath) {
    const bytes = contentOf(file, shownPath);
    if (bytes === undefined)
        return undefined;
    const lines = bytes.toString('latin1').split('\n');
    const decoded = lines.map((line, index) => {
        const text = (0,_files_names_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeName */ .e4)(Buffer.from(line, 'latin1'));
        if (text === undefined || text.includes('\0'))
            throw badPattern(shownPath, index, 'is not UTF-8 text');
        const { length } = text.startsWith('#') ? '' : text.trim();
        if (length > LONGEST_LINE)
            throw badPattern(shownPath, index, tooLong(length));
        return text.replace(/\r$/, '');
    });
    return { lines: decoded.with(0, (decoded[0] ?? '').replace(/^\uFEFF/, '')), shownPath };
}
/** The names that a file asks for and that are never packed. */
function askedInVain({ lines }) {
    const exceptions = lines.filter((line) => line.startsWith('!'));
    return exceptions.flatMap((line) => (0,_exclusions_js__WEBPACK_IMPORTED_MODULE_4__/* .neverPackedIn */ .mD)(line.slice(1).trim()) ?? []);
}
/** Names the place of a pattern that cannot be understood; `index` counts from 0. */
function badPattern(shownPath, index, fault) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(`Line ${index + 1} of \`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(shownPath)}\` ${fault}.`, {
        hint: 'Correct the line, or put a backslash before a character that is meant as it stands.'
    });
}
function tooLong(length) {
    return `has ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_5__/* .grouped */ .zD)(length)} characters; a pattern may have ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_5__/* .grouped */ .zD)(LONGEST_LINE)}`;
}
function contentOf(file, shownPath) {
    const descriptor = opened(file, shownPath);
    if (descriptor === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        if (!stats.isFile())
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(`\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(shownPath)}\` is no file, so it cannot say what to leave out.`);
        if (stats.size > LARGEST_BYTES) {
            const sizes = `${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_5__/* .size */ .Ej)(stats.size)}; it may have ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_5__/* .size */ .Ej)(LARGEST_BYTES)}`;
            throw new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SourceError */ .c8(`\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(shownPath)}\` has ${sizes}.`);
        }
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
function opened(file, shownPath) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, FLAGS);
    }
    catch (error) {
        const code = (0,_files_file_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        throw (0,_files_file_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailure */ .f1)(error, shownPath);
    }
}
/** True where the last part of a pattern says more than "anything". */
function namesSomething(pattern) {
    const parts = pattern.split('/').filter((part) => part !== '');
    return /[^*?]/.test(parts.at(-1) ?? '');
}


/***/ }),

/***/ 6991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ keyOf),
/* harmony export */   h: () => (/* binding */ PatternIndex)
/* harmony export */ });
const WILDCARD = /[*?[\]\\]/;
const ENDING = /\.[^.*?[\]\\]*$/;
/**
 * The key of a pattern by its parts, with `**` for any number of directories. A `**` beside other characters may stand for a
 * slash as well, in a `.dockerignore`, so that the part behind it need not be the whole name.
 */
function keyOf(parts) {
    const [first = ''] = parts;
    const last = parts.at(-1) ?? '';
    if (parts.every(isLiteral))
        return { kind: 'path', text: parts.join('/') };
    if (isLiteral(last) && parts.every((part) => part === '**' || !part.includes('**'))) {
        return { kind: 'name', text: last };
    }
    if (isLiteral(first))
        return { kind: 'top', text: first };
    const [ending] = ENDING.exec(last) ?? [];
    return ending === undefined ? { kind: 'any', text: '' } : { kind: 'ending', text: ending };
}
/**
 * Finds the last of many patterns that matches a path. A pattern is tried on those paths alone that have its key, so that
 * thousands of names take the time of a few.
 */
class PatternIndex {
    #patterns;
    #lists = {
        path: new Map(),
        top: new Map(),
        name: new Map(),
        ending: new Map(),
        any: new Map()
    };
    constructor(patterns) {
        this.#patterns = patterns;
        for (const [index, { key }] of patterns.entries()) {
            const lists = this.#lists[key.kind];
            const list = lists.get(key.text);
            if (list)
                list.push(index);
            else
                lists.set(key.text, [index]);
        }
    }
    /** The index of the last one that matches, if it comes after `after`; else `after`. The path may end with a slash. */
    lastMatch(path, after) {
        if (this.#patterns.length === 0)
            return after;
        return keysOf(path).reduce((found, { kind, text }) => {
            const list = this.#lists[kind].get(text);
            return list ? this.#lastIn(list, path, found) : found;
        }, after);
    }
    #lastIn(indices, path, after) {
        for (let at = indices.length - 1; at >= 0; at--) {
            const index = indices[at];
            if (index <= after)
                return after;
            if (this.#patterns[index]?.matches(path))
                return index;
        }
        return after;
    }
}
/** Those of all patterns that can match it. */
function keysOf(path) {
    const whole = path.endsWith('/') ? path.slice(0, -1) : path;
    const name = whole.slice(whole.lastIndexOf('/') + 1);
    const dot = name.lastIndexOf('.');
    return [
        { kind: 'path', text: whole },
        { kind: 'top', text: whole.slice(0, Math.max(0, whole.indexOf('/'))) },
        { kind: 'name', text: name },
        { kind: 'ending', text: dot < 0 ? '' : name.slice(dot) },
        { kind: 'any', text: '' }
    ];
}
function isLiteral(part) {
    return !WILDCARD.test(part);
}


/***/ }),

/***/ 5131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IH: () => (/* binding */ contextFault),
/* harmony export */   Mv: () => (/* binding */ contextTree),
/* harmony export */   y$: () => (/* binding */ locateContext)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2011);
/* harmony import */ var _model_values_words_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(9392);
/* harmony import */ var _files_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6127);
/* harmony import */ var _rules_docker_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6794);
/* harmony import */ var _rules_ignite_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7091);
/* harmony import */ var _rules_ignore_file_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9147);
/* harmony import */ var _find_source_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(2176);
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3312);









const DOCKER_IGNORE = '.dockerignore';
const SHOWN_DOCKERFILES = 5;
/** Finds out what `code` and `dockerfile-path` name. What no image can be built from is a Problem. */
function locateContext(source, around) {
    const place = (0,_find_source_js__WEBPACK_IMPORTED_MODULE_6__/* .findSource */ .T)(source, around);
    if ('problem' in place)
        return place;
    if (place.kind === 'source')
        return { problem: singleFile(place) };
    const { dockerfilePath } = source;
    if (dockerfilePath === undefined)
        return { ...place, dockerfile: undefined };
    const dockerfile = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(dockerfilePath).replace(/^\//, '\0');
    if (/^(\0|\.\.?(\/|$))/.test(dockerfile))
        return { problem: outsideContext(place, dockerfilePath) };
    return { ...place, dockerfile };
}
/** Lists the files of a context that is a directory. Throws SourceError, as `walk` does. */
function contextTree(place, { exclude }) {
    const dockerIgnore = ignoreFileOf(place);
    const docker = _rules_docker_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .DockerRules */ .E.read(dockerIgnore, place.dockerfile);
    return (0,_walk_js__WEBPACK_IMPORTED_MODULE_7__/* .walk */ .G)({
        root: place.directory,
        shownRoot: place.shownPath,
        exclude,
        purpose: 'context',
        rules: { ignite: _rules_ignite_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .IgniteRules */ .k.none, docker },
        rulesFrom: dockerIgnore
    });
}
/** What is wrong with the files of a context, by their paths. */
function contextFault(place, paths) {
    if (paths.length === 0)
        return (0,_find_source_js__WEBPACK_IMPORTED_MODULE_6__/* .nothingIn */ .n)(place, []);
    return place.dockerfile === undefined || paths.includes(place.dockerfile)
        ? undefined
        : noDockerfile(place, place.dockerfile, paths);
}
/** The file beside the Dockerfile wins, as with docker. */
function ignoreFileOf({ directory, shownPath, dockerfile }) {
    const read = (path) => (0,_rules_ignore_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readIgnoreFile */ .rj)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, path), node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(shownPath, path));
    return (dockerfile === undefined ? undefined : read(`${dockerfile}${DOCKER_IGNORE}`)) ?? read(DOCKER_IGNORE);
}
function singleFile({ shownPath }) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .AF({
        inputs: ['code'],
        message: `\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(shownPath)}\` is a single file, and an image is built from several.`,
        fix: 'Point `code` at a directory or an archive.'
    });
}
function outsideContext({ shownPath }, dockerfilePath) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .AF({
        inputs: ['dockerfile-path'],
        message: `\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(dockerfilePath)}\` is no path inside \`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(shownPath)}\`.`,
        fix: 'Set `dockerfile-path` to the path of the Dockerfile from the root of `code`, for example `docker/Dockerfile`.'
    });
}
function noDockerfile(place, dockerfile, paths) {
    const name = `\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(dockerfile)}\``;
    const found = paths.filter((path) => /(^|\/)([^/]+\.)?(Docker|Container)file(\.[^/]+)?$/i.test(path));
    const names = found.map((path) => `\`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(path)}\``);
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Problem */ .AF({
        inputs: ['dockerfile-path'],
        message: `${name} is no file of \`${(0,_files_names_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(place.shownPath)}\` that is sent.`,
        fix: names.length > 0
            ? `Set \`dockerfile-path\` to one of these: ${(0,_model_values_words_js__WEBPACK_IMPORTED_MODULE_8__/* .firstOf */ .Ku)(names, SHOWN_DOCKERFILES)}.`
            : 'Set `dockerfile-path` to the path of the Dockerfile from the root of `code`, and leave it in where an `.igniteignore` names it.'
    });
}


/***/ }),

/***/ 2176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ findSource),
  n: () => (/* binding */ nothingIn)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
;// CONCATENATED MODULE: ./build/source/files/archive-format.js
const SUFFIXES = { zip: /\.zip$/i, 'tar.gz': /\.(tar\.gz|tgz)$/i };
const OTHER_ARCHIVES = /\.(tar|tbz2?|txz|tzst|tar\.(bz2|xz|zst|br)|7z|rar|jar)$/i;
/** How many bytes of a file tell what it is. */
const MAGIC_BYTES = 4;
/** What a file is by its first bytes; `fault` ends a sentence, where its name says something else. */
function formatOf(name, head) {
    const named = formatByName(name);
    const found = formatByMagic(head);
    if (named === found) {
        return found ?? (OTHER_ARCHIVES.test(name) ? { fault: 'is an archive that the platform does not take' } : 'source');
    }
    if (found === undefined)
        return { fault: `is named like a .${named} file but is none` };
    return { fault: `is a .${found} file by its content but is not named so` };
}
function formatByName(name) {
    if (SUFFIXES.zip.test(name))
        return 'zip';
    return SUFFIXES['tar.gz'].test(name) ? 'tar.gz' : undefined;
}
/** `PK\x05\x06` starts a zip file without entries. */
function formatByMagic(head) {
    const magic = head.toString('latin1');
    if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06')
        return 'zip';
    return magic.startsWith('\x1f\x8b') ? 'tar.gz' : undefined;
}

// EXTERNAL MODULE: ./build/source/files/containment.js
var containment = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./build/source/files/entry.js
var entry = __nccwpck_require__(4392);
// EXTERNAL MODULE: ./build/source/files/file-faults.js
var file_faults = __nccwpck_require__(3604);
// EXTERNAL MODULE: ./build/source/files/names.js
var files_names = __nccwpck_require__(6127);
// EXTERNAL MODULE: ./build/source/rules/exclusions.js
var exclusions = __nccwpck_require__(6367);
// EXTERNAL MODULE: ./build/source/tree/submodules.js
var submodules = __nccwpck_require__(6222);
;// CONCATENATED MODULE: ./build/source/tree/find-source.js











const FIX = 'Give `code` a directory, a source file, a .zip or a .tar.gz that lies in the checkout.';
/** Finds out what `code` names. What cannot be deployed from there is a Problem. */
function findSource(code, around) {
    const name = `\`${(0,files_names/* printable */.g$)(code.shownPath)}\``;
    const found = resolved(code.path);
    if ('fault' in found)
        return problem(`${name} ${found.fault} (looked at \`${(0,files_names/* printable */.g$)(code.path)}\`).`, found.cure);
    const { real, stats } = found;
    const workspace = (0,containment/* realOrSame */.eF)(around.workspace);
    if (!(0,containment/* contains */.gR)(workspace, real)) {
        const place = `\`${(0,files_names/* printable */.g$)(real)}\``;
        return problem(`${name} lies outside the workspace, at ${place}.`);
    }
    if (isNeverPacked(real, stats, { ...around, workspace }))
        return problem(`${name} is never packed.`);
    const place = { ...(0,entry/* listedFile */.gE)({ file: real, shownPath: code.shownPath }, stats), name: (0,external_node_path_.basename)(code.path) };
    if (stats.isDirectory())
        return { kind: 'directory', ...place, directory: real };
    if (!stats.isFile())
        return problem(`${name} is ${(0,entry/* specialKind */.I2)(stats)}.`);
    const head = firstBytes(real);
    if ('fault' in head)
        return problem(`${name} ${head.fault}.`, head.cure);
    const kind = formatOf(place.name, head.bytes);
    if (typeof kind !== 'string')
        return problem(`${name} ${kind.fault}.`);
    return { kind, ...place, directory: (0,external_node_fs_.realpathSync)((0,external_node_path_.dirname)(code.path)) };
}
/** What is wrong with a place that holds nothing to send. */
function nothingIn(place, withheld) {
    if (place.kind === 'source')
        return nothingOf(place, withheld);
    if (place.kind === 'directory' && (0,submodules/* submodulesAround */.b)((0,external_node_path_.dirname)(place.directory)).has(place.directory)) {
        return new errors/* Problem */.AF({
            inputs: ['code'],
            message: `There is nothing to deploy: \`${(0,files_names/* printable */.g$)(place.shownPath)}\` is an empty submodule.`,
            fix: 'Set `submodules: true` of actions/checkout.'
        });
    }
    const what = place.kind === 'directory' ? 'no file that is packed' : 'no file';
    return new errors/* Problem */.AF({
        inputs: ['code'],
        message: `There is nothing to deploy: \`${(0,files_names/* printable */.g$)(place.shownPath)}\` holds ${what}.${leftOut(withheld)}`,
        fix: 'Point `code` at the directory of the app, after the steps that make its files.'
    });
}
const SHOWN_SECRETS = 3;
function leftOut(withheld) {
    if (withheld.length === 0)
        return '';
    const names = withheld.map((path) => `\`${(0,files_names/* printable */.g$)(path)}\``);
    return ` Left out, because they are likely to hold secrets: ${(0,words/* firstOf */.Ku)(names, SHOWN_SECRETS)}.`;
}
/** A single file obeys the rules of its directory. */
function nothingOf({ name, shownPath }, withheld) {
    const file = `\`${(0,files_names/* printable */.g$)(shownPath)}\``;
    return withheld.length > 0
        ? new errors/* Problem */.AF({
            inputs: ['code'],
            message: `\`code: ${(0,files_names/* printable */.g$)(shownPath)}\` is not sent: it is, or links to, a file that is likely to hold secrets.`,
            fix: `Point \`code\` at the code itself. If this is the code, write \`!${(0,files_names/* printable */.g$)(name)}\` into an \`.igniteignore\` beside it.`
        })
        : new errors/* Problem */.AF({
            inputs: ['code'],
            message: `${file} is left out by the \`.igniteignore\` beside it.`,
            fix: 'Remove the line there, or point `code` at another file.'
        });
}
function isNeverPacked(real, stats, { workspace, exclude }) {
    const way = (0,containment/* posixPath */.HQ)(workspace, real);
    if (way !== '' && (0,exclusions/* exclusionOfWhole */.bz)(way, stats.isFile()) === 'never')
        return true;
    return exclude.map(containment/* realOrSame */.eF).some((each) => (0,containment/* contains */.gR)(workspace, each) && (0,containment/* contains */.gR)(each, real));
}
function problem(message, fix = FIX) {
    return { problem: new errors/* Problem */.AF({ inputs: ['code'], message, fix }) };
}
function resolved(path) {
    try {
        const real = (0,external_node_fs_.realpathSync)(path);
        return { real, stats: (0,external_node_fs_.statSync)(real) };
    }
    catch (error) {
        const code = (0,file_faults/* codeOf */.$N)(error);
        if (code === undefined)
            throw error;
        if (code === 'ELOOP')
            return { fault: 'is part of a loop of symlinks' };
        if (code === 'ENOTDIR')
            return { fault: 'lies below a file' };
        if (code !== 'ENOENT')
            return (0,file_faults/* readFault */.Xs)(code);
        return { fault: isLink(path) ? 'is a symlink that leads nowhere' : 'does not exist' };
    }
}
function isLink(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
function firstBytes(file) {
    try {
        const descriptor = (0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_RDONLY);
        try {
            const head = Buffer.alloc(MAGIC_BYTES);
            return { bytes: head.subarray(0, (0,external_node_fs_.readSync)(descriptor, head, 0, MAGIC_BYTES, 0)) };
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch (error) {
        const code = (0,file_faults/* codeOf */.$N)(error);
        if (code === undefined)
            throw error;
        return (0,file_faults/* readFault */.Xs)(code);
    }
}


/***/ }),

/***/ 6222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ submodulesAround)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/** Absolute paths of the submodules of the repository that a directory lies in, as its `.gitmodules` names them. */
function submodulesAround(directory) {
    const repository = repositoryOf(directory);
    if (repository === undefined)
        return new Set();
    try {
        const lines = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository, '.gitmodules'), 'utf8').split('\n');
        return new Set(lines.flatMap((line) => submodulePath(line) ?? []).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(repository, path)));
    }
    catch {
        return new Set();
    }
}
function submodulePath(line) {
    const [key = '', ...rest] = line.split('=');
    return key.trim() === 'path' ? rest.join('=').trim().replaceAll('"', '') : undefined;
}
/** The nearest directory that has a `.git`. */
function repositoryOf(directory) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.git')))
        return directory;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(directory);
    return parent === directory ? undefined : repositoryOf(parent);
}


/***/ }),

/***/ 3312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G: () => (/* binding */ walk)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/source/files/byte-order.js
var byte_order = __nccwpck_require__(2505);
// EXTERNAL MODULE: ./build/source/files/containment.js
var containment = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./build/source/files/contents.js
var contents = __nccwpck_require__(7416);
// EXTERNAL MODULE: ./build/source/files/entry.js
var entry = __nccwpck_require__(4392);
// EXTERNAL MODULE: ./build/source/files/file-faults.js
var file_faults = __nccwpck_require__(3604);
// EXTERNAL MODULE: ./build/source/files/limits.js
var limits = __nccwpck_require__(5534);
// EXTERNAL MODULE: ./build/source/files/names.js
var files_names = __nccwpck_require__(6127);
// EXTERNAL MODULE: ./build/source/files/open-file.js
var open_file = __nccwpck_require__(4333);
// EXTERNAL MODULE: ./build/source/files/twins.js
var twins = __nccwpck_require__(5839);
// EXTERNAL MODULE: ./build/source/rules/docker-rules.js + 1 modules
var docker_rules = __nccwpck_require__(6794);
// EXTERNAL MODULE: ./build/source/rules/exclusions.js
var exclusions = __nccwpck_require__(6367);
// EXTERNAL MODULE: ./build/source/rules/ignite-rules.js + 1 modules
var ignite_rules = __nccwpck_require__(7091);
;// CONCATENATED MODULE: ./build/source/rules/decide.js



const NO_RULES = { ignite: ignite_rules/* IgniteRules */.k.none, docker: docker_rules/* DockerRules */.E.none };
/**
 * Decides about one path whose parents are packed, or were entered for its sake. An ignore file takes back what is left
 * out by its name only where it names it; nothing takes back what may never be packed.
 */
function decide(rules, asked) {
    if (asked.byName === 'never')
        return { exclusion: 'never', isIgnored: false, below: undefined };
    const ignite = rules.ignite.matchOf(asked.path, asked.isDirectory);
    if (ignite === 'ignored')
        return { exclusion: 'skip', isIgnored: true, below: undefined };
    const docker = rules.docker.matchOf(asked.path);
    const byName = ignite === 'named' || docker === 'named' ? 'keep' : asked.byName;
    const inherited = isException(rules.leftOut?.but.matchOf(asked.path)) ? undefined : rules.leftOut;
    const exclusion = (0,exclusions/* stricter */.Rn)(byName, inherited?.as ?? 'keep');
    return {
        exclusion: docker === 'ignored' ? 'skip' : exclusion,
        isIgnored: docker === 'ignored',
        below: asked.isDirectory ? rulesBelow(rules, { path: asked.path, byName, exclusion, docker }) : undefined
    };
}
function rulesBelow(rules, { path, byName, exclusion, docker }) {
    const { ignite } = rules;
    if (exclusion !== 'keep') {
        const but = byName !== 'keep' || !rules.leftOut ? rules.docker.naming(path) : rules.leftOut.but;
        return but.reachBelow(path) ? { ignite, docker: rules.docker, leftOut: { as: exclusion, but } } : undefined;
    }
    if (docker === 'ignored' && !rules.docker.reachBelow(path))
        return undefined;
    return { ignite, docker: rules.docker };
}
function isException(match) {
    return match === 'kept' || match === 'named';
}

// EXTERNAL MODULE: ./build/source/rules/ignore-file.js
var ignore_file = __nccwpck_require__(9147);
;// CONCATENATED MODULE: ./build/source/tree/entry-names.js





/** The names in a directory. Throws SourceError where it cannot be read, or a name is not UTF-8. */
function entryNames(directory, shownPath) {
    const names = (0,file_faults/* naming */.b7)(shownPath, () => (0,external_node_fs_.readdirSync)(directory));
    // A name that is not UTF-8 is read with a U+FFFD; that may also stand in one that is.
    if (!names.some((name) => name.includes('\uFFFD')))
        return names;
    return (0,file_faults/* naming */.b7)(shownPath, () => (0,external_node_fs_.readdirSync)(directory, { encoding: 'buffer' })).map((bytes) => {
        const name = (0,files_names/* decodeName */.e4)(bytes);
        if (name !== undefined)
            return name;
        throw new errors/* SourceError */.c8(`\`${(0,external_node_path_.join)((0,files_names/* printable */.g$)(shownPath), (0,files_names/* printableBytes */.z8)(bytes))}\` has a name that is not UTF-8.`, {
            hint: 'Rename it.'
        });
    });
}

;// CONCATENATED MODULE: ./build/source/tree/symlinks.js






/**
 * Follows a symlink as far as the tree goes. Throws SourceError for one that is broken, loops, leaves the tree, or leads
 * to what is never packed: leaving such a link out in silence would break the app instead.
 */
function followSymlink(link, tree) {
    const { real, stats } = resolved(link);
    if (!(0,containment/* contains */.gR)(tree.root, real))
        throw badLink(link, 'leads out of the directory that is packed');
    const origin = (0,containment/* posixPath */.HQ)(tree.root, real);
    const exclusion = origin === '' ? 'keep' : (0,exclusions/* exclusionOfWhole */.bz)(origin, stats.isFile());
    if (exclusion === 'never' || tree.exclude.some((each) => (0,containment/* contains */.gR)(each, real))) {
        throw badLink(link, 'leads to something that is never packed');
    }
    return { real, origin, stats, isSensitive: exclusion === 'withhold' };
}
function resolved(link) {
    try {
        const real = (0,external_node_fs_.realpathSync)(link.real);
        return { real, stats: (0,external_node_fs_.statSync)(real) };
    }
    catch (error) {
        const code = (0,file_faults/* codeOf */.$N)(error);
        if (code === 'ELOOP')
            throw badLink(link, 'is part of a loop of symlinks');
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw badLink(link, 'leads nowhere');
        throw (0,file_faults/* readFailure */.f1)(error, link.shownPath);
    }
}
/** Names the link with its target, as the link holds it. */
function badLink(link, fault) {
    const target = (0,files_names/* printable */.g$)((0,external_node_fs_.readlinkSync)(link.real));
    return new errors/* SourceError */.c8(`The symlink \`${(0,files_names/* printable */.g$)(link.shownPath)}\` (to \`${target}\`) ${fault}.`, {
        hint: 'Leave it out by an `.igniteignore`, or replace it by what it leads to.'
    });
}

// EXTERNAL MODULE: ./build/model/values/words.js
var words = __nccwpck_require__(9392);
// EXTERNAL MODULE: ./build/source/tree/submodules.js
var tree_submodules = __nccwpck_require__(6222);
;// CONCATENATED MODULE: ./build/source/tree/tree-remarks.js




/** What is found on the way through a tree and is worth a line, though it keeps nothing from being packed. */
class TreeRemarks {
    #neverPacked = new Set();
    #empty = [];
    rules(file) {
        for (const name of (0,ignore_file/* askedInVain */._h)(file))
            this.#neverPacked.add(name);
    }
    empty(real, shownPath) {
        this.#empty.push({ real, shownPath });
    }
    all({ root, purpose, platform }) {
        return [...this.#ofRules(), ...this.#ofSubmodules(root), ...ofWindows(purpose, platform)];
    }
    #ofRules() {
        if (this.#neverPacked.size === 0)
            return [];
        const names = (0,words/* enumerate */.HL)([...this.#neverPacked].map((name) => `\`${(0,files_names/* printable */.g$)(name)}\``));
        return [{ level: 'notice', text: `An ignore file asks for ${names}, which is never packed.` }];
    }
    #ofSubmodules(root) {
        if (this.#empty.length === 0)
            return [];
        const submodules = (0,tree_submodules/* submodulesAround */.b)(root);
        const empty = this.#empty.filter(({ real }) => submodules.has(real));
        if (empty.length === 0)
            return [];
        const names = (0,words/* enumerate */.HL)(empty.map(({ shownPath }) => `\`${(0,files_names/* printable */.g$)(shownPath)}\``));
        const are = empty.length === 1 ? 'is an empty submodule' : 'are empty submodules';
        return [{ level: 'warning', text: `${names} ${are}. Set \`submodules: true\` of actions/checkout.` }];
    }
}
function ofWindows(purpose, platform) {
    if (platform !== 'win32' || purpose !== 'context')
        return [];
    const text = 'Windows does not say which files may be executed: every file of the context is sent with the mode 0755.';
    return [{ level: 'notice', text }];
}

;// CONCATENATED MODULE: ./build/source/tree/walk.js




















const HINT = 'Rename or remove it, or leave it out by an `.igniteignore`.';
const breathe = (0,external_node_util_.promisify)(setImmediate);
/**
 * Lists the files of a directory that are to be packed. Symlinks inside the tree are followed; empty directories are no
 * part of code, which is its files alone. Throws SourceError naming the first thing that cannot be packed or read.
 */
async function walk(place) {
    return new Walk(place).run();
}
class Walk {
    #place;
    /** What the entries keep, so that they do not keep the rules. */
    #tree;
    /** What symlinks may lead to. */
    #scope;
    #entries = [];
    #packedDirectories = [];
    #skipped = new Set();
    #withheld = [];
    #remarks = new TreeRemarks();
    #pending = [];
    #directories = 0;
    constructor(place) {
        const root = place.single?.workspace ?? place.root;
        const inside = (path) => path !== root && (0,containment/* contains */.gR)(root, path);
        this.#scope = { root, exclude: place.exclude.map(containment/* realOrSame */.eF).filter(inside) };
        this.#place = { purpose: 'code', rules: NO_RULES, platform: process.platform, ...place };
        const { purpose, platform } = this.#place;
        this.#tree = { root: place.root, shownRoot: place.shownRoot, purpose, platform };
        if (place.rulesFrom)
            this.#remarks.rules(place.rulesFrom);
    }
    async run() {
        const { root, shownRoot, purpose, rules } = this.#place;
        this.#enter({ real: root, path: '', origin: '' }, (0,external_node_fs_.lstatSync)(root), { chain: [], rules });
        for (let next = this.#pending.pop(); next; next = this.#pending.pop()) {
            this.#list(next);
            await breathe();
        }
        (0,contents/* checkSizes */.rU)(this.#entries, shownRoot, limits/* LIMITS */.b[purpose]);
        const entries = (0,byte_order/* inByteOrder */.q)(this.#entries, (entry) => entry.path);
        const directories = purpose === 'context' ? this.#packedDirectories : [];
        const packed = [...entries.map((entry) => entry.path), ...directories];
        return {
            entries,
            emptyDirectories: (0,byte_order/* inByteOrder */.q)(withoutParents(packed, directories), same),
            skipped: (0,byte_order/* inByteOrder */.q)([...this.#skipped], same),
            withheld: (0,byte_order/* inByteOrder */.q)(this.#withheld, same),
            remarks: [...(0,twins/* checkTwins */.Y)(packed, shownRoot, purpose), ...this.#remarks.all(this.#place)]
        };
    }
    #list(directory) {
        const { single } = this.#place;
        const isSingle = single && directory.path === '';
        const names = isSingle ? [single.name] : entryNames(directory.real, this.#shownPath(directory.path));
        const rules = single || names.includes(ignite_rules/* IGNITE_IGNORE */.w) ? this.#withIgnoreFile(directory) : directory.rules;
        if (names.length === 0)
            this.#remarks.empty(directory.real, this.#shownPath(directory.path));
        const above = { ...directory, rules };
        for (const name of names)
            if (name !== ignite_rules/* IGNITE_IGNORE */.w)
                this.#take(above, name);
    }
    #withIgnoreFile({ real, path, rules }) {
        const file = (0,ignore_file/* readIgnoreFile */.rj)((0,external_node_path_.join)(real, ignite_rules/* IGNITE_IGNORE */.w), this.#shownPath(below(path, ignite_rules/* IGNITE_IGNORE */.w)));
        if (!file)
            return rules;
        this.#remarks.rules(file);
        return { ...rules, ignite: rules.ignite.with(path, file) };
    }
    #take(above, name) {
        const path = below(above.path, name);
        const origin = above.origin === above.path ? path : below(above.origin, name);
        const found = { real: (0,containment/* entryIn */.Gi)(above.real, name), path, origin, above };
        if (this.#scope.exclude.includes(found.real))
            return;
        const stats = (0,file_faults/* naming */.b7)(this.#shownPath(path), () => (0,external_node_fs_.lstatSync)(found.real));
        const ofPath = (0,exclusions/* exclusionOf */.ah)(path, stats.isFile());
        const byName = origin === path ? ofPath : (0,exclusions/* stricter */.Rn)(ofPath, (0,exclusions/* exclusionOf */.ah)(origin, stats.isFile()));
        if (stats.isSymbolicLink()) {
            if (this.#decide(found, stats, byName))
                this.#takeLink(found, byName);
        }
        else if (this.#decide(found, stats, byName))
            this.#add(found, stats);
    }
    /** True where the thing is packed. A directory that is left out is entered if something below it may be packed. */
    #decide(found, stats, named) {
        const isDirectory = stats.isDirectory();
        const byName = isDirectory && isToolOutput(found) ? (0,exclusions/* stricter */.Rn)(named, 'skip') : named;
        const { exclusion, isIgnored, below } = decide(found.above.rules, { path: found.path, isDirectory, byName });
        const isPacked = exclusion === 'keep';
        const fault = isPacked || below ? (0,files_names/* pathFault */.a9)(found.path) : undefined;
        if (fault)
            throw new errors/* SourceError */.c8(`\`${(0,files_names/* printable */.g$)(this.#shownPath(found.path))}\` ${fault}.`, { hint: HINT });
        if (isPacked && !isDirectory)
            return true;
        if (isPacked)
            this.#packedDirectories.push(found.path);
        if (below)
            this.#enter(found, stats, { chain: found.above.chain, rules: below });
        else if (exclusion === 'withhold')
            this.#withheld.push(isDirectory ? `${found.path}/` : found.path);
        else if (isDirectory && byName === 'skip' && !isIgnored)
            this.#skipped.add(external_node_path_.posix.basename(found.path));
        return false;
    }
    /** A link is decided on once more as what it leads to: it may not carry a secret out under another name. */
    #takeLink(link, byName) {
        const shownPath = this.#shownPath(link.path);
        const target = followSymlink({ real: link.real, shownPath }, this.#scope);
        if (link.above.chain.includes(identity(target.stats)))
            throw badLink({ real: link.real, shownPath }, 'leads back to itself');
        const found = { ...link, real: target.real, origin: target.origin };
        const strictest = target.isSensitive ? (0,exclusions/* stricter */.Rn)(byName, 'withhold') : byName;
        if (this.#decide(found, target.stats, strictest))
            this.#add(found, target.stats);
    }
    #add(found, stats) {
        const { shownRoot, purpose } = this.#place;
        const shownPath = this.#shownPath(found.path);
        if (!stats.isFile()) {
            throw new errors/* SourceError */.c8(`\`${(0,files_names/* printable */.g$)(shownPath)}\` is ${(0,entry/* specialKind */.I2)(stats)}, which cannot be packed.`, {
                hint: HINT
            });
        }
        const { platform } = this.#tree;
        if (!mayBeReadByAll(stats, platform))
            (0,open_file/* tryToOpen */.F9)({ file: found.real, shownPath });
        this.#entries.push(new entry/* TreeEntry */.$U(this.#tree, found, stats));
        (0,contents/* checkCount */.wE)(this.#entries.length, shownRoot, limits/* LIMITS */.b[purpose]);
    }
    #enter({ real, path, origin }, stats, { chain, rules }) {
        this.#directories += 1;
        (0,contents/* checkDirectories */.si)(this.#directories, this.#place.shownRoot, limits/* LIMITS */.b[this.#place.purpose]);
        this.#pending.push({ real, path, origin, chain: [...chain, identity(stats)], rules });
    }
    #shownPath(path) {
        return (0,containment/* shownPathIn */.un)(this.#place.shownRoot, path);
    }
}
function isToolOutput({ real, path }) {
    return (0,exclusions/* isMadeByTool */.x9)(external_node_path_.posix.basename(path), {
        beside: (name) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(real, '..', name)),
        inside: (name) => (0,external_node_fs_.existsSync)((0,containment/* entryIn */.Gi)(real, name))
    });
}
/** Most files are such, and are not opened before they are read. Windows does not say it. */
function mayBeReadByAll({ mode }, platform) {
    return platform !== 'win32' && (mode & 0o444) === 0o444;
}
function withoutParents(paths, directories) {
    const parents = new Set(paths.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
    return directories.filter((directory) => !parents.has(directory));
}
function below(directory, name) {
    return directory === '' ? name : `${directory}/${name}`;
}
function identity(stats) {
    return `${stats.dev}:${stats.ino}`;
}
function same(path) {
    return path;
}


/***/ }),

/***/ 8508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The action's own version, for the user agent. A test compares it with package.json. */
const VERSION = '1.0.0';


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return chunkId + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(9479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
