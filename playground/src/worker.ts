/** Evaluates in a Web Worker: files in, values out. The page ends the worker when it takes too long. */
import { memoryHost, openWorkspace } from "../../src/index.js";
import type {
  Answer,
  Configuration,
  Evaluated,
  EvaluateAnswer,
  EvaluateRequest,
  Finding,
  HostQuestion,
  Request,
} from "./protocol.js";
import { watched } from "./questions.js";
import { errorFinding, findingOf, readVariant } from "./read.js";
import { chosenFile, hostFiles, topdirOf } from "./inputs.js";
import { recordOnPage, replayOnPage } from "./worker-replay.js";

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};

function answer(request: Request): Answer {
  switch (request.kind) {
    case "evaluate":
      return evaluate(request);
    case "record":
      return recordOnPage(request);
    case "replay":
      return replayOnPage(request);
  }
}

function evaluate(request: EvaluateRequest): EvaluateAnswer {
  const recipes = new Set<string>();
  const results = request.configurations.map((configuration) => evaluateOne(request, configuration, recipes));
  return { kind: "evaluate", id: request.id, recipes: [...recipes], results };
}

function evaluateOne(
  request: EvaluateRequest,
  configuration: Configuration,
  recipes: Set<string>,
): Evaluated {
  const started = performance.now();
  const findings: Finding[] = [];
  const questions: HostQuestion[] = [];
  const done = (rest: Partial<Evaluated>): Evaluated => ({
    configuration,
    variants: [],
    skipped: null,
    variables: [],
    explanation: null,
    tasks: [],
    record: null,
    ...rest,
    findings: [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()],
    questions,
    time: performance.now() - started,
  });
  try {
    const topdir = topdirOf(request.files);
    const host = watched(memoryHost(hostFiles(request.files, configuration)), questions, request.files);
    const workspace = openWorkspace({
      host,
      topdir,
      tracking: true,
      prefiles: [chosenFile(topdir)],
      log: (message) => findings.push(...findingOf(message)),
    });
    for (const file of workspace.files.recipes) recipes.add(file);
    const file =
      workspace.files.recipes.find((each) => each === request.recipe) ?? workspace.files.recipes[0];
    if (file === undefined) {
      findings.push({ severity: "warning", file: "", line: 0, message: "BBFILES names no recipe." });
      return done({});
    }
    const variants = workspace.evaluate(file);
    const variant = variants.find(({ name }) => name === request.variant) ?? variants[0];
    if (variant === undefined) return done({});
    return done({
      variants: variants.map(({ name }) => name),
      ...readVariant(workspace, variant, request.variable),
    });
  } catch (error) {
    findings.push(errorFinding(error));
    return done({});
  }
}
