/** The script of a worker thread of crew.ts. */
import { workerData } from "node:worker_threads";
import { work, type WorkerTask } from "./work.js";

void work(workerData as WorkerTask, (module) => import(module));
