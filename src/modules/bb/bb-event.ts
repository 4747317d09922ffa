/**
 * bb.event for Python and for the evaluator: handlers made of function text, events made and fired. One EventHub a
 * Binding. The classes themselves are in event-classes.ts, the registry in handlers.ts.
 */
import type { DataStore } from "../../datastore/index.js";
import type { PyObject, PyType } from "../../vm/runtime/objects.js";
import type { Binding } from "./binding.js";
import { compilerOf } from "./bb-utils-code.js";
import { eventUi } from "./event-ui.js";
import { HandlerRegistry, type SavedHandlers } from "./handlers.js";

/** What bb.event.register answers. */
const registered = 10;
const alreadyRegistered = 14;

/** See the file's comment. */
export class EventHub {
  readonly registry = new HandlerRegistry<PyObject>();
  /** Compiled handlers by name, place and text: every recipe registers those of its classes again. */
  readonly #code = new Map<string, PyObject>();
  #filter: PyObject | undefined;
  #exit = false;

  constructor(private readonly binding: Binding) {}

  /**
   * Registers a handler whose body is the text of `python name () {}` with its indentation. `line` is that of the
   * function's head in `file`. False if a handler of that name exists.
   */
  registerText(
    name: string,
    body: string,
    mask: readonly string[] | undefined,
    file: string,
    line: number,
    store: DataStore | undefined,
  ): boolean {
    const full = this.registry.nameIn(name, store);
    if (this.registry.has(full)) return false;
    const { binding } = this;
    const code = body.trim() === "" ? "    pass\n" : body;
    // Compiled in the metadata's namespace and taken out of a namespace of its own: the name is no name there.
    const locals = binding.rt.newDict();
    const key = JSON.stringify([full, file, line, code]);
    let compiled = this.#code.get(key);
    if (compiled === undefined) {
      try {
        compiled = compilerOf(binding).compile(`def ${full}(e, d):\n${code}`, {
          filename: file === "" ? `handler ${full}` : file,
          mode: "exec",
          firstLine: Math.max(line, 1),
        });
      } catch (error) {
        this.#notCompiled(name, error);
        return true;
      }
      this.#code.set(key, compiled);
    }
    compilerOf(binding).exec(compiled, binding.globals, locals);
    this.registry.register(full, locals.getStr(full) as PyObject, mask, store);
    return true;
  }

  /** A handler that is no Python is told and left out; the recipe goes on (measured). */
  #notCompiled(name: string, error: unknown): void {
    const { rt, context } = this.binding;
    if (!rt.isException(error, "SyntaxError")) throw error;
    const lines = rt.callMethod1(rt.importModule("traceback"), "format_exception_only", error);
    const text = rt
      .toArray(lines)
      .map((line) => rt.strOf(line))
      .join("");
    context.log({ level: "error", message: `Unable to register event handler '${name}':\n${text}` });
  }

  register(
    name: string,
    handler: PyObject,
    mask: readonly string[] | undefined,
    store: DataStore | undefined,
  ): boolean {
    const full = this.registry.nameIn(name, store);
    if (this.registry.has(full)) return false;
    this.registry.register(full, handler, mask, store);
    return true;
  }

  remove(name: string, store: DataStore | undefined): boolean {
    return this.registry.remove(this.registry.nameIn(name, store), store);
  }

  setFilter(filter: PyObject | undefined): void {
    this.#filter = filter;
  }

  /** Makes an event of a class of bb.event by name. */
  make(name: string, args: readonly PyObject[]): PyObject {
    const type = this.binding.classes.get(name.includes(".") ? name : `bb.event.${name}`);
    if (type === undefined) throw this.binding.rt.error("NameError", `bb.event has no class ${name}`);
    return this.binding.rt.call(type, [...args]);
  }

  /** Runs the class handlers that want `event`, then tells the context. Exceptions of handlers are logged and pass. */
  fire(event: PyObject, store: DataStore | undefined): void {
    const { rt } = this.binding;
    const worker = rt.lookup(rt.importModule("bb.event"), "worker_fire");
    this.fireClassHandlers(event, store);
    if (worker !== undefined && worker !== rt.none) {
      rt.call(worker, [event, store === undefined ? rt.none : this.binding.wrap(store)]);
      return;
    }
    const ui = rt.findModule("bb._event_ui");
    if (ui !== undefined) {
      rt.callMethod2(ui, "fire_ui_handlers", event, store === undefined ? rt.none : this.binding.wrap(store));
    }
    this.binding.context.onEvent?.(event, event.ob$type.$name, store);
  }

  fireClassHandlers(event: PyObject, store: DataStore | undefined): void {
    const { rt } = this.binding;
    const d = store === undefined ? rt.none : this.binding.wrap(store);
    const className = fullName(this.binding, event.ob$type);
    for (const [name, handler] of this.registry.wanting(className, store)) {
      if (this.#filter !== undefined && !rt.isTrue(rt.call(this.#filter, [rt.str(name), handler, event, d])))
        continue;
      this.execute(name, handler, event, d);
    }
  }

  execute(name: string, handler: PyObject, event: PyObject, d: PyObject): void {
    const { rt, context } = this.binding;
    rt.setattr(event, "data", d);
    try {
      rt.call(handler, [event, d]);
    } catch (error) {
      if (rt.isException(error) && !this.#isSilent(error)) {
        const message = `Execution of event handler '${name}' failed`;
        context.log({ level: "error", message: `${message}: ${rt.exceptions.describe(error)}` });
      }
      throw error;
    } finally {
      if (rt.lookup(event, "data") !== undefined) rt.delattr(event, "data");
    }
  }

  /** Exceptions that are told elsewhere. */
  #isSilent(error: PyObject): boolean {
    const { rt, binding } = { rt: this.binding.rt, binding: this.binding };
    if (
      ["bb.parse.SkipRecipe", "bb.BBHandledException"].some((n) =>
        rt.isInstance(error, binding.exceptionClass(n)),
      )
    )
      return true;
    if (!rt.isException(error, "SystemExit")) return false;
    const code = rt.lookup(error, "code");
    return code === undefined || !rt.isTrue(code);
  }

  save(): SavedHandlers<PyObject> {
    return this.registry.save();
  }
  restore(saved: SavedHandlers<PyObject>): void {
    this.registry.restore(saved);
  }
  get exit(): boolean {
    return this.#exit;
  }
}

function fullName(binding: Binding, type: PyType): string {
  const module = binding.rt.lookup(type, "__module__");
  return module !== undefined && binding.rt.isStr(module)
    ? `${binding.text(module)}.${type.$qualname}`
    : type.$qualname;
}

/** Names of bb.event that bb._event_ui defines. */
const uiNames = new Set([
  "register_UIHhandler",
  "unregister_UIHhandler",
  "get_uihandler",
  "set_UIHmask",
  "fire_ui_handlers",
  "fire_from_worker",
  "print_ui_queue",
  "LogHandler",
  "UIEventFilter",
]);

export function installEvent(binding: Binding, hub: EventHub): void {
  const { rt } = binding;
  const storeOf = (d: PyObject): DataStore | undefined => (d === rt.none ? undefined : binding.store(d));
  const handlers = (): PyObject => {
    const dict = rt.newDict();
    for (const [name, entry] of hub.registry.entries()) dict.setStr(name, entry.handler);
    return dict;
  };
  const setHandlers = (dict: PyObject): void => {
    // A handler that was registered before keeps its mask; a new one wants every event.
    const known = new Map(hub.registry.entries());
    const next = new Map<string, { handler: PyObject; mask: ReadonlySet<string> | undefined }>();
    for (const key of rt.iterate(dict)) {
      const name = binding.text(key);
      next.set(name, known.get(name) ?? { handler: rt.getItem(dict, key), mask: undefined });
    }
    hub.restore(next);
  };

  rt.imports.reloadable.add("bb.event");
  rt.addFinder((name) => (name === "bb._event_ui" ? eventUi : undefined));
  binding.module(
    "bb.event",
    {
      "getName(e)": (e: PyObject) => (rt.isType(e) ? e.$name : e.ob$type.$name),
      "fire(event, d)": (event: PyObject, d: PyObject) => hub.fire(event, storeOf(d)),
      "fire_class_handlers(event, d)": (event: PyObject, d: PyObject) =>
        hub.fireClassHandlers(event, storeOf(d)),
      "execute_handler(name, handler, event, d)": (
        name: PyObject,
        handler: PyObject,
        event: PyObject,
        d: PyObject,
      ) => hub.execute(binding.text(name), handler, event, d),
      "register(name, handler, mask=None, filename=None, lineno=None, data=None)": (
        name: PyObject,
        handler: PyObject,
        mask: PyObject,
        filename: PyObject,
        lineno: PyObject,
        data: PyObject,
      ) => {
        const events = rt.isTrue(mask) ? [...rt.iterate(mask)].map((m) => binding.text(m)) : undefined;
        const store = storeOf(data);
        const isNew = rt.isStr(handler)
          ? hub.registerText(
              binding.text(name),
              binding.text(handler),
              events,
              binding.textOrNone(filename) ?? "",
              lineno === rt.none ? 1 : Number(rt.index(lineno)),
              store,
            )
          : hub.register(binding.text(name), handler, events, store);
        return rt.int(isNew ? registered : alreadyRegistered);
      },
      "remove(name, handler, data=None)": (name: PyObject, _handler: PyObject, data: PyObject) => {
        if (!hub.remove(binding.text(name), storeOf(data))) throw rt.errorWith("KeyError", [name]);
      },
      "get_handlers()": handlers,
      "get_class_handlers()": handlers,
      "set_handlers(handlers)": setHandlers,
      "set_class_handlers(h)": setHandlers,
      "clean_class_handlers()": () => {
        hub.restore(new Map());
        return rt.newDict();
      },
      "set_eventfilter(func)": (f: PyObject) => hub.setFilter(f === rt.none ? undefined : f),
      "enable_heartbeat()": () => undefined,
      "disable_heartbeat()": () => undefined,
      "enable_threadlock()": () => undefined,
      "disable_threadlock()": () => undefined,
      "check_for_interrupts()": () => hub.exit,
    },
    (set) => {
      // The module's body runs again when it is reloaded: nothing of before is left.
      hub.restore(new Map());
      hub.setFilter(undefined);
      rt.imports.modules.delStr("bb._event_ui");
      set("Registered", rt.int(registered));
      set("AlreadyRegistered", rt.int(alreadyRegistered));
      set("worker_pid", rt.int(0));
      set("worker_fire", rt.none);
      // What belongs to user interfaces is Python of ours, imported when something asks for it.
      set(
        "__getattr__",
        rt.fn("__getattr__(name)", (name: PyObject) => {
          const key = binding.text(name);
          if (uiNames.has(key)) return rt.getattr(rt.importModule("bb._event_ui"), key);
          throw rt.error("AttributeError", `module 'bb.event' has no attribute '${key}'`);
        }),
      );
    },
  );
}
