/** Private name mangling (language reference 6.2.1, "Private name mangling"). */

/**
 * `__x` inside class `C` is `_C__x`. Names that end in `__` or hold a dot stay; the class name loses its leading
 * underscores, and a class named by underscores only mangles nothing.
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || name.charCodeAt(0) !== 95 || name.charCodeAt(1) !== 95) return name;
  if (name.endsWith("__") || name.includes(".")) return name;
  const stripped = className.replace(/^_+/, "");
  return stripped === "" ? name : `_${stripped}${name}`;
}
