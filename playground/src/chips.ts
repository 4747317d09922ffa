/** Above the editor: which recipe, variant, machine and distro; one configuration or two side by side. */
import { fill, h } from "./dom.js";
import type { Configuration } from "./protocol.js";
import { offered, type Page } from "./workspace.js";

export class Chips {
  #recipes: readonly string[] = [];
  #variants: readonly string[] = [""];

  constructor(
    private readonly parent: HTMLElement,
    private readonly page: Page,
  ) {
    page.onChange((_, changed) => {
      if (["recipe", "variant", "configurations", "files"].some((key) => changed.has(key as "recipe")))
        this.draw();
    });
    this.draw();
  }

  /** What the last evaluation found to choose from. */
  know(recipes: readonly string[], variants: readonly string[]): void {
    this.#recipes = recipes;
    if (variants.length > 0) this.#variants = variants;
    this.draw();
  }

  private draw(): void {
    const { page } = this;
    const { recipe, variant, configurations, files } = page.choice;
    const focused = document.activeElement?.getAttribute("data-key");
    fill(
      this.parent,
      select(
        "Recipe",
        recipe,
        this.#recipes.length > 0 ? this.#recipes : [recipe],
        (value) =>
          page.change({ recipe: value, open: value in files ? value : page.choice.open, variant: "" }),
        (path) => path.slice(path.lastIndexOf("/") + 1),
      ),
      this.#variants.length > 1 &&
        select(
          "Variant",
          variant,
          this.#variants,
          (value) => page.change({ variant: value }),
          (name) => name || "(itself)",
        ),
      ...configurations.map((configuration, index) => this.configuration(configuration, index)),
      configurations.length === 1
        ? h(
            "button",
            {
              onclick: () => page.change({ configurations: [...configurations, configurations[0]] }),
            },
            "+ compare",
          )
        : h(
            "button",
            { onclick: () => page.change({ configurations: configurations.slice(0, 1) }) },
            "one only",
          ),
    );
    if (focused) this.parent.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus();
  }

  private configuration(configuration: Configuration, index: number): HTMLElement {
    const { page } = this;
    const change = (part: Partial<Configuration>): void => {
      const configurations = page.choice.configurations.map((each, i) =>
        i === index ? { ...each, ...part } : each,
      );
      page.change({ configurations });
    };
    const name = page.choice.configurations.length > 1 ? ` ${"AB"[index]}` : "";
    const machines = ["", ...offered(page.choice.files, "machine")];
    const distros = ["", ...offered(page.choice.files, "distro")];
    return h(
      "span",
      { class: `configuration configuration-${index}` },
      machines.length > 1 &&
        select(
          `MACHINE${name}`,
          configuration.machine,
          machines,
          (machine) => change({ machine }),
          (each) => each || "(default)",
        ),
      distros.length > 1 &&
        select(
          `DISTRO${name}`,
          configuration.distro,
          distros,
          (distro) => change({ distro }),
          (each) => each || "(default)",
        ),
    );
  }
}

function select(
  label: string,
  value: string,
  options: readonly string[],
  choose: (value: string) => void,
  shown: (value: string) => string,
): HTMLElement {
  const element = h("select", { "data-key": label });
  for (const option of options) {
    const item = h("option", { value: option }, shown(option));
    item.selected = option === value;
    element.append(item);
  }
  element.addEventListener("change", () => choose(element.value));
  return h("label", { class: "chip" }, h("span", {}, label), element);
}
