import * as main from "sandbake";
import * as node from "sandbake/node";
import * as grammar from "sandbake/grammar";
import * as datastore from "sandbake/datastore";
import * as vm from "sandbake/vm";
import * as replay from "sandbake/replay";
import * as testing from "sandbake/testing";
import { run } from "./checks.cjs";

await run({ main, node, grammar, datastore, vm, replay, testing });
console.log("import: all fine");
