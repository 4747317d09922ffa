/**
 * What a task's own datastore costs: taking the snapshot and the first write to it, on the recipe with the most
 * variables at hand and on a made one of 3,000; and how memory grows with tasks that write nothing and with writes.
 * Beside it, as a peer in the same run, what a plain copy of all variables into a Map costs. From the repository:
 *
 *     node --expose-gc --import=tsx benchmarks/task-snapshot.ts
 */
import { DataStore } from "../src/datastore/index.js";
import { taskStore } from "../src/tasks/task.js";

const VARIABLES = 3000;
const TASKS = 2000;

/** A frozen configuration of 1,000 variables and a recipe of 3,000 over it, some with references and overrides. */
function recipe(): DataStore {
  const base = new DataStore();
  base.setVar("OVERRIDES", "linux:${MACHINE}:pn-${PN}");
  base.setVar("MACHINE", "qemux86-64");
  for (let i = 0; i < 1000; i++) base.setVar(`BASE_${i}`, `value ${i} of \${MACHINE}`);
  const store = base.freeze().createCopy();
  store.setVar("PN", "made");
  for (let i = 0; i < VARIABLES - 1000; i++) {
    store.setVar(`OWN_${i}`, `\${BASE_${i % 1000}} and more`);
    if (i % 10 === 0) store.setVar(`OWN_${i}:append:linux`, " appended");
    if (i % 25 === 0) store.setVar(`OWN_${i}:task-compile`, "in compile");
  }
  for (const name of store.keys()) store.getVar(name);
  return store;
}

function microseconds(count: number, work: (i: number) => void): number {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    const { user } = process.cpuUsage();
    for (let i = 0; i < count; i++) work(i);
    times.push((process.cpuUsage().user - user) / count);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

const store = recipe();
const kept: unknown[] = [];
const take = microseconds(TASKS, (i) => {
  kept[i] = taskStore(store, "/made.bb", `do_task_${i}`).snapshot();
});
const write = microseconds(TASKS, (i) => {
  const snapshot = taskStore(store, "/made.bb", `do_task_${i}`).snapshot();
  kept[i] = snapshot.edit((own) => own.setVar("OWN_1", `of task ${i}`));
});
const values = store.keys().map((name) => [name, store.getVar(name, false)] as const);
const plain = microseconds(200, (i) => {
  kept[i] = new Map(values);
});
kept.length = 0;

console.log(`${store.keys().length} variables; microseconds of CPU, median of 7`);
console.log(`snapshot of a task                    ${take.toFixed(1)}`);
console.log(`snapshot and first write (Immer)      ${write.toFixed(1)}   (at most 100)`);
console.log(`peer: copying the values into a Map   ${plain.toFixed(1)}`);

if (globalThis.gc === undefined) console.log("memory: run with node --expose-gc");
else {
  const heap = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const bytes = (make: (i: number) => unknown): number => {
    const before = heap();
    const all = Array.from({ length: TASKS }, (_, i) => make(i));
    const after = heap();
    if (all.length !== TASKS) throw new Error("unreachable");
    return (after - before) / TASKS;
  };
  const snapshot = (i: number): ReturnType<DataStore["snapshot"]> =>
    taskStore(store, "/made.bb", `do_task_${i}`).snapshot();
  console.log(`bytes a task that writes nothing      ${bytes(snapshot).toFixed(0)}`);
  for (const writes of [1, 10, 100]) {
    const each = bytes(
      (i) =>
        snapshot(i).edit((own) => {
          for (let n = 0; n < writes; n++) own.setVar(`OWN_${n}`, `of task ${i}`);
        }).snapshot,
    );
    console.log(`bytes a task that writes ${String(writes).padStart(3)}          ${each.toFixed(0)}`);
  }
}
