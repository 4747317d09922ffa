/** The tree of files: open, add, remove; a folder or a .zip of a layer from the user's disk. */
import { strFromU8, unzipSync } from "fflate";
import { fill, h } from "./dom.js";
import type { Files } from "./protocol.js";
import type { Page } from "./workspace.js";

/** Draws the tree into `parent` and keeps it up to date. */
export function fileTree(parent: HTMLElement, page: Page): void {
  const draw = (): void => {
    const { files, open } = page.choice;
    const folders = new Map<string, string[]>();
    for (const path of Object.keys(files).sort()) {
      const folder = path.slice(0, path.lastIndexOf("/"));
      folders.set(folder, [...(folders.get(folder) ?? []), path]);
    }
    fill(
      parent,
      h(
        "div",
        { class: "file-actions" },
        h("button", { onclick: () => addFile(page), title: "Add a file" }, "+ file"),
        picker("Open folder", { webkitdirectory: true }, page),
        picker("Open .zip", { accept: ".zip,application/zip" }, page),
      ),
      ...[...folders].map(([folder, paths]) =>
        h(
          "details",
          { open: true, class: "folder" },
          h("summary", {}, folder.slice(1) || "/"),
          h("ul", {}, ...paths.map((path) => row(path, path === open, page))),
        ),
      ),
    );
  };
  page.onChange((_, changed) => {
    if (changed.has("open") || changed.has("files")) draw();
  });
  draw();
}

function row(path: string, open: boolean, page: Page): HTMLElement {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const show = (): void => {
    const isRecipe = path.endsWith(".bb");
    page.change({ open: path, ...(isRecipe ? { recipe: path, variant: "" } : {}) });
  };
  return h(
    "li",
    { class: open ? "file open" : "file" },
    h("button", { class: "name", onclick: show, "aria-current": open ? "true" : "false" }, name),
    h(
      "button",
      {
        class: "remove",
        title: `Remove ${name}`,
        "aria-label": `Remove ${name}`,
        onclick: () => page.removeFile(path),
      },
      "×",
    ),
  );
}

function addFile(page: Page): void {
  const { open, files } = page.choice;
  const folder = open.slice(0, open.lastIndexOf("/"));
  const path = window.prompt("Path of the new file", `${folder}/new_1.0.bb`)?.trim();
  if (!path) return;
  const absolute = path.startsWith("/") ? path : `/${path}`;
  page.change({ files: { ...files, [absolute]: files[absolute] ?? "" }, open: absolute });
}

function picker(label: string, attributes: Record<string, string | boolean>, page: Page): HTMLElement {
  const input = h("input", { type: "file", class: "hidden", "aria-label": label, ...attributes });
  input.addEventListener("change", () => {
    void readPicked([...(input.files ?? [])]).then((files) => {
      input.value = "";
      if (Object.keys(files).length > 0) page.change(opened(files));
    });
  });
  return h("label", { class: "button" }, label, input);
}

/** The text files of what was picked: a folder's, or those in a .zip. */
async function readPicked(picked: readonly File[]): Promise<Files> {
  const files: Record<string, string> = {};
  for (const file of picked) {
    if (file.name.endsWith(".zip")) {
      const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), {
        filter: ({ name, originalSize }) => isMetadata(name) && originalSize < largest,
      });
      for (const [name, bytes] of Object.entries(entries)) files[`/${name}`] = strFromU8(bytes);
    } else if (isMetadata(file.webkitRelativePath) && file.size < largest) {
      files[`/${file.webkitRelativePath}`] = await file.text();
    }
  }
  return files;
}

/** Bytes; metadata is far smaller, sources and binaries beside it are not wanted. */
const largest = 1_000_000;
const isMetadata = (path: string): boolean =>
  /\.(bb|bbappend|bbclass|inc|conf|py|cfg|patch|txt)$/.test(path) && !/(^|\/)(\.git|tmp)\//.test(path);

/** A folder beside the build directory, wherever both are: the same on the page and in an unpacked .zip. */
const besides = (folder: string): string => `\${@os.path.normpath('\${TOPDIR}/..${folder}')}`;

/** A workspace of a layer's files: with a build directory of its own where they bring none. */
export function opened(files: Files): {
  files: Files;
  open: string;
  recipe: string;
  variant: string;
  configurations: [{ machine: string; distro: string }];
} {
  const all: Record<string, string> = { ...files };
  if (!Object.keys(all).some((path) => path.endsWith("/conf/bblayers.conf"))) {
    const layers = Object.keys(all)
      .filter((path) => path.endsWith("/conf/layer.conf"))
      .map((path) => path.slice(0, -"/conf/layer.conf".length));
    all["/build/conf/bblayers.conf"] =
      `BBPATH = "\${TOPDIR}"\nBBFILES ?= ""\nBBLAYERS = "${layers.map(besides).join(" ")}"\n`;
  }
  const recipe =
    Object.keys(all)
      .sort()
      .find((path) => path.endsWith(".bb")) ?? "";
  const open = recipe || Object.keys(all).sort()[0] || "";
  return { files: all, open, recipe, variant: "", configurations: [{ machine: "", distro: "" }] };
}
