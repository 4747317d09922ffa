/**
 * The backtracking matcher: runs a Program over a Subject with an explicit stack, never with the host's. Each
 * instruction costs a step of the budget, so that a pattern that backtracks for ever ends in LimitError.
 *
 * The stack holds triples. A choice is (pc, position, -1); a repeat of one character that may give back is
 * (pc, position, least position >= 0); one that may take more is (pc, position, -2 - greatest position); an undo
 * record is (-1 - register, old value, 0). Leaving an atomic group or a lookahead drops the choices above its height
 * and keeps the undo records.
 */
import { AtOp, Op, type Program } from "./compile.js";
import type { Subject } from "./subject.js";
import { asciiLower, isAsciiWord, isWord, lower } from "./unicode.js";

/** What the matcher asks of a budget. */
export interface StepBudget {
  step(n?: number): void;
  allocate(bytes: number): void;
  readonly limits: { readonly regexSteps: number };
  fail(limit: "regexSteps"): never;
}

const BATCH = 4096;

/** Runs one program; not re-entrant while `run` is active (it never calls out). */
export class Matcher {
  /** Steps of the search or match that runs. */
  private spent = 0;
  private readonly registers: Int32Array;
  private stack = new Int32Array(3 * 64);

  constructor(
    readonly program: Program,
    private readonly budget: StepBudget,
  ) {
    this.registers = new Int32Array(program.registers);
  }

  /** The registers of the last match: 2 for each group (-1 when unset), then lastindex. */
  groups(): Int32Array {
    return this.registers.slice(0, this.program.lastIndex + 1);
  }

  /**
   * Looks for a match that begins between `from` and `end`. With `mustAdvance`, an empty match at `from` does not
   * count. Returns whether there is one.
   */
  search(subject: Subject, from: number, end: number, mustAdvance: boolean): boolean {
    const { program } = this;
    const { codes, text } = subject;
    this.spent = 0;
    const last = end - program.minWidth;
    if (program.anchored) return from === 0 && last >= 0 && this.run(subject, 0, end, false, mustAdvance);
    const { first, prefix } = program;
    let advance = mustAdvance;
    let at = from;
    if (codes === undefined && prefix !== "") {
      while (at <= last) {
        const found = text.indexOf(prefix, at);
        this.budget.step(1 + (((found < 0 ? end : Math.min(found, end)) - at) >> 4));
        if (found < 0 || found > last) return false;
        if (this.run(subject, found, end, false, advance && found === from)) return true;
        at = found + 1;
        advance = false;
      }
      return false;
    }
    while (at <= last) {
      if (first !== undefined) {
        const begin = at;
        while (at < end && !first.has(codes === undefined ? text.charCodeAt(at) : codes[at])) at++;
        this.budget.step(1 + ((at - begin) >> 2));
        if (at >= end) return false;
      }
      if (this.run(subject, at, end, false, advance && at === from)) return true;
      at++;
      advance = false;
    }
    return false;
  }

  private grow(): Int32Array<ArrayBuffer> {
    this.budget.allocate(this.stack.length * 8);
    const bigger = new Int32Array(this.stack.length * 2);
    bigger.set(this.stack);
    this.stack = bigger;
    return bigger;
  }

  /** Tries to match at `start`; `full` asks for a match up to `end`. */
  matchAt(subject: Subject, start: number, end: number, full: boolean, mustAdvance: boolean): boolean {
    this.spent = 0;
    return this.run(subject, start, end, full, mustAdvance);
  }

  private run(subject: Subject, start: number, end: number, full: boolean, mustAdvance: boolean): boolean {
    const { code, sets, lastIndex } = this.program;
    const { codes, text } = subject;
    const { registers, budget } = this;
    if (this.stack.length > 3 * 0x40000) this.stack = new Int32Array(3 * 64);
    let stack = this.stack;
    let room = stack.length - 12;
    let sp = 0;
    let pc = 0;
    let pos = start;
    let steps = 0;
    registers.fill(-1);
    registers[0] = start;

    // One character at a position, by the operand of the repeat instructions.
    const accepts = (what: number, at: number): boolean => {
      if (what === -2) return true;
      const c = codes === undefined ? text.charCodeAt(at) : codes[at];
      return what === -1 ? c !== 10 : sets[what].has(c);
    };

    for (;;) {
      if (++steps === BATCH) {
        if ((this.spent += BATCH) > budget.limits.regexSteps) budget.fail("regexSteps");
        budget.step(BATCH);
        steps = 0;
      }
      if (sp >= room) {
        stack = this.grow();
        room = stack.length - 12;
      }
      fail: {
        switch (code[pc]) {
          case Op.CHAR:
            if (pos >= end || (codes === undefined ? text.charCodeAt(pos) : codes[pos]) !== code[pc + 1])
              break fail;
            pos++;
            pc += 2;
            continue;
          case Op.SET:
            if (
              pos >= end ||
              !sets[code[pc + 1]].has(codes === undefined ? text.charCodeAt(pos) : codes[pos])
            )
              break fail;
            pos++;
            pc += 2;
            continue;
          case Op.ANY:
            if (pos >= end || (codes === undefined ? text.charCodeAt(pos) : codes[pos]) === 10) break fail;
            pos++;
            pc++;
            continue;
          case Op.ALL:
            if (pos >= end) break fail;
            pos++;
            pc++;
            continue;
          case Op.MATCH:
            if ((full && pos !== end) || (mustAdvance && pos === start)) break fail;
            registers[1] = pos;
            budget.step(steps);
            return true;
          case Op.SPLIT:
            stack[sp] = code[pc + 1]!;
            stack[sp + 1] = pos;
            stack[sp + 2] = -1;
            sp += 3;
            pc += 2;
            continue;
          case Op.PEEK:
            if (pos < end && sets[code[pc + 1]].has(codes === undefined ? text.charCodeAt(pos) : codes[pos]))
              pc += 3;
            else pc = code[pc + 2]!;
            continue;
          case Op.JUMP:
            pc = code[pc + 1]!;
            continue;
          case Op.SAVE: {
            const register = code[pc + 1];
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            sp += 3;
            registers[register] = pos;
            pc += 2;
            continue;
          }
          case Op.CLOSE: {
            const group = code[pc + 1];
            const register = 2 * group + 1;
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            stack[sp + 3] = -1 - lastIndex;
            stack[sp + 4] = registers[lastIndex]!;
            sp += 6;
            registers[register] = pos;
            registers[lastIndex] = group;
            pc += 2;
            continue;
          }
          case Op.AT:
            if (!this.at(code[pc + 1], subject, pos, end)) break fail;
            pc += 2;
            continue;
          case Op.GREEDY:
          case Op.POSSESSIVE: {
            const what = code[pc + 1];
            const min = code[pc + 2];
            const max = code[pc + 3];
            const limit = max < end - pos ? pos + max : end;
            const least = pos + min;
            let at = pos;
            if (what === -2) at = limit;
            else if (what === -1 && codes === undefined) {
              const newline = text.indexOf("\n", at);
              at = newline < 0 || newline > limit ? limit : newline;
            } else if (what >= 0 && codes === undefined) {
              const set = sets[what];
              const { low } = set;
              for (; at < limit; at++) {
                const c = text.charCodeAt(at);
                if (c < 256 ? low[c] === 0 : !set.has(c)) break;
              }
            } else while (at < limit && accepts(what, at)) at++;
            if (at < least) break fail;
            const taken = at - pos;
            if (taken > 8) budget.step(taken >> 3);
            if (at > least && code[pc] === Op.GREEDY) {
              // Fall back at once to the last place where the following literal stands.
              const literal = code[pc + 4];
              if (literal >= 0) {
                while (
                  at >= least &&
                  (at >= end || (codes === undefined ? text.charCodeAt(at) : codes[at]) !== literal)
                )
                  at--;
                if (at < least) break fail;
              }
              if (at > least) {
                stack[sp] = pc;
                stack[sp + 1] = at;
                stack[sp + 2] = least;
                sp += 3;
              }
            }
            pos = at;
            pc += 5;
            continue;
          }
          case Op.LAZY: {
            const what = code[pc + 1];
            const max = code[pc + 3];
            const least = pos + code[pc + 2];
            const limit = max < end - pos ? pos + max : end;
            if (least > end) break fail;
            let at = pos;
            while (at < least && accepts(what, at)) at++;
            if (at < least) break fail;
            if (at < limit) {
              stack[sp] = pc;
              stack[sp + 1] = at;
              stack[sp + 2] = -2 - limit;
              sp += 3;
            }
            pos = at;
            pc += 5;
            continue;
          }
          case Op.LOOP_INIT: {
            const register = code[pc + 1];
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            stack[sp + 3] = -2 - register;
            stack[sp + 4] = registers[register + 1]!;
            sp += 6;
            registers[register] = 0;
            registers[register + 1] = -1;
            pc += 2;
            continue;
          }
          case Op.LOOP: {
            const register = code[pc + 1];
            const count = registers[register];
            const exit = code[pc + 4];
            if (count < code[pc + 2]) {
              stack[sp] = -1 - register;
              stack[sp + 1] = count;
              sp += 3;
              registers[register] = count + 1;
              pc += 6;
              continue;
            }
            const more = count < code[pc + 3] && registers[register + 1] !== pos;
            if (code[pc + 5] === 1) {
              // Lazy: leave first; the choice comes back to the instruction with a mark to take one more.
              if (more) {
                stack[sp] = pc;
                stack[sp + 1] = pos;
                stack[sp + 2] = -1;
                sp += 3;
              }
              pc = exit;
              continue;
            }
            if (!more) {
              pc = exit;
              continue;
            }
            stack[sp] = exit;
            stack[sp + 1] = pos;
            stack[sp + 2] = -1;
            stack[sp + 3] = -1 - register;
            stack[sp + 4] = count;
            stack[sp + 6] = -2 - register;
            stack[sp + 7] = registers[register + 1]!;
            sp += 9;
            registers[register] = count + 1;
            registers[register + 1] = pos;
            pc += 6;
            continue;
          }
          case Op.REFERENCE: {
            const group = code[pc + 1];
            const from = registers[2 * group];
            const to = registers[2 * group + 1];
            if (from < 0 || to < from) break fail;
            const size = to - from;
            if (size > end - pos) break fail;
            if (size > 8) budget.step(size >> 3);
            const fold = code[pc + 2];
            let i = 0;
            for (; i < size; i++) {
              const a = codes === undefined ? text.charCodeAt(from + i) : codes[from + i];
              const b = codes === undefined ? text.charCodeAt(pos + i) : codes[pos + i];
              if (a !== b && (fold === 0 || !sameFolded(a, b, fold))) break;
            }
            if (i < size) break fail;
            pos += size;
            pc += 3;
            continue;
          }
          case Op.CONDITION:
            pc = registers[2 * code[pc + 1] + 1] >= 0 ? pc + 3 : code[pc + 2];
            continue;
          case Op.LOOK:
          case Op.LOOK_NOT: {
            const negate = code[pc] === Op.LOOK_NOT;
            const register = code[pc + 1];
            const back = code[pc + 2];
            if (pos < back) {
              if (!negate) break fail;
              pc = code[pc + 3]!;
              continue;
            }
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            stack[sp + 3] = -2 - register;
            stack[sp + 4] = registers[register + 1]!;
            sp += 6;
            registers[register] = sp;
            registers[register + 1] = pos;
            if (negate) {
              stack[sp] = code[pc + 3]!;
              stack[sp + 1] = pos;
              stack[sp + 2] = -1;
              sp += 3;
            }
            pos -= back;
            pc += negate ? 4 : 3;
            continue;
          }
          case Op.LOOK_END:
          case Op.ATOMIC_END: {
            const register = code[pc + 1];
            const height = registers[register];
            if (code[pc] === Op.LOOK_END) pos = registers[register + 1]!;
            let kept = height;
            for (let i = height; i < sp; i += 3) {
              if (stack[i] >= 0) continue;
              stack[kept] = stack[i]!;
              stack[kept + 1] = stack[i + 1]!;
              kept += 3;
            }
            budget.step((sp - height) >> 4);
            sp = kept;
            pc += 2;
            continue;
          }
          case Op.LOOK_NOT_END: {
            const height = registers[code[pc + 1]];
            while (sp > height) {
              sp -= 3;
              const what = stack[sp];
              if (what < 0) registers[-1 - what] = stack[sp + 1]!;
            }
            break fail;
          }
          case Op.ATOMIC: {
            const register = code[pc + 1];
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            sp += 3;
            registers[register] = sp;
            pc += 2;
            continue;
          }
          default:
            break fail;
        }
      }
      // Back to the last choice, undoing registers on the way.
      for (;;) {
        if (sp === 0) {
          budget.step(steps);
          return false;
        }
        sp -= 3;
        const what = stack[sp];
        if (what < 0) {
          registers[-1 - what] = stack[sp + 1]!;
          continue;
        }
        pos = stack[sp + 1]!;
        const bound = stack[sp + 2];
        if (bound === -1) {
          if (code[what] === Op.LOOP) {
            // The lazy loop takes one more round.
            const register = code[what + 1];
            stack[sp] = -1 - register;
            stack[sp + 1] = registers[register]!;
            stack[sp + 3] = -2 - register;
            stack[sp + 4] = registers[register + 1]!;
            sp += 6;
            registers[register] = registers[register] + 1;
            registers[register + 1] = pos;
            pc = what + 6;
          } else pc = what;
          break;
        }
        if (bound >= 0) {
          // A greedy repeat gives back characters.
          const literal = code[what + 4];
          pos--;
          if (literal >= 0) {
            const begin = pos;
            while (pos >= bound && (codes === undefined ? text.charCodeAt(pos) : codes[pos]) !== literal)
              pos--;
            if (begin - pos > 8) budget.step((begin - pos) >> 3);
            if (pos < bound) continue;
          }
          if (pos > bound) {
            stack[sp + 1] = pos;
            sp += 3;
          }
          pc = what + 5;
          break;
        }
        // A lazy repeat takes one more.
        if (!accepts(code[what + 1], pos)) continue;
        pos++;
        const limit = -2 - bound;
        const literal = code[what + 4];
        if (literal >= 0) {
          const begin = pos;
          while (
            pos < end &&
            (codes === undefined ? text.charCodeAt(pos) : codes[pos]) !== literal &&
            pos < limit &&
            accepts(code[what + 1], pos)
          )
            pos++;
          if (pos - begin > 8) budget.step((pos - begin) >> 3);
        }
        if (pos < limit) {
          stack[sp + 1] = pos;
          sp += 3;
        }
        pc = what + 5;
        break;
      }
    }
  }

  private at(where: number, subject: Subject, pos: number, end: number): boolean {
    const code = (i: number): number =>
      subject.codes === undefined ? subject.text.charCodeAt(i) : subject.codes[i];
    switch (where) {
      case AtOp.BEGIN:
        return pos === 0;
      case AtOp.BEGIN_LINE:
        return pos === 0 || code(pos - 1) === 10;
      case AtOp.END:
        return pos === end || (pos + 1 === end && code(pos) === 10);
      case AtOp.END_LINE:
        return pos === end || code(pos) === 10;
      case AtOp.END_STRING:
        return pos === end;
      default: {
        if (end === 0) return false; // CPython before 3.14: neither \b nor \B in an empty text
        const word = where === AtOp.BOUNDARY || where === AtOp.NOT_BOUNDARY ? isWord : isAsciiWord;
        const before = pos > 0 && word(code(pos - 1));
        const after = pos < end && word(code(pos));
        return (before !== after) === (where === AtOp.BOUNDARY || where === AtOp.ASCII_BOUNDARY);
      }
    }
  }
}

function sameFolded(a: number, b: number, fold: number): boolean {
  // Back-references compare by lower case alone, without the variants that sets know (as CPython does).
  return fold === 2 ? asciiLower(a) === asciiLower(b) : lower(a) === lower(b);
}
