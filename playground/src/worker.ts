/** Evaluates in a Web Worker: files in, values out. The page ends the worker when it takes too long. */
import type {
  Answer,
  Configuration,
  Evaluated,
  EvaluateAnswer,
  EvaluateRequest,
  Files,
  Finding,
  Request,
} from "./protocol.js";
import { errorFinding, readVariant } from "./read.js";
import { Session } from "./session.js";
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
  let session: Session | undefined;
  const done = (rest: Partial<Evaluated>, own: readonly Finding[] = []): Evaluated => {
    const { findings, questions } = session?.said() ?? { findings: [], questions: [] };
    return {
      configuration,
      variants: [],
      skipped: null,
      variables: [],
      explanation: null,
      tasks: [],
      record: null,
      ...rest,
      findings: [...new Map([...findings, ...own].map((each) => [JSON.stringify(each), each])).values()],
      questions,
      time: performance.now() - started,
    };
  };
  try {
    session = sessionFor(request.files, configuration);
    const { recipes: files } = session.workspace.files;
    for (const file of files) recipes.add(file);
    const file = files.find((each) => each === request.recipe) ?? files[0];
    if (file === undefined)
      return done({}, [{ severity: "warning", file: "", line: 0, message: "BBFILES names no recipe." }]);
    const variants = session.evaluate(file);
    const variant = variants.find(({ name }) => name === request.variant) ?? variants[0];
    if (variant === undefined) return done({});
    return done({
      variants: variants.map(({ name }) => name),
      ...readVariant(session.workspace, variant, request.variable),
    });
  } catch (error) {
    return done({}, [errorFinding(error)]);
  }
}

/** Of the last two configurations that were asked for. */
let sessions: Session[] = [];

function sessionFor(files: Files, configuration: Configuration): Session {
  const known = sessions.find((session) => session.accepts(files, configuration));
  const session = known ?? new Session(files, configuration);
  sessions = [session, ...sessions.filter((each) => each !== session)].slice(0, 2);
  return session;
}
