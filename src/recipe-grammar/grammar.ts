/**
 * The language of BitBake's metadata, one logical line at a time, as an Ohm grammar: the single description of what a
 * line may be. A logical line is one whose backslash continuations are joined and whose trailing white space is gone
 * (joining is in logical-lines.ts: it happens before any rule can look at the text). Start rules: `recipeLine` for
 * .bb, .bbappend, .bbclass and .inc, `confLine` for .conf, `baseConfLine` for the .conf files that BitBake reads as
 * base configuration; `functionEnd` and `defContinues` say which physical lines end or continue a block.
 *
 * The rules are what BitBake 2.19 was observed to accept (test/recipe-grammar/cases), and every oddity is meant:
 * a value ends at the last quote of the line, three quotes are refused, `unset` wants two characters in a flag.
 *
 * After a change run `node --import tsx scripts/compile-grammar.mjs`, which compiles this text into
 * grammar-recipe.generated.ts: compiling takes 150 ms, loading the result 10. A test compares the two.
 */

export const grammarText = String.raw`
  BitBake {
    recipeLine = blank | comment
               | functionHead | defHead | exportFunctions
               | addtask | deltask | addhandler | inheritDefer | inherit
               | sharedLine
    confLine = blank | comment | sharedLine
    baseConfLine = blank | comment | sharedLine | addpylib
    sharedLine = assignment | include | require | includeAll | export | unsetFlag | unset | addfragments

    blank = end
    comment = "#" any*

    // ---- variables
    assignment = exported? name flag? ws* operator ws* value end
    exported = "export" ws+
    // The shortest name that leaves an operator and a quote: "A+=" adds to A, "A+ =" sets "A+", "A:=+" prepends to "A:".
    name = (~(operator ws* quote) nameChar)*
    nameChar = plainNameChar | ":"
    plainNameChar = asciiAlnum | "-" | "_" | "+" | "." | "$" | "{" | "}" | "/" | "~"
    flag = "[" flagFirst flagChar* "]"
    flagFirst = asciiAlnum | "-" | "_" | "+" | "."
    flagChar = flagFirst | "@" | "/"
    operator = "??=" | "?=" | ":=" | "+=" | ".=" | "=+" | "=." | "="
    quote = "\"" | "'"
    value = "\"" ~oneDouble (~("\"" end) any)* "\""  -- double
          | "'" ~oneSingle (~("'" end) any)* "'"     -- single
    // Exactly one further quote inside: BitBake refuses "a"b" and yet takes "a"b"c".
    oneDouble = notDouble* "\"" notDouble* "\"" end
    oneSingle = notSingle* "'" notSingle* "'" end
    notDouble = ~"\"" any
    notSingle = ~"'" any

    export = "export" ws+ plainNameChar+ end
    unset = "unset" ws+ plainNameChar+ end
    unsetFlag = "unset" ws+ plainNameChar+ "[" flagFirst unsetFlagChar+ "]" end
    unsetFlagChar = flagFirst | "@"

    // ---- other files
    include = "include" gap rest
    require = "require" gap rest
    includeAll = "include_all" gap rest
    inherit = "inherit" gap rest
    inheritDefer = "inherit_defer" gap rest
    addpylib = "addpylib" gap2 parts2
    addfragments = "addfragments" gap4 parts4

    // ---- tasks, handlers, functions
    addtask = "addtask" taskGap uncommented trailingComment? end
    deltask = "deltask" taskGap uncommented trailingComment? end
    addhandler = "addhandler" gap rest
    exportFunctions = "EXPORT_FUNCTIONS" gap rest
    functionHead = marker* functionName? ws* "(" ws* ")" ws* "{" end
    marker = ("python" &(ws | "(") | "fakeroot" &ws) ws*
    functionName = (word | "." | "-" | "+" | "{" | "}" | "$" | ":")+
    defHead = "def" ws+ defName (~":" any)* ":" any*
    defName = word+

    // ---- lines of blocks
    functionEnd = "}" end
    defContinues = end           -- blank
                 | ws any*       -- indented
                 | "#" any*      -- comment

    // ---- pieces
    // White space, but what follows gets something of it when nothing else stands on the line.
    gap = (ws &any)+
    gap2 = (ws &parts2)+
    gap4 = (ws &parts4)+
    rest = any+
    taskGap = (ws &(~"#" any))+
    uncommented = (~"#" any)+
    trailingComment = "#" any*
    // n texts with one white space before each but the first (split from the right: words.ts).
    parts2 = any (~(last ws* end) any)* last ws* end
    parts4 = any (~(last last last ws* end) any)* last last last ws* end
    last = ws any (~ws any)*
    word = letter | asciiDigit | "_"
    asciiAlnum = "a".."z" | "A".."Z" | asciiDigit
    asciiDigit = "0".."9"
    // What Python calls white space.
    ws = " " | "\t".."\r" | "\u001c".."\u001f" | "\u0085" | "\u00a0" | "\u1680" | "\u2000".."\u200a"
       | "\u2028" | "\u2029" | "\u202f" | "\u205f" | "\u3000"
  }
`;
