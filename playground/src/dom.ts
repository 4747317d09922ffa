/** Elements in one call. Text is always text: nothing of the user's files becomes markup. */

type Child = Node | string | false | null | undefined;
type Properties = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** `h("button", { class: "x", onclick: f, disabled: true }, "text")`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false) element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

/** Replaces what an element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children)
    if (child !== false && child !== null && child !== undefined) element.append(child);
}

/** The element with an id; the page has it. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page lacks #${id}`);
  return element;
}
