/** The hard stop: a worker that hangs or eats memory is ended, with an error that names the recipe and the limit. */
import { expect } from "chai";
import { LimitError } from "../../src/diagnostics/errors.js";
import { guardedWorker, runGuarded } from "../../src/sandbox/host/guarded.js";

const script = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (request) => { ${body} });`)}`,
  );

async function ended(body: string, options: { seconds?: number; megabytes?: number }): Promise<unknown> {
  const worker = guardedWorker(script(body), undefined, options);
  try {
    return await runGuarded(worker, 20, "/meta/evil.bb", options);
  } catch (error) {
    return error;
  } finally {
    await worker.terminate();
  }
}

describe("the hard stop", () => {
  it("gives the worker's answer", async () => {
    expect(await ended("parentPort.postMessage(request + 1)", { seconds: 30 })).to.equal(21);
  });

  it("ends a worker that hangs", async () => {
    const error = await ended("for (;;);", { seconds: 0.2 });
    expect(error).to.be.instanceOf(LimitError);
    expect((error as LimitError).message).to.equal("/meta/evil.bb: limit reached: seconds (0.2)");
  });

  it("ends a worker that eats memory", async () => {
    const error = await ended("const x = []; for (;;) x.push(new Array(1000).fill(request));", {
      seconds: 60,
      megabytes: 32,
    });
    expect((error as LimitError).message).to.equal("/meta/evil.bb: limit reached: megabytes (32)");
  });

  it("starts workers with an empty environment", async () => {
    expect(await ended("parentPort.postMessage(Object.keys(process.env))", { seconds: 30 })).to.deep.equal(
      [],
    );
  });

  it("reports a worker that ends by itself", async () => {
    const error = await ended("process.exit(3)", { seconds: 30 });
    expect((error as Error).message).to.equal("/meta/evil.bb: the worker ended by itself (exit code 3)");
  });
});
